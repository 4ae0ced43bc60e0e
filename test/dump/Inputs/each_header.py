"""each_header.py RPC-DUMP FOLDER: every annotated header in the folder can be turned into decoders."""

import pathlib
import subprocess
import sys

# The header of a PDU: nothing to decode, nothing wrong.
ORPHANED = bytes.fromhex("05001303 10000000 1000 0000 01000000")

program, folder = sys.argv[1:]
failed = False
for header in sorted(pathlib.Path(folder).glob("*.h")):
    if "[[rpc::stubs]]" in header.read_text():
        result = subprocess.run([program, "--header", header], input=ORPHANED, stdout=subprocess.DEVNULL)
        print(f"{header.name}: exit status {result.returncode}")
        failed |= result.returncode != 0
sys.exit(failed)
