"""calls.py RPC-CALL RPC-DUMP SERVER HEADER COMPLETION: calls of the server by rpc-call, and what it says to wrong input."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

call, dump, server, header, completion = sys.argv[1:]
CRATE = {
    "what": {
        "packed": "2026-11-29T12:00:00.5000000Z",
        "id": "60a15ec5-4de8-11d7-a637-005056a20182",
        "inner": {
            "count": 3,
            "pieces": [{"what": "apple", "of": {"seeds": 5}}, {"what": "pear", "of": {"name": "Birne \U0001F350"}}, {"what": "pear", "of": {"name": None}}],
        },
    },
    "at": {"room": 5, "first": 1, "used": 2, "places": [-1, 2]},
}
GRAPH = {"$id": 1, "value": {"letter": "a", "left": {"$id": 2, "value": {"letter": "b", "left": {"$id": 1}, "right": None}}, "right": None}}
WORDS = {"words": ["a", "b\u00e9", ""], "factor": 2.5}


def run(*words, given="", status=0):
    done = subprocess.run([call, *words], input=given, capture_output=True, text=True)
    assert done.returncode == status, (words, done)
    return done.stdout if status == 0 else done.stderr if not done.stdout else done.stdout + done.stderr


def asked(operation, request, *options, status=0):
    printed = run(*options, peer, header, operation, json.dumps(request), status=status)
    return json.loads(printed) if status == 0 else printed


def refused(operation, request, words, status=2):
    said = asked(operation, request, status=status)
    assert words in said, said


def changed(request, path, value):
    copy = json.loads(json.dumps(request))
    at = copy
    for name in path[:-1]:
        at = at[name]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return copy


def check_calls(folder):
    for options in (["--syntax=ndr"], ["--syntax=ndr64"], []):
        assert asked("pack", CRATE, *options) == {"pieces": 3, "packed": CRATE["what"]["packed"]}
        a = asked("turn", {"root": GRAPH}, *options)["root"]
        assert a["value"]["left"] is None and a["value"]["right"]["value"]["left"] == {"$id": a["$id"]}, a
        assert asked("turn", {"root": None}, *options) == {"root": None}
        assert asked("store::later", WORDS, *options) == {"return": 7}
        assert asked("6", changed(WORDS, ["factor"], None), *options) == {"return": 3}
    octets = bytes(range(256)) * 1000
    (folder / "in").write_bytes(octets)
    asked("copy", {}, f"--in=from={folder}/in", f"--out=to={folder}/out")
    assert (folder / "out").read_bytes() == octets
    assert asked("copy", {"from": "00ff"}) == {"to": "00ff"}


def check_lines():
    lines = '$v = enter {"name": "J\u00fcrgen"}\n# a comment\ngreet {"by": "$v.made"}\nexit {"by": "$v.made"}\n'
    assert "Gr\u00fc\u00df Gott, J\u00fcrgen" in run("--interactive", peer, header, given=lines)
    said = run("--interactive", peer, header, given=lines + 'greet {"by": "$v.made"}\ngreet {"by": "$w"}\nenter {"name": "x"}\n', status=1)
    assert "line 5: store::greet" in said and "line 6: '$w' has no value" in said and said.count('"uuid"') == 2, said


def check_objects():
    assert asked("later", WORDS, "--object=0f3a3c52-0d43-4f6e-9a53-6d1c7b1f2e88") == {"return": -7}
    # Of one that the server does not know, it is the implementation without an object.
    assert asked("later", WORDS, "--object=0f3a3c52-0d43-4f6e-9a53-6d1c7b1f2e89") == {"return": 7}
    assert "no uuid" in asked("later", WORDS, "--object=0f3a", status=2)


def completed(*words):
    script = f'source "{completion}"; COMP_WORDS=(rpc-call "$@"); COMP_CWORD=$#; _rpc_call; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, check=True,
                          env=os.environ | {"PATH": f"{os.path.dirname(call)}:{os.environ['PATH']}"})
    return done.stdout.split()


def check_completion():
    assert completed("--list", header, "") == ["pack", "turn", "enter", "greet", "exit", "copy", "later"]
    assert completed(peer, header, "e") == ["enter", "exit"]
    assert "--interactive" in completed("--in") and "--in=" in completed("--in")


def check_mistakes():
    pieces = ["what", "inner", "pieces"]
    refused("pack", changed(CRATE, [*pieces, 0, "of"], {"seeds": "x"}), "what.inner.pieces[0].of.seeds: expected an integer, got a string")
    refused("pack", changed(CRATE, [*pieces, 0, "of"], {"seeds": 256}), "what.inner.pieces[0].of.seeds: 256 is no value of 8 bits without a sign")
    refused("pack", changed(CRATE, [*pieces, 0, "of"], {"name": "x"}), "what.inner.pieces[0].of: the discriminant 1 selects 'seeds', not 'name'")
    refused("pack", changed(CRATE, [*pieces, 1, "what"], "plum"), "what.inner.pieces[1].what: 'kind' has no enumerator 'plum'")
    refused("pack", changed(CRATE, [*pieces, 1, "what"], 3), "what.inner.pieces[1].of: the discriminant 3 selects no arm")
    refused("pack", changed(CRATE, ["what", "inner", "count"], 2), "what.inner.pieces: there are 3 elements, but their number is to be 2")
    refused("pack", changed(CRATE, ["what", "inner", "count"], ...), "what.inner.count: is missing")
    refused("pack", changed(CRATE, ["what", "packed"], "yesterday"), "what.packed: 'yesterday' is no time")
    refused("pack", changed(CRATE, ["what", "id"], "60a1"), "what.id: '60a1' is no uuid")
    refused("pack", changed(CRATE, ["at", "used"], 5), "at.places: what tells the number of its elements")
    refused("pack", changed(CRATE, ["at", "places"], [1, 2, 3]), "at.places: there are 3 elements, but their number is to be 2")
    refused("pack", changed(CRATE, ["what"], None), "what: a [ref] pointer cannot be null")
    refused("pack", {**CRATE, "where": 1}, "there is no member 'where'")
    refused("turn", {"root": {"$id": 9}}, "root: no object before has the $id 9")
    refused("later", changed(WORDS, ["words"], ["a\0b"]), "words[0]: a character of the text is a zero")
    refused("greet", {"by": {"attributes": 0, "uuid": "60a15ec5-4de8-11d7-a637-005056a20182"}}, "fault", status=1)
    assert "there is no operation 'pakc'" in run(peer, header, "pakc", status=2)
    assert "the request is not JSON" in run(peer, header, "pack", "{", status=2)
    assert "rpc-call" in run(header, status=2)
    assert "is no pipe of octets" not in run("--in=what=/dev/null", peer, header, "pack", "{}", status=2)
    run("ncacn_ip_tcp:127.0.0.1[1]", header, "pack", json.dumps(CRATE), status=1)


def check_bytes():
    """What is encoded is decoded to the same values, by rpc-dump, in both syntaxes."""
    for operation, number, request in (("pack", "0", CRATE), ("turn", "1", {"root": GRAPH}), ("later", "6", WORDS)):
        for syntax, same in (("ndr", "ndr20"), ("ndr64", "ndr64")):
            encoded = run("--encode", f"--syntax={syntax}", header, operation, json.dumps(request))
            shown = subprocess.run([dump, "--header", header, "--hex", "--request", "--opnum", number, "--syntax", same, "--format", "json"],
                                   input=encoded, capture_output=True, text=True, check=True).stdout
            assert json.loads(shown)["values"] == request, (request, shown)
    # By hand, of C706 chapter 14: [ptr] ids, 'a', two pointers, and what the first one points to.
    assert run("--encode", header, "turn", json.dumps({"root": GRAPH})).strip() == (
        "01000000" "61000000" "02000000" "00000000" "62000000" "01000000" "00000000")


def check_templates():
    for name in run("--list", header).split():
        template = run("--template", header, name)
        run("--encode", header, name, template)
    assert "[[rpc::in]] const ::store::crate* what" in run("--describe", header, "pack")


with tempfile.TemporaryDirectory() as folder, subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as serving:
    try:
        peer = serving.stdout.readline().strip()
        check_calls(pathlib.Path(folder))
        check_lines()
        check_objects()
        check_completion()
        check_mistakes()
        check_bytes()
        check_templates()
    finally:
        serving.stdin.close()
