"""lsp.py FOLDER RPC_CHECK...: a conversation with rpc-check lsp about the files of a database, as an editor has it."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2]))
from language_server import LanguageServer

folder, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
server = LanguageServer(*command, root=folder)
print("capabilities:", *sorted(server.capabilities))


def show(title, diagnostics):
    print(f"{title}: {len(diagnostics)}")
    for each in diagnostics:
        start, end = each["range"]["start"], each["range"]["end"]
        print(f"  {start['line']}:{start['character']}-{end['character']} {each['severity']} {each['code']}: {each['message']}")


def show_hover(title, file, line, character):
    answer = server.request("textDocument/hover", textDocument={"uri": file.as_uri()},
                            position={"line": line, "character": character})
    print(f"{title}: {answer['result'] and answer['result']['contents']['value']}")


weather = folder / "weather.h"
show("weather", server.open(weather))
lines = weather.read_text().splitlines()


def place(text, word):
    line = next(i for i, each in enumerate(lines) if text in each)
    return line, lines[line].index(word) + 1


show_hover("parameter", weather, *place("void get", "station"))
show_hover("type", weather, *place("void put", "sample"))
show_hover("nothing", weather, *place("void get", "void"))

# What is typed and not saved; the column after two characters of more than one byte, one of them of two UTF-16 units.
wrong = weather.read_text().replace("std::int32_t ping();", "/* ü😀 */ void ping([[rpc::out]] const std::uint32_t *s);")
server.notify("textDocument/didChange", textDocument={"uri": weather.as_uri(), "version": 2}, contentChanges=[{"text": wrong}])
show("typed", server.diagnostics(weather))
whole = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}
for action in server.request("textDocument/codeAction", textDocument={"uri": weather.as_uri()}, range=whole,
                             context={"diagnostics": []})["result"]:
    for edit in action["edit"]["changes"][weather.as_uri()]:
        line = wrong.splitlines()[edit["range"]["start"]["line"]].encode("utf-16-le")
        begin, end = (2 * edit["range"][each]["character"] for each in ("start", "end"))
        after = (line[:begin] + edit["newText"].encode("utf-16-le") + line[end:]).decode("utf-16-le")
        print(f"fix: {action['title']} -> {after}")
show_hover("still", weather, *place("void put", "sample"))

# A file that includes it sees what is not saved, and has findings of its own.
user = folder / "finding.cpp"
show("user", server.open(user))
server.notify("textDocument/didClose", textDocument={"uri": weather.as_uri()})
show("closed", server.diagnostics(weather))

print("unknown:", server.request("textDocument/rename")["error"]["code"])
print("wrong:", server.request("textDocument/hover", textDocument={})["error"]["code"])
print("ended with", server.end())
