"""wine.py SERVER RPC-IDL SOURCE FOLDER: a Windows program by Wine, with the stubs that widl makes of the IDL of atlas.h, calls SERVER."""

import os
import pathlib
import shutil
import subprocess
import sys

server, rpc_idl = sys.argv[1:3]
source, folder = map(pathlib.Path, sys.argv[3:5])
WINE = "/usr/lib/wine"
environment = {
    **os.environ, "WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all",
    # No dialogs, and nothing of what a prefix has for other programs.
    "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=", "DISPLAY": ""}


def run(*words):
    done = subprocess.run([str(word) for word in words], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", timeout=120)
    if done.returncode != 0:
        sys.exit(f"{' '.join(done.args)} ended with {done.returncode}\n{done.stdout}")
    return done.stdout


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
run(rpc_idl, "export", source / "atlas.h", "--for=widl", "-o", folder)
run(f"{WINE}/widl", "-m64", "--win64", "-Oicf", "-c", "-h", "atlas.idl")
run("x86_64-w64-mingw32-gcc", "-I.", source / "wine/client.c", "atlas_c.c", "-o", "client.exe", "-lrpcrt4")
try:
    # The server ends when its standard input does.
    with subprocess.Popen([server, "ncacn_ip_tcp:127.0.0.1[0]"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        listening = process.stdout.readline()
        print(run(f"{WINE}/wine64", "client.exe", listening[listening.index("[") + 1:listening.index("]")]))
        process.stdin.close()
        if process.wait(60) != 0:
            sys.exit(f"the server ended with status {process.returncode}")
finally:
    subprocess.run([f"{WINE}/wineserver64", "-k"], env=environment, check=False)
    shutil.rmtree(folder / "prefix", ignore_errors=True)  # hundreds of megabytes
