"""Checks that what a table of tests names exists: `Suite.Name` as a test of GoogleTest, `test/...` as a file."""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
known = set()
for file in root.glob("test/**/*.cpp"):
    known.update(".".join(found) for found in re.findall(r"^TEST(?:_[FP])?\((\w+), (\w+)\)", file.read_text(), re.MULTILINE))
table = (root / "test/runtime/README.md").read_text()
named = re.findall(r"`(\w+\.\w+|test/[^`]+)`", table)
missing = [name for name in named if name not in known and not (root / name).exists()]
print(f"{len(named)} tests are named", *(f"there is no {name}" for name in missing), sep="\n")
sys.exit(bool(missing) or len(named) < 50)
