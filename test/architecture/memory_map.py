"""memory_map.py SOURCE: do the tests and rules that docs/memory.md names exist, and has every row of its map a test?"""

import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
page = (source / "docs/memory.md").read_text()
tests = "".join(path.read_text() for path in sorted((source / "test").rglob("*_test.cpp")))
known = {f"{suite}.{name}" for suite, name in re.findall(r"^TEST(?:_[PF])?\((\w+), (\w+)\)", tests, re.MULTILINE)}


def problems():
    rows = re.findall(r"^\| (?:server-stub-memory|allocation-rules|pointer-types|introduction).*", page, re.MULTILINE)
    if not rows:
        yield "docs/memory.md has no map"
    for row in rows:
        if not re.search(r"`(\w+|bodies/\w+)\.\w+`", row) and "not supported yet" not in row:
            yield f"no test: {row}"
    for name in re.findall(r"`(\w+\.\w+)`", page):
        if name not in known:
            yield f"no such test: {name}"
    for name in re.findall(r"`(bodies/\w+\.cpp)`", page):
        if not (source / "test" / name).exists():
            yield f"no such test: {name}"
    for name in re.findall(r"\(rules/([\w-]+)\.md\)", "".join(rows)):
        if not (source / "test/bodies" / f"{name}.cpp").exists():
            yield f"no test of the rule: {name}"


found = list(problems())
print("\n".join(found))
sys.exit(bool(found))
