"""cost.py LIMIT PLUGIN COMPILER...: the share of compile time that the plugin takes where no attribute is used.

Runs the compiler with and without the plugin in turns, in an order that favours neither, and compares the smallest
processor times: what disturbs a run only makes it longer. Goes on until the share is below LIMIT percent, or fails.
"""
import os
import subprocess
import sys

limit, plugin, compiler = float(sys.argv[1]), sys.argv[2], sys.argv[3:]
without, with_plugin = compiler, [*compiler, f"-fplugin={plugin}"]
fewest, most = 2, 30


def processor_time(command):
    before = os.times()
    subprocess.run(command, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


best = {False: float("inf"), True: float("inf")}
for turn in range(1, most + 1):
    for loaded in (False, True, True, False) if turn % 2 else (True, False, False, True):
        best[loaded] = min(best[loaded], processor_time(with_plugin if loaded else without))
    share = 100 * (best[True] / best[False] - 1)
    if turn >= fewest and share < limit:
        break
print(f"plugin: {share:.2f} % of {best[False]:.2f} s, after {turn} rounds")
sys.exit(share >= limit)
