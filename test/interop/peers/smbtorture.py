"""Samba's torture test of its echo interface."""

import subprocess
import sys

TESTS = ["addone", "sinkdata", "echodata", "sourcedata", "testcall", "testcall2", "enum", "surrounding",
         "doublepointer", "sleep"]
QUICK = "--option=torture:quick=yes"  # without sleep
FOLDERS = ["private dir", "lock directory", "state directory", "cache directory", "pid directory"]


def configure(folder, *more):
    """The path of a configuration that has all of Samba's folders, and those that `more` names, be this one."""
    path = f"{folder}/smb.conf"
    with open(path, "w") as file:
        file.write("[global]\n" + "".join(f"{name} = {folder}\n" for name in [*FOLDERS, *more]))
    return path


def run(port, folder, flag, options=("-U%",), environment=None):
    configuration = configure(folder)
    binding = f"ncacn_ip_tcp:127.0.0.1[{port}{'' if flag == 'plain' else ',' + flag}]"
    result = subprocess.run(["smbtorture", "-s", configuration, binding, *options, "rpc.echo"], cwd=folder, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, env=environment)
    print(result.stdout)
    tests = TESTS[:-1] if QUICK in options else TESTS
    missing = [test for test in tests if f"success: echo.{test}\n" not in result.stdout]
    if missing or result.returncode != 0:
        sys.exit(f"smbtorture ended with status {result.returncode}; without success: {missing}")
