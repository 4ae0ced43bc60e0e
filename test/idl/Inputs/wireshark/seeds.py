"""seeds.py SEEDS LUA CAPTURE: the messages that a fuzzer begins with as a capture, in both syntaxes and byte orders.

A line has its choices (1: NDR64, 2: big endian, 4: a response), the number of its operation, the length of the request and the request
of a response, and the stub data (rpc/fuzz.h). The dissector says what the numbers of operations are.
"""

import pathlib
import re
import sys

import capture

seeds, lua, path = sys.argv[1:]
operations, last = {}, None
for line in pathlib.Path(lua).read_text().splitlines():
    if found := re.match(r'local operation = interface\("(\w+)", "([-\w]+)", (\d+)\)', line):
        last = found.groups()
    elif found := re.match(r'operation\((\d+), "(\w+)"', line):
        operations[last[0], found[2]] = (last[1], int(last[2]), int(found[1]))

talks = {}
for line in pathlib.Path(seeds).read_text().splitlines():
    if line.startswith("# "):
        named = operations.get(tuple(line[2:].split("::")[-2:]))
    elif named and line:
        data = bytes.fromhex(line)
        choices, stub = data[0], data[3:]
        uuid, major, opnum = named
        syntax, big = "ndr64" if choices & 1 else "ndr20", bool(choices & 2)
        talk = talks.setdefault(uuid, capture.Conversation(uuid, (major, 0), len(talks) == 1, 40000 + len(talks)))
        if choices & 4: # to a request that is little endian
            length = 2 + int.from_bytes(stub[:2], "little")
            talk.request(opnum, stub[2:length], syntax)
            talk.response(stub[length:], syntax, big=big)
        else:
            talk.request(opnum, stub, syntax, big=big)
capture.write(path, talks.values())
