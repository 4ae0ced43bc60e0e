"""twentieth.py ALL PART: takes the second command less than a twentieth of the processor's time that the first one takes?"""

import resource
import subprocess
import sys


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


whole, part = seconds(sys.argv[1]), min(seconds(sys.argv[2]) for _ in range(3))
print(f"{part:.3f} of {whole:.3f} s, {part / whole:.1%}")
sys.exit(part * 20 >= whole)
