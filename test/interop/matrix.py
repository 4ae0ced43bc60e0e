"""matrix.py [--write]: the table of docs/interoperability.md, which the tests of this folder make.

Each test has a line "MATRIX: peer | what it is | syntaxes | what is tested". Without --write, fails if the page has
another table.
"""
import pathlib
import sys

interop = pathlib.Path(__file__).parent
page = interop.parents[1] / "docs" / "interoperability.md"
HEAD = "| peer | is the | syntax | what is tested | test |\n|---|---|---|---|---|\n"


def row(test):
    lines = [line.removeprefix("MATRIX: ") for line in test.read_text().splitlines() if line.startswith("MATRIX: ")]
    cells = lines[0].split(" | ") if len(lines) == 1 else []
    if len(cells) != 4:
        sys.exit(f"{test}: write one line 'MATRIX: peer | what it is | syntaxes | what is tested'")
    name = test.relative_to(interop).with_suffix("")
    return [*cells, f"[{name}](../test/interop/{name}.test)"]


rows = sorted(map(row, interop.rglob("*.test")))
text, _, _ = page.read_text().partition(HEAD)
made = text + HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
if sys.argv[1:] == ["--write"]:
    page.write_text(made)
elif page.read_text() != made:
    sys.exit(f"{page} is not what the tests say: run test/interop/matrix.py --write")
