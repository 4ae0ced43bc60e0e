"""each_header.py RPC-DUMP FOLDER: every annotated header in the folder can be turned into decoders."""

import concurrent.futures
import os
import pathlib
import subprocess
import sys

# The header of a PDU: nothing to decode, nothing wrong.
ORPHANED = bytes.fromhex("05001303 10000000 1000 0000 01000000")


def dump(program, header):
    status = subprocess.run([program, "--header", header], input=ORPHANED, stdout=subprocess.DEVNULL).returncode
    print(f"{header.name}: exit status {status}")
    return status == 0


def main(program, folder):
    headers = [path for path in pathlib.Path(folder).glob("*.h") if "[[rpc::stubs]]" in path.read_text()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        sys.exit(not all(list(pool.map(lambda header: dump(program, header), headers))))


main(*sys.argv[1:])
