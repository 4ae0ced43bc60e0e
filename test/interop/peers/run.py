"""run.py SERVER PEER [ARGUMENTS...]

Starts SERVER on a free port of the loopback, lets PEER talk to it, and asks tshark whether what went over the wire was
well-formed, and rpc-dump whether it can read all of it. Fails when one of them does not like what it sees.
"""

import os
import subprocess
import sys
import tempfile

import impacket_client
import impacket_tickets
import recorder
import rpc_dump
import smbtorture
import tshark

PEERS = {"smbtorture": smbtorture.run, "impacket": impacket_client.run, "tickets": impacket_tickets.run}


def main(server, peer, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        capture = f"{folder}/capture.pcap"
        # The server ends when its standard input does.
        with subprocess.Popen([server, "ncacn_ip_tcp:127.0.0.1[0]"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as process:
            listening = process.stdout.readline()
            port = int(listening[listening.index("[") + 1:listening.index("]")])
            with recorder.Recorder(port, capture) as recorded:
                PEERS[peer](recorded.port, folder, *arguments)
            process.stdin.close()
            if process.wait(60) != 0:
                sys.exit(f"the server ended with status {process.returncode}")
        tshark.check(capture, recorded.port)
        rpc_dump.check(f"{os.path.dirname(server)}/rpc-dump", capture, recorded.port)


main(*sys.argv[1:])
