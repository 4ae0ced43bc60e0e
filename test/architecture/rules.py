"""rules.py SOURCE: a rule over declarations is a file of its name, alone in it, and has a line in the list."""

import pathlib
import re
import sys

rules = pathlib.Path(sys.argv[1]) / "plugin/rules"
listed = re.findall(r"^RULE\((\w+)\)$", (rules / "List.def").read_text(), re.MULTILINE)
found = []
for path in sorted(rules.glob("*/*.cpp")):
    if path.parent.name == "support":
        continue
    defined = re.findall(r'DEFINE_RULE\((\w+)\) = \{\s*"([\w-]+)"', path.read_text())
    if [name for _, name in defined] != [path.stem]:
        print(f"{path.relative_to(rules)} defines {defined}")
    found += [identifier for identifier, _ in defined]
print(*(f"{rule} is in the list, or in a file" for rule in sorted(set(listed) ^ set(found))), sep="\n", end="")
sys.exit(sorted(listed) != sorted(found))
