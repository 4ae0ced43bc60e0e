"""count.py FOLDER: what the corpus has, as its README says.

A wrong place is a rule that is expected there, or missed; a right body is an implementation, or a function that is given a
client, without any.
"""

import pathlib
import re
import sys

MARK = re.compile(r"\[[a-z]+(?:-[a-z]+)+\]")
EXPECTED = re.compile(r"// (?:expected-|missed:).*")
BODY = re.compile(r"^struct \w+(?: final)? : service \{$.*?^\};$|^[^\s#}/][^\n;]*\b(?:client|server|c)\b[^\n;]*\) \{$.*?^\}$", re.DOTALL | re.MULTILINE)


def marks(text):
    return [rule for line in EXPECTED.findall(text) for rule in MARK.findall(line)]


texts = [path.read_text() for path in sorted(pathlib.Path(sys.argv[1]).glob("*.cpp"))]
wrong = sum(len(marks(text)) for text in texts)
missed = sum(text.count("missed: [") for text in texts)
right = sum(not marks(body) for text in texts for body in BODY.findall(text))
print(f"{wrong} wrong places, {missed} of them missed, and {right} right bodies")
