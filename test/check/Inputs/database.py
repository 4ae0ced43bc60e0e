"""database.py INCLUDE FOLDER FILE...: a compilation database of the files, in the folder that they are in or are copied to."""

import json
import pathlib
import shutil
import sys

include, folder, names = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
inputs = pathlib.Path(__file__).parent
folder.mkdir(parents=True, exist_ok=True)
for header in inputs.glob("*.h"):
    shutil.copy(header, folder)
for name in names:
    if (inputs / name).exists():
        shutil.copy(inputs / name, folder)
json.dump([{
    "directory": str(folder.resolve()),
    "file": name,
    # Of a build with the plugin, which is not there.
    "arguments": ["clang++", "-std=c++20", "-fplugin=/nowhere/rpcgen.so", "-fplugin-arg-rpcgen-Wno-return-const",
                  f"-I{include}", "-c", name, "-o", f"{name}.o"],
} for name in names], (folder / "compile_commands.json").open("w"))
