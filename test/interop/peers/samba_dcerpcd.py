"""samba_dcerpcd.py CLIENT RPC_CALL IDL HEADER: starts Samba's servers of lsarpc, samr, winreg and the endpoint mapper in
a folder and a network of their own, with one user, and lets CLIENT call them; and RPC_CALL by the IDL of the mapper
and the management interface, and by a HEADER of samr, as that user."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time

import network
import smbtorture

DOMAIN = "EXAMPLE"
USER = "root"  # whom Samba finds in /etc/passwd
PASSWORD = "Secret-1"
ENDPOINT_MAPPER = ("127.0.0.1", 135)


def configure(folder):
    folders = [*smbtorture.FOLDERS, "ncalrpc dir"]
    for name in folders:
        os.mkdir(f"{folder}/{name}")
    configuration = f"{folder}/smb.conf"
    with open(configuration, "w") as file:
        file.write(f"""[global]
workgroup = {DOMAIN}
netbios name = {DOMAIN}
interfaces = 127.0.0.1
bind interfaces only = yes
rpc start on demand helpers = no
allow dcerpc auth level connect = yes
passdb backend = tdbsam
""" + "".join(f"{name} = {folder}/{name}\n" for name in folders))
    subprocess.run(["smbpasswd", "-c", configuration, "-s", "-a", USER], input=f"{PASSWORD}\n{PASSWORD}\n", text=True,
                   check=True, stdout=subprocess.DEVNULL)
    return configuration


def wait_for(address):
    for attempt in range(200):
        try:
            socket.create_connection(address).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("samba-dcerpcd does not listen")


def call(program, options, binding, file, operation, request):
    result = subprocess.run([program, *options, binding, file, operation, json.dumps(request)], text=True,
                            capture_output=True, timeout=120, env=os.environ | {"RPC_PASSWORD": PASSWORD})
    if result.returncode != 0:
        sys.exit(f"rpc-call {operation}: {result.stdout}{result.stderr}")
    print(result.stdout)
    return json.loads(result.stdout)


def call_from_a_shell(program, idl, header):
    mapper = f"ncacn_ip_tcp:{ENDPOINT_MAPPER[0]}[{ENDPOINT_MAPPER[1]}]"
    of_mapper = call(program, [], mapper, idl, "inq_if_ids", {})["vector"]["if_id"]
    assert "e1af8308-5d1f-11c9-91a4-08002b14a0fa" in {each["id"] for each in of_mapper}, of_mapper

    found = call(program, [], mapper, idl, "ept_lookup",
                 {"inquiry_type": 0, "object": None, "interface_id": None, "vers_option": 1, "entry_handle": None,
                  "max_ents": 500})
    towers = [each["tower"]["value"]["tower_octet_string"] for each in found["entries"]]
    assert len(towers) == found["num_ents"] > 10, found
    samr = "0d" + "78573412" + "3412" + "cdab" + "ef00" + "0123456789ac" + "0100"  # a floor: uuid and version
    assert any(samr in tower for tower in towers), towers

    # Without a port: Samba's mapper knows it.
    as_user = ["--user", f"{DOMAIN}\\{USER}", "--mechanism", "ntlm"]
    opened = call(program, as_user, f"ncacn_ip_tcp:{ENDPOINT_MAPPER[0]}", header, "samr::connect2",
                  {"server": "server", "access": 0x02000000})
    assert opened["return"] == 0 and opened["opened"]["uuid"] != "00000000-0000-0000-0000-000000000000", opened


def main(client, rpc_call, idl, header):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # whose sockets need short names
        configuration = configure(folder)
        command = ["/usr/libexec/samba/samba-dcerpcd", "--libexec-rpcds", "-F", "-s", configuration, "-l", folder]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
            try:
                wait_for(ENDPOINT_MAPPER)
                result = subprocess.run([client, ENDPOINT_MAPPER[0], DOMAIN, USER, PASSWORD])
                call_from_a_shell(rpc_call, idl, header)
            finally:
                server.terminate()
    sys.exit(result.returncode)


if __name__ == "__main__":
    network.enter()
    main(*sys.argv[1:])
