"""samba_dcerpcd.py CLIENT: starts Samba's servers of lsarpc, samr, winreg and the endpoint mapper in a folder and a
network of their own, with one user, and lets CLIENT call them."""

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


def main(client):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # whose sockets need short names
        configuration = configure(folder)
        command = ["/usr/libexec/samba/samba-dcerpcd", "--libexec-rpcds", "-F", "-s", configuration, "-l", folder]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
            try:
                wait_for(ENDPOINT_MAPPER)
                result = subprocess.run([client, ENDPOINT_MAPPER[0], DOMAIN, USER, PASSWORD])
            finally:
                server.terminate()
    sys.exit(result.returncode)


if __name__ == "__main__":
    network.enter()
    main(*sys.argv[1:])
