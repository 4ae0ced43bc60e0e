"""ndrdump.py MESSAGES: lets Samba's decoder read what MESSAGES, a program that uses messages.h, writes.

Samba must take every message, and see the same values in NDR20 and NDR64.
"""

import pathlib
import subprocess
import sys
import tempfile


def dump(folder, call, direction, syntax):
    """What ndrdump says, and the values in it."""
    request, response = (folder / f"{call}.{way}.{syntax}" for way in ("in", "out"))
    files = [request] if direction == "in" else ["-c", request, response]
    # --validate encodes again and compares; Samba pads NDR64 differently there.
    options = ["--ndr64"] if syntax == "ndr64" else ["--validate"]
    command = ["ndrdump", *options, *call.split("."), direction, *files]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    fine = "dump OK" in output and "WARNING" not in output  # the exit status says nothing
    return fine, output, [line for line in output.splitlines() if line.startswith(" ")]


def main(messages):
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([messages, folder], check=True)
        calls = sorted(path.name.removesuffix(".in.ndr20") for path in folder.glob("*.in.ndr20"))
        for call in calls:
            for direction in ("in", "out"):
                fine20, output20, values20 = dump(folder, call, direction, "ndr20")
                fine64, output64, values64 = dump(folder, call, direction, "ndr64")
                fine = fine20 and fine64 and values20 == values64
                print(f"{call} {direction}: {'as expected' if fine else output20 + output64}")
                failed |= not fine
    sys.exit(failed or not calls)


main(*sys.argv[1:])
