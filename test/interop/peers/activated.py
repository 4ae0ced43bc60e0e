"""activated.py SERVER CLIENT: systemd-socket-activate opens the sockets of SERVER, and starts it when a CLIENT connects. The
notifications that systemd would get are those of a service that was started and stopped."""

import os
import signal
import socket
import subprocess
import sys
import tempfile


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


server, client = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    states = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    states.bind(f"{folder}/notify")
    states.settimeout(30)
    port = free_port()
    path = f"{folder}/echo"
    activated = subprocess.Popen(
        ["systemd-socket-activate", "-E", f"NOTIFY_SOCKET={folder}/notify", "-l", f"127.0.0.1:{port}", "-l", path, server],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    # It listens once it has said so, and starts the server when a client has connected.
    for _ in range(2):
        print(activated.stderr.readline().strip())
    for binding in (f"ncacn_ip_tcp:127.0.0.1[{port}]", f"ncalrpc:[{path}]"):
        print(subprocess.run([client, binding], check=True, capture_output=True, text=True, timeout=30).stdout)
    found = [activated.stdout.readline().strip() for _ in range(2)]
    if found != [f"ncacn_ip_tcp:127.0.0.1[{port}]", f"ncalrpc:[{path}]"]:
        sys.exit(f"listens at {found}")
    if (ready := states.recv(100)) != b"READY=1":
        sys.exit(f"the server said {ready}")
    activated.send_signal(signal.SIGTERM)  # it has become the server
    if (code := activated.wait(30)) != 0:
        sys.exit(f"the server ended with {code}: {activated.stderr.read()}")
    if (stopping := states.recv(100)) != b"STOPPING=1":
        sys.exit(f"the server said {stopping}")
    if not os.path.exists(path):
        sys.exit("the server has removed the socket that systemd keeps")
print("activated")
