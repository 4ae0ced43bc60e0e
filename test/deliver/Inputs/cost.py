"""cost.py LIMIT PLUGIN COMPILER...: the share of compile time that the plugin takes where no attribute is used.

Each round compiles with and without the plugin, twice each in an order that favours neither, and compares processor
times. The median over the rounds counts: other work on the machine disturbs single rounds, and in both directions. Goes
on until the share is below LIMIT percent, or fails.
"""
import statistics
import sys

from processor_time import processor_time

limit, plugin, compiler = float(sys.argv[1]), sys.argv[2], sys.argv[3:]
without, with_plugin = compiler, [*compiler, f"-fplugin={plugin}"]
fewest, most = 3, 40

shares = []
for turn in range(1, most + 1):
    times = {False: 0.0, True: 0.0}
    for loaded in (False, True, True, False) if turn % 2 else (True, False, False, True):
        times[loaded] += processor_time(with_plugin if loaded else without)
    shares.append(100 * (times[True] / times[False] - 1))
    share = statistics.median(shares)
    if turn >= fewest and share < limit:
        break
print(f"plugin: {share:.2f} % of {times[False] / 2:.2f} s, after {turn} rounds")
sys.exit(share >= limit)
