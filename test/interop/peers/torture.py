"""torture.py SERVER: Samba's torture tests of connections, context handles and the management interface, against SERVER
and the endpoint mapper in it, in a network of its own."""

import subprocess
import sys
import tempfile

import network
import smbtorture

TESTS = {
    "rpc.mgmt": ["mgmt"],
    "rpc.asyncbind": ["asyncbind"],
    "rpc.altercontext": ["altercontext"],
    "rpc.objectuuid": ["random-uuid"],
    "rpc.handles.lsarpc": ["lsarpc"],
    "rpc.handles.lsarpc-shared": ["lsarpc-shared"],
    "rpc.handles.samr": ["samr"],
    "rpc.handles.mixed-shared": ["mixed-shared"],
    "rpc.handles.random-assoc": ["random-assoc"],
    "rpc.handles.drsuapi": ["drsuapi"],
}
# After a call that succeeds, this test looks at the status of the one before, which had to fail: no server passes it.
OF_SAMBA = {"rpc.handles.lsarpc-shared": "handles.c:241: status was NT_STATUS_RPC_SS_CONTEXT_MISMATCH"}
FLAGS = ["", "bigendian", "ndr64"]


def judge(configuration, folder, flag, suite, tests):
    binding = f"ncacn_ip_tcp:127.0.0.1[{flag}]"
    result = subprocess.run(["smbtorture", "-s", configuration, "--option=torture:async=yes", binding, "-U%", suite],
                            cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    if suite in OF_SAMBA and OF_SAMBA[suite] in result.stdout:
        return
    missing = [test for test in tests if f"success: {test}\n" not in result.stdout]
    if missing or result.returncode != 0:
        sys.exit(f"{result.stdout}\n{suite} with {flag or 'no flag'} ended with status {result.returncode}; without "
                 f"success: {missing}")


def main(server):
    with tempfile.TemporaryDirectory() as folder:
        configuration = smbtorture.configure(folder)
        # Samba asks at port 135. The server ends when its standard input does.
        with subprocess.Popen([server, "ncacn_ip_tcp:127.0.0.1[135]"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True) as process:
            process.stdout.readline()
            for flag in FLAGS:
                for suite, tests in TESTS.items():
                    judge(configuration, folder, flag, suite, tests)
            process.stdin.close()
            if process.wait(60) != 0:
                sys.exit(f"the server ended with status {process.returncode}")


if __name__ == "__main__":
    network.enter()
    main(*sys.argv[1:])
