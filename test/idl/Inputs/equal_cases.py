"""equal_cases.py TABLE FOLDER RPC-IDL: what rpc-idl equal finds in each case of the table.

A case is

    == what differs
    declarations of the header
    --> attributes of the interface in the IDL file, separated by ", "
    declarations of the IDL file
    : an error that is expected, without its rule; as many lines as there are errors
    ~ a remark, likewise

Each case is an interface of its own, all of them in one header and one IDL file. @ is its name.
"""

import pathlib
import re
import subprocess
import sys

table, folder, rpc_idl = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]

cases = []
for line in pathlib.Path(table).read_text().splitlines():
    if line.startswith("== "):
        cases.append({"name": line[3:], "header": [], "attributes": [], "idl": [], "expected": []})
        part = "header"
    elif line.startswith("-->"):
        cases[-1]["attributes"] = [attribute for attribute in line[3:].strip().split(", ") if attribute]
        part = "idl"
    elif line[:2] in (": ", "~ "):
        cases[-1]["expected"].append(line)
    elif line and not line.startswith("#") and cases:
        cases[-1][part].append(line)

header, idl = ["#include <rpc/rpc.h>"], []
case_of = {"cases.h": [None], "cases.idl": []}
for number, case in enumerate(cases):
    uuid = f"d2a5a0c0-5a1b-4f0e-9f70-{number:012x}"
    attributes = [f"uuid({uuid})", *case["attributes"]]
    for name, default in (("version", "version(1.0)"), ("pointer_default", "pointer_default(unique)")):
        if not any(attribute.startswith(name) for attribute in attributes):
            attributes.append(default)
    header += [f'namespace [[rpc::interface("{uuid}", 1, 0), rpc::pointer_default(unique)]] c{number} {{', *case["header"], "}"]
    idl += [f"[{', '.join(attributes)}] interface c{number}", "{", *case["idl"], "}"]
    case_of["cases.h"] += [number] * (len(header) - len(case_of["cases.h"]))
    case_of["cases.idl"] += [number] * (len(idl) - len(case_of["cases.idl"]))

folder.mkdir(parents=True, exist_ok=True)
(folder / "cases.h").write_text("\n".join([*header, "[[rpc::stubs]];"]) + "\n")
(folder / "cases.idl").write_text("\n".join(idl) + "\n")
run = subprocess.run([rpc_idl, "equal", folder / "cases.h", folder / "cases.idl"], stderr=subprocess.PIPE, text=True)
found = {}
for name, line, level, message in re.findall(r"^(?:.*/)?(cases\.\w+):(\d+):\d+: (\w+): (.*)$", run.stderr, re.MULTILINE):
    number = case_of[name][int(line) - 1]
    message = message.replace(f"'c{number}'", "'@'")
    if level == "error":
        found.setdefault(number, []).append(": " + message.removesuffix(" [wire-differs]"))
    elif level == "remark":
        found.setdefault(number, []).append("~ " + re.sub(r" \[(sign-differs|renamed)\]$", "", message))

wrong = 0
for number, case in enumerate(cases):
    if sorted(found.get(number, [])) != sorted(case["expected"]):
        wrong += 1
        print(f"== {case['name']}", *(f"expected {message}" for message in case["expected"]),
              *(f"found    {message}" for message in found.get(number, [])), sep="\n")
if run.returncode != 1:
    print(run.stderr)
print(f"{len(cases)} cases, {wrong} wrong")
sys.exit(wrong != 0 or run.returncode != 1)
