"""A network of its own, of one loopback: ports that programs insist on are free there."""

import os
import subprocess
import sys

MARK = "RPCGEN_TEST_NETWORK"


def enter():
    """Starts this program again in one, unless it is there already. Where the machine makes none, as some containers
    do not, it stays in the machine's, whose ports must be free then."""
    if MARK in os.environ:
        return
    os.environ[MARK] = "own"
    alone = ["unshare", *([] if os.getuid() == 0 else ["--map-root-user"]), "--net"]
    inside = 'ip link set lo up && exec "$@"'
    if subprocess.run([*alone, "sh", "-c", inside, "sh", "true"], stderr=subprocess.DEVNULL).returncode == 0:
        os.execvp(alone[0], [*alone, "sh", "-c", inside, "sh", sys.executable, *sys.argv])
    os.environ["RES_OPTIONS"] = "attempts:1 timeout:1"  # no name server need answer
