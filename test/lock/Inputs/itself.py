"""itself.py FOLDER HEADERS NAME... -- COMPILER...: compiles annotated headers with their own descriptions as locks."""

import pathlib
import subprocess
import sys

end = sys.argv.index("--")
folder, headers, names, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:end], sys.argv[end + 1:]
for name in names:
    command = [*compiler, "-w", "-fsyntax-only", "-x", "c++-header", headers / f"{name}.h"]
    subprocess.run([*command, f"-fplugin-arg-rpcgen-out={folder}"], check=True)
    subprocess.run([*command, f"-fplugin-arg-rpcgen-lock={folder}/{name}.rpc.json"], check=True)
