"""each.py RPC-IDL RPC-DUMP SOURCE FOLDER NAME...: the seeds of each interface, by its dissector and by rpc-dump."""

import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
rpc_idl, rpc_dump, source, folder, *names = sys.argv[1:]
for name in names:
    header, lua, capture = f"{source}/test/e2e/{name}.h", f"{folder}/{name}.lua", f"{folder}/{name}.pcap"
    subprocess.run([rpc_idl, "export", header, "--for=wireshark", "-o", folder], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([sys.executable, here / "seeds.py", f"{source}/test/fuzz/seeds/{name}_fuzz.hex", lua, capture], check=True)
    print(name, flush=True)
    subprocess.run([sys.executable, here / "agree.py", rpc_dump, header, lua, capture], check=True)
