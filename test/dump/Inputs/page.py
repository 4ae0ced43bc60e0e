"""page.py PAGE BIN [FILL]: runs the commands of a page, which begin with "$ ", and compares what they print.

With a third argument the page is written anew, with what they print now.
"""

import os
import pathlib
import re
import subprocess
import sys


def run(block):
    """The text of a block when its commands are run, each with the status of the one before in $?."""
    text, status = "", 0
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        result = subprocess.run(["bash", "-c", f"(exit {status}); {command}"], stdout=subprocess.PIPE, text=True)
        status = result.returncode
        text += f"$ {command}\n{result.stdout}"
    return text


def main(path, programs, fill=None):
    page = pathlib.Path(path)
    old = page.read_text()
    os.environ["PATH"] = f"{programs}:{os.environ['PATH']}"
    os.chdir(page.parents[1])
    new = re.sub(r"(?<=^```console\n).*?(?=^```$)", lambda found: run(found[0]), old, flags=re.DOTALL | re.MULTILINE)
    if fill:
        page.write_text(new)
    elif old != new:
        sys.stdout.write(new)
        sys.exit(f"{path} does not show what its commands print")


main(*sys.argv[1:])
