"""ping.py RPC-PING MAPPER SERVER: asks a mapper and a server that is registered with it."""

import json
import re
import signal
import socket
import subprocess
import sys
import tempfile

ping, mapper, server = sys.argv[1:]
ECHO = "60a15ec5-4de8-11d7-a637-005056a20182"
MANAGEMENT = "afa8bd80-7d8a-11c9-bef4-08002b102989"


def run(*words, status=0):
    done = subprocess.run([ping, "--timeout=60", *words], capture_output=True, text=True)
    assert done.returncode == status, (words, done)
    return done.stdout if status == 0 else done.stderr


def start(*words):
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def port_of(binding):
    return re.search(r"\[(\d+)\]", binding)[1]


def check_mapper(port, at):
    found = json.loads(run("--json", f"--mapper-port={port}", "127.0.0.1"))
    echo = [each for each in found["interfaces"] if each["uuid"] == ECHO]
    assert [each["version"] for each in echo] == ["1.0"], found
    assert {"binding": at, "syntaxes": ["NDR", "NDR64"], "annotation": "Echo"} in echo[0]["endpoints"], found
    text = run(f"--mapper-port={port}", "ncacn_ip_tcp:127.0.0.1")
    assert f"{ECHO} v1.0\n  {at}  NDR, NDR64  Echo\n" in text, text
    assert run("--quiet", f"--mapper-port={port}", "127.0.0.1") == ""


def check_server(at):
    found = json.loads(run("--json", at))
    assert found["listens"] and found["statistics"]["calls_received"] > 0, found
    assert [each["uuid"] for each in found["interfaces"]] == [MANAGEMENT, ECHO], found
    assert all(each["endpoints"] == [{"binding": at, "syntaxes": ["NDR", "NDR64"]}] for each in found["interfaces"]), found
    text = run(at)
    assert text.startswith(f"{at}: listens, 2 interfaces, "), text
    assert run("--quiet", at) == ""


def check_failures():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = unused.getsockname()[1]
        assert "cannot connect" in run("--quiet", f"ncacn_ip_tcp:127.0.0.1[{nowhere}]", status=1)
        assert run(f"--mapper-port={nowhere}", "127.0.0.1", status=1)
    assert "the port 'x' is not a number" in run("ncacn_ip_tcp:host[x]", status=2)
    assert "one binding is expected" in run(status=2)
    assert "--timeout takes" in run("--timeout=0", "host", status=2)
    assert "--mapper-port takes" in run("--mapper-port=65536", "host", status=2)
    assert run("--no-such-option", "host", status=2)


def check_configuration(folder):
    file = f"{folder}/mapper.json"
    with open(file, "w") as out:
        json.dump({"options": {"management": False}, "endpoints": ["ncacn_ip_tcp:127.0.0.1[0]"]}, out)
    with start(mapper, "--config", file) as mapping:
        at = mapping.stdout.readline().strip()
        assert "nca_s_unk_if" in run(at, status=1)  # without the management interface
        mapping.send_signal(signal.SIGTERM)
        assert mapping.wait() == 0
    with start(mapper, "--config", file, "ncalrpc:[@%s/other]" % folder) as mapping:
        at = mapping.stdout.readline().strip()
        assert at == f"ncalrpc:[@{folder}/other]"
        run(at, status=1)
        mapping.send_signal(signal.SIGTERM)
        assert mapping.wait() == 0
    with open(file, "w") as out:
        out.write('{"options": {"thread": 1}}')
    refused = subprocess.run([mapper, "--config", file], capture_output=True, text=True)
    assert refused.returncode == 1 and "options.thread: there is no such option" in refused.stderr, refused


with tempfile.TemporaryDirectory(dir="/tmp") as folder:
    local = f"ncalrpc:[{folder}/mapper]"
    with start(mapper, "ncacn_ip_tcp:127.0.0.1[0]", local) as mapping:
        port = port_of(mapping.stdout.readline())
        assert mapping.stdout.readline().strip() == local
        with start(server, local) as serving:
            at = serving.stdout.readline().strip()
            check_mapper(port, at)
            check_server(at)
            serving.stdin.close()
            assert serving.wait() == 0
        assert "0 interfaces" in run(f"--mapper-port={port}", "127.0.0.1")
        mapping.send_signal(signal.SIGTERM)
        assert mapping.wait() == 0
    check_failures()
    check_configuration(folder)
