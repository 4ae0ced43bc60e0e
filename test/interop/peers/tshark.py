"""Asks Wireshark's dissectors what they think of a capture."""

import subprocess
import sys


def dissect(capture, port, *options):
    command = ["tshark", "-n", "-r", capture, "-d", f"tcp.port=={port},dcerpc", *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def check(capture, port):
    kinds = set(dissect(capture, port, "-Y", "dcerpc", "-T", "fields", "-e", "dcerpc.pkt_type").replace(",", "\n").split())
    if not {"0", "2", "11", "12"} <= kinds:  # request, response, bind, bind_ack
        sys.exit(f"the capture has no whole conversation, only packets of types {sorted(kinds)}")
    complaints = dissect(capture, port, "-Y", "_ws.malformed || _ws.expert.severity >= error")
    if complaints:
        sys.exit(f"tshark complains:\n{complaints}")
    print(f"tshark: nothing malformed among {len(kinds)} kinds of packets")
