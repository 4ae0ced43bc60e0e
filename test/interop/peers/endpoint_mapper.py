"""endpoint_mapper.py MAPPER SERVER: impacket and Samba's torture test ask MAPPER, with which SERVER is registered, and
Samba registers with it over a unix socket."""

import os
import re
import subprocess
import sys
import tempfile

from impacket.dcerpc.v5 import epm, transport
from impacket.uuid import uuidtup_to_bin

import smbtorture

ECHO = ("60a15ec5-4de8-11d7-a637-005056a20182", "1.0")
TESTS = ["Lookup_terminate_search", "Lookup_simple", "Map_simple", "Map_full", "Insert_noreplace"]


def start(*words):
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def connect(port):
    dce = transport.DCERPCTransportFactory(f"ncacn_ip_tcp:127.0.0.1[{port}]").get_dce_rpc()
    dce.connect()
    return dce


def ask_by_impacket(port, at):
    entries = epm.hept_lookup(None, dce=connect(port))
    found = {(epm.PrintStringBinding(entry["tower"]["Floors"]), bytes(entry["annotation"])) for entry in entries}
    assert (at, b"Echo\0") in found, found
    dce = connect(port)
    mapped = epm.hept_map("127.0.0.1", uuidtup_to_bin(ECHO), protocol="ncacn_ip_tcp", dce=dce)
    assert mapped == at, mapped


def ask_by_samba(folder):
    configuration = smbtorture.configure(folder, "ncalrpc dir")
    result = subprocess.run(["smbtorture", "-s", configuration, "ncalrpc:[EPMAPPER]", "-U%", "rpc.epmapper"], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    missing = [test for test in TESTS if f"success: epmapper.{test}\n" not in result.stdout]
    if missing:
        sys.exit(f"{result.stdout}\nwithout success: {missing}")


def main(mapper, server):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # whose sockets need short names
        local = f"ncalrpc:[{folder}/EPMAPPER]"
        with start(mapper, "ncacn_ip_tcp:127.0.0.1[0]", local) as mapping:
            port = re.search(r"\[(\d+)\]", mapping.stdout.readline())[1]
            mapping.stdout.readline()
            # Of ten entries Samba's test gets a full page, and then an empty one, which it demands.
            with start(server, local, "5") as serving:
                try:
                    ask_by_impacket(port, serving.stdout.readline().strip())
                    ask_by_samba(folder)
                finally:
                    serving.stdin.close()
                    mapping.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
