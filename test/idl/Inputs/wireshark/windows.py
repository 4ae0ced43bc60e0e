"""windows.py WINDOWS_CAPTURES.H WINDOWS.H CAPTURE: the messages that Windows peers sent as a capture, in both syntaxes."""

import re
import sys

import capture

captures, header = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
opnums = {name: number for number, name in enumerate(re.findall(r"^(?:void|std::\w+) (\w+)\(\[\[", header, re.MULTILINE))}
uuid = re.search(r'interface\("([-\w]+)"', header)[1]
talk = capture.Conversation(uuid)
for name, rows in re.findall(r"call (\w+)\[\] = \{(.*?)\n\};", captures, re.DOTALL):
    rows = re.sub(r'"\s*"', lambda found: "" if "\n" in found[0] else found[0], rows)
    for row in re.findall(r"\{-?\w+,(.*?)\}\}(?=,|\s)", rows + "}", re.DOTALL):
        for syntax, pair in zip(capture.SYNTAXES, re.findall(r'\{("[^{}]*?|nullptr[^{}]*?)(?:\}|$)', row)):
            texts = re.findall(r'"(\w*)"|nullptr', pair)
            if len(texts) == 2 and name in opnums:
                talk.request(opnums[name], bytes.fromhex(texts[0]), syntax)
                talk.response(bytes.fromhex(texts[1]), syntax)
capture.write(sys.argv[3], [talk])
print(len(talk.packets))
