"""agree.py RPC-DUMP HEADER LUA CAPTURE: the dissector shows in each message what rpc-dump shows.

Both name each value, count and referent id of a message, and its bytes; they are compared in the order of the bytes.
"""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree

rpc_dump, header, lua, capture = sys.argv[1:]


def run(*words):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")


def joined(fields):
    """What has one name as one, since each breaks bytes and elements into lines of its own."""
    result = []
    for name, content, value in fields:
        if result and result[-1][0] == name:
            result[-1] = (name, result[-1][1] + content, "")
        else:
            result.append((name, content, value))
    return result


def dumped():
    """The messages of rpc-dump: operation, and (name, bytes, value) of each field."""
    for line in run(rpc_dump, "--format", "json", "--header", header, capture).stdout.splitlines():
        item = json.loads(line)
        if item["kind"] == "stub" and "operation" in item:
            yield f"{item['interface']}.{item['operation']}", joined(
                (re.sub(r"(\[\d+\])+$", "", field["name"]).split(".")[-1], field["bytes"], field["value"])
                for field in item["fields"] if "bytes" in field and field["size"])


def shown():
    """Those of the dissector."""
    packets = xml.etree.ElementTree.fromstring(run("tshark", "-X", f"lua_script:{lua}", "-r", capture, "-T", "pdml").stdout)
    for message in packets.iter("proto"):
        if not message.get("name", "").startswith("dcerpc_"):
            continue
        operation, fields = "", []
        for field in message.iter("field"):
            name, text = field.get("name"), field.get("show", "")
            if name.endswith(".operation"):
                operation = text
            elif name:
                fields.append((int(field.get("pos")), name.split(".")[-1], field.get("value", ""), text))
            elif "unread" in text:
                fields.append((int(field.get("pos")), "unread", field.get("value", ""), text))
        yield operation, joined(field[1:] for field in sorted(fields, key=lambda field: field[0]) if field[2])


def same(a, b):
    """Names and bytes, and the value of a number that both show in decimal. Alternatives of a std::variant have numbers for names."""
    number = re.match(r"-?\d+(?= \(|$)", a[2])
    return (a[0] == b[0] or a[0] == "return value" or b[0].isdigit()) and a[1] == b[1] and not (number and b[2].lstrip("-").isdigit() and number[0] != b[2])


ours, theirs = list(dumped()), list(shown())
wrong = len(ours) != len(theirs)
for a, b in zip(ours, theirs):
    if a[0] != b[0] or len(a[1]) != len(b[1]) or not all(map(same, a[1], b[1])):
        wrong = True
        print(a[0], b[0], *(f"  rpc-dump {x}\n  tshark   {y}" for x, y in zip(a[1] + [None] * 99, b[1] + [None] * 99) if x or y), sep="\n")
print(f"{len(ours)} messages, {len(theirs)} shown, {sum(len(message[1]) for message in ours)} fields")
sys.exit(wrong or not ours)
