"""cluster.py SERVER CLIENT MAPPER CONFIGURATION: three SERVERs are restarted one after the other while CLIENT calls them:
through HAProxy with CONFIGURATION, and by the ports that MAPPER knows. No call may fail."""

import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

SECONDS = 6
THREADS = 12  # so many that each server has some by chance
NUMBERS = (1, 2, 3)


def start(*words):
    return subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, text=True)


def stop(program):
    program.send_signal(signal.SIGTERM)
    program.wait(30)
    program.stdout.close()


def port_in(binding):
    return int(re.search(r"\[(\d+)\]", binding)[1])


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nothing listens at port {port}")


def restart_while_called(client, servers, arguments, serve):
    """Restarts all servers while the client calls, a third of its time apart."""
    calling = start(client, SECONDS, THREADS, *arguments)
    for number in NUMBERS:
        time.sleep(SECONDS / 4)
        stop(servers[number])
        servers[number] = serve(number)
    found = calling.communicate(timeout=60)[0]
    print(found)
    if calling.returncode != 0 or "0 failed\n" not in found:
        sys.exit("calls have failed")
    silent = [number for number in NUMBERS if f"server {number}: " not in found]
    if silent:
        sys.exit(f"servers that have answered nothing: {silent}")


def behind_haproxy(server, client, configuration, folder):
    ports = {}

    def serve(number):
        started = start(server, number, f"ncacn_ip_tcp:127.0.0.1[{ports.get(number, 0)}]")
        ports[number] = port_in(started.stdout.readline())
        return started

    servers = {number: serve(number) for number in NUMBERS}
    address = free_port()
    text = pathlib.Path(configuration).read_text().replace("ADDRESS", f"127.0.0.1:{address}")
    for number in NUMBERS:
        text = text.replace(f"SERVER{number}", f"127.0.0.1:{ports[number]}")
    file = pathlib.Path(folder) / "haproxy.cfg"
    file.write_text(text)
    balancing = start("/usr/sbin/haproxy", "-db", "-f", file)
    try:
        wait_for(address)
        restart_while_called(client, servers, [135, f"ncacn_ip_tcp:127.0.0.1[{address}]"], serve)
    finally:
        for program in [balancing, *servers.values()]:
            stop(program)


def by_the_mapper(server, client, mapper, folder):
    local = f"ncalrpc:[{folder}/mapper]"
    mapping = start(mapper, "ncacn_ip_tcp:127.0.0.1[0]", local)
    port = port_in(mapping.stdout.readline())
    mapping.stdout.readline()

    def serve(number):
        started = start(server, number, "ncacn_ip_tcp:127.0.0.1[0]", local)
        started.stdout.readline()
        return started

    servers = {number: serve(number) for number in NUMBERS}
    try:
        restart_while_called(client, servers, [port, "ncacn_ip_tcp:127.0.0.1"], serve)
    finally:
        for program in [*servers.values(), mapping]:
            stop(program)


def main(server, client, mapper, configuration):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # whose sockets need short names
        behind_haproxy(server, client, configuration, folder)
        by_the_mapper(server, client, mapper, folder)


main(*sys.argv[1:])
