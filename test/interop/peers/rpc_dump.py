"""Holds what rpc-dump reads in a capture against what Wireshark's dissectors read."""

import json
import pathlib
import subprocess
import sys

import tshark

HEADER = pathlib.Path(__file__).parents[1] / "rpcecho.h"
FACTS = {"PTYPE": "dcerpc.pkt_type", "frag_length": "dcerpc.cn_frag_len", "call_id": "dcerpc.cn_call_id",
         "opnum": "dcerpc.opnum"}


def ours(program, capture):
    """The numbers of each field of FACTS, PDU by PDU; fails unless all that the PDUs hold can be decoded."""
    result = subprocess.run([program, "--header", HEADER, "--format", "json", capture], stdout=subprocess.PIPE, text=True)
    items = [json.loads(line) for line in result.stdout.splitlines()]
    if result.returncode != 0:
        errors = [(item, field) for item in items for field in item["fields"] if "error" in field]
        sys.exit(f"rpc-dump ends with status {result.returncode}: {errors[:3]}")
    stubs = sum(item["kind"] == "stub" for item in items)
    fields = [field for item in items if item["kind"] == "pdu" for field in item["fields"]]
    numbers = {name: [field["value"].split()[0] for field in fields if field["name"] == name] for name in FACTS}
    return numbers, stubs


def theirs(capture, port, name):
    # Wireshark repeats the opnum of a request with its response.
    options = ["-Y", "dcerpc.pkt_type == 0"] if name == "opnum" else []
    return tshark.dissect(capture, port, *options, "-T", "fields", "-e", FACTS[name]).replace(",", "\n").split()


def check(program, capture, port):
    numbers, stubs = ours(program, capture)
    for name, values in numbers.items():
        expected = theirs(capture, port, name)
        if values != expected:
            sys.exit(f"{name}: rpc-dump reads {values}, tshark {expected}")
    print(f"rpc-dump: {len(numbers['PTYPE'])} PDUs as tshark sees them, {stubs} messages decoded")
