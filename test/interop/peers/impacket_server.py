"""impacket_server.py CLIENT: our client program against a server that is written with impacket."""

import struct
import subprocess
import sys
import tempfile

import recorder
import tshark
from impacket.dcerpc.v5.rpcrt import DCERPCServer

RPCECHO = ("60a15ec5-4de8-11d7-a637-005056a20182", "1.0")


def add_one(stub):
    (value,) = struct.unpack("<L", stub)
    return struct.pack("<L", value + 1)


def echo_data(stub):
    return stub[4:]  # the conformant array that follows the size


def test_call(stub):
    unique_pointer = struct.pack("<L", 0x72657073)
    return unique_pointer + stub


def test_surrounding(_stub):
    return struct.pack("<LLHH", 2, 2, 8, 9)  # max_count, x, and as many elements


class Server(DCERPCServer):
    def __init__(self):
        super().__init__()
        self.daemon = True  # never returns from accept()
        operations = {0: add_one, 1: echo_data, 4: test_call, 8: test_surrounding}
        self.addCallbacks(RPCECHO, "", operations)


def main(client):
    with tempfile.TemporaryDirectory() as folder:
        capture = f"{folder}/capture.pcap"
        server = Server()
        server.start()
        with recorder.Recorder(server.getListenPort(), capture) as recorded:
            subprocess.run([client, f"ncacn_ip_tcp:127.0.0.1[{recorded.port}]"], check=True, timeout=60)
        tshark.check(capture, recorded.port)


main(*sys.argv[1:])
