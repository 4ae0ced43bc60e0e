"""times.py FACTOR SOURCE OTHER COMPILER...: whether compiling SOURCE takes at most FACTOR times the processor time of OTHER.
The least of three runs each, in turn, so that it does not matter how fast the machine is and what else it does."""

import sys

from processor_time import processor_time

factor, source, other, *compiler = sys.argv[1:]
runs = [(processor_time([*compiler, source]), processor_time([*compiler, other])) for _ in range(3)]
took, least = (min(times) for times in zip(*runs))
print(f"{took:.2f} s and {least:.2f} s of processor time")
sys.exit(took > float(factor) * least)
