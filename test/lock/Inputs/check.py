"""check.py TABLE FOLDER COMPILER...: interfaces as they were and as they are, and what the lock finds.

A case of the table is

    == what has changed
    declarations of the released interface
    1.0 --> 1.1
    declarations of the interface as it is now
    : a message that is expected, without its rule; as many lines as there are messages

The arrow has the versions of the interface, 1.0 where there is none. A line that begins with "& " is an attribute of it.
Each case is an interface of its own, all of them in one header. @ is the namespace of the case, # its uuid.
"""

import pathlib
import re
import subprocess
import sys

table, folder, compiler = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]

cases = []
for line in pathlib.Path(table).read_text().splitlines():
    if line.startswith("== "):
        cases.append({"name": line[3:], "before": [], "after": [], "before version": "1.0", "after version": "1.0", "expected": []})
        part = "before"
    elif match := re.fullmatch(r"(?:(\S+) )?-->(?: (\S+))?", line):
        cases[-1]["before version"], cases[-1]["after version"] = match[1] or "1.0", match[2] or "1.0"
        part = "after"
    elif line.startswith(": "):
        cases[-1]["expected"].append(line[2:])
    elif line and not line.startswith("#") and cases:
        cases[-1][part].append(line)


def write(name, part):
    """The header of all cases. The compiler names the case where it would name the file."""
    text = "#include <rpc/rpc.h>\n"
    for number, case in enumerate(cases):
        major, minor = case[f"{part} version"].split(".")
        attributes = [line[2:] for line in case[part] if line.startswith("& ")]
        declarations = [line for line in case[part] if not line.startswith("& ")]
        if not any("pointer_default" in attribute for attribute in attributes):
            attributes.append("rpc::pointer_default(unique)")
        uuid = f"d2a5a0c0-5a1b-4f0e-9f6f-{number:012x}"
        text += f'#line 1 "{case["name"]}"\n'
        text += f'namespace [[rpc::interface("{uuid}", {major}, {minor}), {", ".join(attributes)}]] c{number} {{ '
        text += "\n".join(declarations).replace("@", f"c{number}").replace("#", uuid) + "\n}\n"
    (folder / name).write_text(text + "[[rpc::stubs]];\n")


def run(name, *flags):
    return subprocess.run([*compiler, "-w", "-ferror-limit=0", "-fsyntax-only", "-x", "c++-header", *flags, folder / name],
                          stderr=subprocess.PIPE, text=True).stderr


folder.mkdir(parents=True, exist_ok=True)
write("before.h", "before")
write("after.h", "after")
if errors := run("before.h", f"-fplugin-arg-rpcgen-out={folder}"):
    sys.exit(f"what was released is wrong:\n{errors}")
found = {}
for name, message in re.findall(r"^([^\n:]*):\d+:\d+: error: (.*)$", run("after.h", f"-fplugin-arg-rpcgen-lock={folder}/before.rpc.json"), re.MULTILINE):
    found.setdefault(name, []).append(message.removesuffix(" [opnum-changed]"))

wrong = 0
for number, case in enumerate(cases):
    got = [message.replace(f"'c{number}'", "'@'") for message in found.pop(case["name"], [])]
    if got != case["expected"]:
        wrong += 1
        print(f"== {case['name']}", *(f"expected: {message}" for message in case["expected"]), *(f"found:    {message}" for message in got), sep="\n")
print(*(f"{name}: {message}" for name, messages in found.items() for message in messages), sep="\n")
print(f"{len(cases)} cases, {wrong} wrong")
sys.exit(wrong != 0 or bool(found))
