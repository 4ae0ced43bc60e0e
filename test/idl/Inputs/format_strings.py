"""format_strings.py RPC-IDL WIDL FOLDER FILE.idl...: widl makes the same type format strings of a file as of what is exported of the header
that is imported of it. Those of procedures differ by the handle, which is implicit in what is exported for widl, unless --procedures is given.
"""

import pathlib
import re
import subprocess
import sys

rpc_idl, widl, folder, *files = sys.argv[1:]
wanted = ["Type"]
if files[0] == "--procedures":
    wanted.append("Proc")
    files = files[1:]
wrong = []


def compiled(file, into):
    """The format strings by their kinds, without comments."""
    into.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([widl, "-Oicf", "-m64", "--win64", "-c", "-h", file.resolve()], cwd=into, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"widl: {file}\n{done.stderr}")
    text = re.sub(r"/\*.*?\*/", "", (into / f"{file.stem}_c.c").read_text(), flags=re.DOTALL)
    return {kind: re.sub(r"\s+", "", re.search(rf"__MIDL_{kind}FormatString =(.*?)}};", text, re.DOTALL)[1]) for kind in wanted}


for file in map(pathlib.Path, files):
    here = pathlib.Path(folder).resolve() / file.stem
    subprocess.run([rpc_idl, "import", file, "--quiet", "-o", here / "header"], capture_output=True, check=True)
    subprocess.run([rpc_idl, "export", here / "header" / f"{file.stem}.h", "--for=widl", "-o", here / "idl"], capture_output=True, check=True)
    was, now = compiled(file, here / "was"), compiled(here / "idl" / f"{file.stem}.idl", here / "now")
    wrong += [f"{file.stem}: {kind}\n{was[kind]}\n{now[kind]}" for kind in wanted if was[kind] != now[kind]]
    print(file.stem, sum(map(len, was.values())) > 100)
print("\n".join(wrong))
sys.exit(bool(wrong))
