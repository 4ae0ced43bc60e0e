"""impacket_tickets_server.py CLIENT: our client program and the handles of a server that is written with impacket."""

import os
import struct
import subprocess
import sys
import tempfile

import recorder
import tshark
from impacket.dcerpc.v5.rpcrt import DCERPCServer

TICKETS = ("b1e7a9d0-6c1f-4f43-9a53-2d0b8f6e7c01", "1.0")


class Server(DCERPCServer):
    def __init__(self):
        super().__init__()
        self.daemon = True  # never returns from accept()
        self.numbers = {}
        self.addCallbacks(TICKETS, "", {0: self.open, 1: self.use, 2: self.close_ticket})

    def open(self, stub):
        handle = bytes(4) + os.urandom(16)
        (self.numbers[handle],) = struct.unpack("<L", stub)
        return handle

    def use(self, stub):
        return struct.pack("<L", self.numbers[stub])  # the very 20 bytes

    def close_ticket(self, stub):
        del self.numbers[stub]
        return bytes(20)


def main(client):
    with tempfile.TemporaryDirectory() as folder:
        capture = f"{folder}/capture.pcap"
        server = Server()
        server.start()
        with recorder.Recorder(server.getListenPort(), capture) as recorded:
            subprocess.run([client, f"ncacn_ip_tcp:127.0.0.1[{recorded.port}]"], check=True, timeout=60)
        if len(server.numbers) != 1:
            sys.exit(f"the server has {len(server.numbers)} handles, not one")
        tshark.check(capture, recorded.port)


main(*sys.argv[1:])
