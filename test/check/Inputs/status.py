"""status.py NUMBER COMMAND...: does the command end with that number?"""

import subprocess
import sys

status = subprocess.run(sys.argv[2:]).returncode
if status != int(sys.argv[1]):
    sys.exit(f"ended with {status}")
