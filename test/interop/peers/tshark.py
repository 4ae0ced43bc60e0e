"""Asks Wireshark's dissectors what they think of a capture."""

import subprocess
import sys


def dissect(capture, port, *options):
    command = ["tshark", "-n", "-r", capture, "-d", f"tcp.port=={port},dcerpc", *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def check(capture, port, *options):
    kinds = set(dissect(capture, port, *options, "-Y", "dcerpc", "-T", "fields", "-e", "dcerpc.pkt_type").replace(",", "\n").split())
    if not {"0", "2", "11", "12"} <= kinds:  # request, response, bind, bind_ack
        sys.exit(f"the capture has no whole conversation, only packets of types {sorted(kinds)}")
    complaints = dissect(capture, port, *options, "-Y", "_ws.malformed || _ws.expert.severity >= error")
    if complaints:
        sys.exit(f"tshark complains:\n{complaints}")
    print(f"tshark: nothing malformed among {len(kinds)} kinds of packets")


def check_decryption(capture, port, password):
    """Given the password of NTLM, it reads what was encrypted: of requests of AddOne, 4 bytes and what verifies them."""
    fields = ["-T", "fields", "-e", "dcerpc.encrypted_stub_data", "-e", "dcerpc.decrypted_stub_data"]
    shown = dissect(capture, port, "-o", f"ntlmssp.nt_password:{password}", "-Y", "dcerpc.encrypted_stub_data", *fields)
    stubs = [line.split("\t") for line in shown.splitlines()]
    unread = [encrypted for encrypted, decrypted in stubs if not decrypted]
    signed = [decrypted for _, decrypted in stubs if "8ae3137102f43671" in decrypted]  # verification trailers
    if unread or not signed:
        sys.exit(f"tshark decrypts all but {len(unread)} of {len(stubs)}, with {len(signed)} verification trailers")
    print(f"tshark: decrypts {len(stubs)} fragments")


def check_anonymous(capture, port):
    """Clients authenticate, and none says who it is."""
    shown = dissect(capture, port, "-Y", "ntlmssp.messagetype == 3", "-T", "fields", "-e", "ntlmssp.auth.username")
    if not shown or set(shown.split()) - {"NULL"}:
        sys.exit(f"tshark reads other users than the anonymous one: {shown.split()}")
    print("tshark: all clients are anonymous")
