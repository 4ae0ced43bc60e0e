"""raw_protocol.py SERVER TABLE [NAME...]

Runs Samba's tests of the protocol (samba.tests.dcerpc.raw_protocol, of python3-samba) against SERVER, in a Kerberos realm
made on the spot. TABLE is a page that lists the methods that do not pass, each with its reason: the others must pass, and
those must fail. With NAMEs, only methods in whose names one of them occurs.

The tests demand port 135: each run has a network of its own.
"""

import concurrent.futures
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import unittest

import network
import realm
import smbtorture

DOMAIN = "EXAMPLE"
PORT = 135
HOST = "server.example.test"  # Samba asks for no ticket for localhost
MOST_CONTEXTS = 16  # security contexts of one connection
WORKERS = 6  # most of the time each of them waits for an answer that does not come


def methods(names):
    from samba.tests.dcerpc.raw_protocol import TestDCERPC_BIND as tests
    found = unittest.defaultTestLoader.getTestCaseNames(tests)
    return [each for each in found if not names or any(name in each for name in names)]


def run(method):
    """Why a method fails, or None."""
    from samba.tests.dcerpc.raw_protocol import TestDCERPC_BIND as tests
    result = unittest.TestResult()
    sys.stderr = open(os.devnull, "w")  # where each wait is announced
    os.environ["KRB5CCNAME"] = "MEMORY:own"  # of this process, of several
    tests(method).run(result)
    failures = result.errors + result.failures
    return failures[0][1] if failures else "skipped" if result.skipped else None


def exceptions(table):
    """The methods in the first column of a Markdown table's rows."""
    with open(table) as file:
        rows = [line for line in file if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(test_\w+)`", row.split("|")[1])}


def judge(failures, expected):
    faults = [f"{method} fails, and is not in the table:\n{why}" for method, why in failures.items()
              if why and method not in expected]
    faults += [f"{method} passes, and is in the table" for method, why in failures.items()
               if not why and method in expected]
    return faults


def main(server, table, *names):
    with tempfile.TemporaryDirectory() as folder, realm.Realm(folder) as kerberos:
        kerberos.add_server(HOST)
        users = f"{folder}/users"
        with open(users, "w") as file:
            file.write(f"{DOMAIN}:alice:{realm.PASSWORD}\n")
        configuration = f"{folder}/smb.conf"
        with open(configuration, "w") as file:
            file.write(f"[global]\nworkgroup = {DOMAIN}\nrealm = {realm.REALM}\n" +
                       "".join(f"{name} = {folder}\n" for name in smbtorture.FOLDERS))
        os.environ.update(kerberos.environment, SERVER="127.0.0.1", TARGET_HOSTNAME=HOST, DOMAIN=DOMAIN,
                          REALM=realm.REALM, USERNAME="alice", PASSWORD=realm.PASSWORD, SMB_CONF_PATH=configuration,
                          MAX_NUM_AUTH=str(MOST_CONTEXTS))
        with subprocess.Popen([server, f"ncacn_ip_tcp:127.0.0.1[{PORT}]", users, kerberos.keytab],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            chosen = methods(names)
            with concurrent.futures.ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
                failures = dict(zip(chosen, pool.map(run, chosen)))
            process.stdin.close()
            if process.wait(60) != 0:
                sys.exit(f"the server ended with status {process.returncode}")

    expected = exceptions(table)
    faults = judge(failures, expected)
    if not names:
        faults += [f"{method} is in the table, and no test" for method in sorted(expected - failures.keys())]
    passed = sum(why is None for why in failures.values())
    print("\n".join([*faults, f"{passed} of {len(failures)} pass, {len(faults)} are not as the table says"]))
    sys.exit(bool(faults))


if __name__ == "__main__":
    network.enter()
    main(*sys.argv[1:])
