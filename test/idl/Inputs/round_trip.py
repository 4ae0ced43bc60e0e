"""round_trip.py RPC-IDL CLANG PLUGIN INCLUDE FOLDER HEADER...: each header as IDL, and that as a header again, has the same wire form.

The lock compares the two. What IDL cannot say is reserved on the way, and not compared; at least one operation of each header is.
widl compiles what is exported for it.
"""

import pathlib
import re
import subprocess
import sys

rpc_idl, clang, plugin, include = sys.argv[1:5]
folder = pathlib.Path(sys.argv[5])
failed = []


def run(*words, where=None):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=where)


def compile(header, *more):
    return run(clang, "-std=c++20", "-isystem", include, f"-I{header.parent}", f"-fplugin={plugin}", *more, "-fsyntax-only", "-w",
               "-x", "c++", str(header))


def check(name, done, wanted=0):
    if done.returncode != wanted:
        failed.append(f"{name}: {' '.join(done.args)}\n{done.stdout}")
    return done.returncode == wanted


def ready(text):
    found = re.search(r"(\d+) operations, (\d+) ready", text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


for header in map(pathlib.Path, sys.argv[6:]):
    name, here = header.stem, folder / header.stem
    places = ["-I", str(header.parent)]

    for_widl = run(rpc_idl, "export", str(header), "--for=widl", *places, "-o", str(here / "widl"))
    if check(name, for_widl, int(ready(for_widl.stdout)[0] != ready(for_widl.stdout)[1])):
        # It writes its files where it runs.
        more = [f"--acf={name}.acf"] if (here / "widl" / f"{name}.acf").exists() else []
        check(name, run("widl-stable", "-Oicf", "-m64", "--win64", "-c", "-s", "-h", *more, f"{name}.idl", where=here / "widl"))

    for_midl = run(rpc_idl, "export", str(header), "--for=midl", *places, "-o", str(here / "midl"))
    operations, sayable = ready(for_midl.stdout)
    if sayable == 0:
        failed.append(f"{name}: nothing can be said\n{for_midl.stdout}")
    check(name, for_midl, int(operations != sayable))
    check(name, run(rpc_idl, "import", str(here / "midl" / f"{name}.idl"), "--quiet", "-o", str(here / "back")))
    check(name, compile(header, f"-fplugin-arg-rpcgen-out={here / 'was'}"))
    locks = [f"-fplugin-arg-rpcgen-lock={lock}" for lock in sorted((here / "was").glob("*.rpc.json"))]
    if not locks:
        failed.append(f"{name}: no description")
    check(name, compile(here / "back" / f"{name}.h", *locks))
    print(name, operations, sayable)

print("\n".join(failed))
sys.exit(bool(failed))
