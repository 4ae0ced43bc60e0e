"""equal_to_exported.py RPC-IDL FOLDER HEADER...: what is exported of each header is equal to it, but for what IDL cannot say."""

import pathlib
import re
import subprocess
import sys

rpc_idl, folder, *headers = sys.argv[1:]
wrong = []
for header in map(pathlib.Path, headers):
    def run(*words):
        return subprocess.run([rpc_idl, *words, "-I", str(header.parent)], capture_output=True, text=True).stderr

    exported = run("export", str(header), "-o", folder)
    sayable = re.search(r"^(\d+) operations, (\d+) ready$", exported, re.MULTILINE)
    compared = run("equal", str(header), f"{folder}/{header.stem}.idl", "--quiet")
    equal = re.search(r"^(\d+) operations, (\d+) equal$", compared, re.MULTILINE)
    if not (sayable and equal and sayable[1] == equal[1] and int(sayable[2]) == int(equal[2]) > 0):
        wrong.append(f"{header}:\n{exported}{compared}")
    else:
        print(header.name, *equal.groups())
print("\n".join(wrong))
sys.exit(bool(wrong))
