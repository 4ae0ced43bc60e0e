"""run.py SERVER PEER [ARGUMENTS...]

Starts SERVER on a free port of the loopback, lets PEER talk to it, and asks tshark whether what went over the wire was
well-formed. Fails when either does not like what it sees.
"""

import subprocess
import sys
import tempfile

import impacket_client
import recorder
import smbtorture
import tshark

PEERS = {"smbtorture": smbtorture.run, "impacket": impacket_client.run}


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


main(*sys.argv[1:])
