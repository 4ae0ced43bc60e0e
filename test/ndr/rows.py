"""rows.py SOURCE: whether every row of the table of constructs in docs/wire.md stands, by its name, in a test of its bytes.

Such a test says row("NAME", ...) or, where bytes come in parts, SCOPED_TRACE("NAME").
"""

import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
page = (source / "docs" / "wire.md").read_text()
table = page.partition("## Constructs")[2].partition("\n## ")[0]
rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("|")][2:]
tests = "".join(path.read_text() for path in (source / "test" / "ndr").glob("*_test.cpp"))
shown = set(re.findall(r'\brow\(\s*"([^"]+)"', tests)) | set(re.findall(r'SCOPED_TRACE\("([^"]+)"\)', tests))

for name in rows:
    if name not in shown:
        print(f"docs/wire.md: '{name}' has no bytes in test/ndr")
for name in shown - set(rows):
    print(f"test/ndr: '{name}' is no row of docs/wire.md")
sys.exit(not rows or set(rows) != shown)
