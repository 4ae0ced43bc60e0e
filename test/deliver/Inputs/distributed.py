"""distributed.py FALLBACK COMMAND...: compiles through distcc and a daemon of it on the loopback.

FALLBACK is 1 if distcc may compile here what the daemon refuses. Says what the daemon did.
"""
import os
import re
import socket
import subprocess
import sys
import tempfile
import time

fallback, *command = sys.argv[1:]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as log:
    daemon = subprocess.Popen(["distccd", "--no-detach", "--daemon", "--allow", "127.0.0.1", "--listen", "127.0.0.1",
                               "--port", str(port), "--log-stderr", "--verbose", "--jobs", "1", "--enable-tcp-insecure"],
                              stderr=log, env=os.environ | {"TMPDIR": "/tmp"})  # which it has to reach as another user
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        result = subprocess.run(["distcc", *command], env=os.environ | {
            "DISTCC_DIR": folder, "DISTCC_HOSTS": f"127.0.0.1:{port}", "DISTCC_FALLBACK": fallback})
        time.sleep(0.2)
    finally:
        daemon.terminate()
        daemon.wait()
    log.seek(0)
    said = log.read()
print("refused -fplugin" if "-fplugin= and/or" in said else
      "compiled there" if re.search("COMPILE_OK", said) else said)
sys.exit(result.returncode)
