"""clangd.py CLANGD FOLDER FILE...: what that clangd says to each file of a project whose build folder is FOLDER/build.

Prints "FILE: nothing", or a line for each diagnostic.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2]))
from language_server import LanguageServer

clangd, folder, *names = sys.argv[1:]
folder = pathlib.Path(folder)
server = LanguageServer(clangd, f"--compile-commands-dir={folder / 'build'}", "--background-index=false",
                        "--clang-tidy=false", "--log=error", "-j=1", root=folder)
for name in names:
    diagnostics = server.open(folder / name)
    for each in diagnostics:
        print(f"{name}:{each['range']['start']['line'] + 1}: {each['message'].splitlines()[0]}")
    if not diagnostics:
        print(f"{name}: nothing")
server.end()
