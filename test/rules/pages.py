"""pages.py FOLDER SOURCE COMPILER...: does every rule of FOLDER/rules.txt have a test, and a page that is true?

So does what the stages before and after the rules find, whose examples are not of one interface and are not compiled.

All wrong examples are compiled together, and so are all right ones, each in a namespace of its own and under the name
of its page.
"""

import pathlib
import re
import subprocess
import sys
import uuid

folder, source, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
pages, tests, body_tests = source / "docs/rules", source / "test/rules", source / "test/bodies"


def read_list(name):
    return [line.split("\t") for line in (folder / name).read_text().splitlines()]


rules = {name: summary for name, summary, level, subject in read_list("rules.txt") if subject != "stage"}
off = {name for name, summary, level, subject in read_list("rules.txt") if level == "off"}
of_bodies = {name for name, summary, level, subject in read_list("rules.txt") if subject == "implementation"}
others = {name: summary for name, summary, level, subject in read_list("rules.txt") if subject == "stage"}
compiler += [f"-fplugin-arg-rpcgen-W{name}" for name in off]
other_tests = "".join(test.read_text() for room in ("attr", "deliver", "policy") for test in (source / "test" / room).glob("*.*"))

PAGE = re.compile(r"# (\S+)\n\n(.+?)\n\n.+\n\nWrong:\n\n```(?:cpp|sh)\n(.+?)```\n\nRight:\n\n```(?:cpp|sh)\n(.+?)```\n", re.DOTALL)
RELEASED = re.compile(r"\n\nReleased:\n\n```cpp\n(.+?)```\n", re.DOTALL)
STANDARD = "".join(f"#include <{name}>\n" for name in ("memory", "string", "string_view", "variant", "vector"))
INTERFACE = '[[rpc::interface("{}", 1, 0)]]'


def example(rule, text):
    name = rule.replace("-", "_")
    declared, stubs, used = text.partition("[[rpc::stubs]];\n")
    inner = declared if re.search(r"^namespace \[\[", text, re.MULTILINE) else f"namespace {INTERFACE.format(uuid.uuid5(uuid.NAMESPACE_OID, rule))} example {{\n#line 1\n{declared}}}\n"
    code = f'namespace {name} {{\n#line 1 "{rule}"\n{inner}}}\n'
    return code + (f'[[rpc::stubs({name}::example)]];\nnamespace {name} {{\nusing namespace example;\n#line 1 "{rule}"\n{used}}}\n' if stubs else "")


def findings(name, headers, examples, *flags):
    """The rules that the compiler names, by page. Those that are off are on: each may find something in any example."""
    file = folder / name
    file.write_text(f'{headers}{"".join(examples)}\n[[rpc::stubs]];\n')
    output = subprocess.run([*compiler, *flags, "-fsyntax-only", "-ferror-limit=0", file], stderr=subprocess.PIPE, text=True).stderr
    found = {rule: set() for rule in rules if f'"{rule}"' in "".join(examples)}
    for page, message in re.findall(r"^(.+?):\d+:\d+: (?:error|warning): (.*)", output, re.MULTILINE):
        identifier = re.search(r"\[([a-z0-9-]+)\]$", message)
        found.setdefault(page, set()).add(identifier[1] if identifier else message)
    return {page: {rule for rule in named if rule == page or rule not in off} for page, named in found.items()}


def lock(headers, released):
    """What has the compiler compare with the examples of what was released."""
    (folder / "released.h").write_text(f'{headers}{"".join(released)}\n[[rpc::stubs]];\n')
    subprocess.run([*compiler, "-x", "c++-header", "-w", "-fsyntax-only", f"-fplugin-arg-rpcgen-out={folder}", folder / "released.h"], check=True)
    return f"-fplugin-arg-rpcgen-lock={folder}/released.rpc.json"


def problems():
    wrong, right, wrong_bodies, right_bodies, locked = [], [], [], [], []
    for rule, summary in rules.items():
        page, test = pages / f"{rule}.md", (body_tests if rule in of_bodies else tests) / f"{rule}.cpp"
        if not test.exists() or f"[{rule}]" not in test.read_text():
            yield f"{rule} has no test that expects it"
        match = PAGE.fullmatch(page.read_text()) if page.exists() else None
        if not match or match[1] != rule or match[2] != summary:
            yield f"{rule} has no page with its name, its summary '{summary}', a reason and two examples"
            continue
        if released := RELEASED.search(match[0]):
            locked.append([example(rule, text) for text in (released[1], match[3], match[4])])
            continue
        (wrong_bodies if rule in of_bodies else wrong).append(example(rule, match[3]))
        (right_bodies if rule in of_bodies else right).append(example(rule, match[4]))
    for name, summary in others.items():
        page = pages / f"{name}.md"
        if f"[{name}]" not in other_tests:
            yield f"{name} has no test that expects it"
        match = PAGE.fullmatch(page.read_text()) if page.exists() else None
        if not match or match[1] != name or match[2] != summary:
            yield f"{name} has no page with its name, its summary '{summary}', a reason and two examples"
    for page in pages.glob("*.md"):
        if page.stem not in rules and page.stem not in others and page.stem != "README":
            yield f"{page.name} is about nothing that is reported"
    # What stubs cannot do yet is judged by rules all the same, and no example can specialise a template of the runtime.
    beside_the_point = {"not-supported", "xmit-routines-missing"}
    few, all_of_it, of_servers = (f'#include "{source / header}"\n' for header in (
        "test/rules/Inputs/rpc.h", "include/rpc/rpc.h", "test/bodies/Inputs/rpc.h"))
    bodies = "-fplugin-arg-rpcgen-bodies"
    released, wrong_locked, right_locked = map(list, zip(*locked))
    against = lock(all_of_it, released)
    found = (findings("wrong.cpp", few + STANDARD, wrong) | findings("wrong_bodies.cpp", of_servers, wrong_bodies, bodies)
             | findings("wrong_locked.cpp", all_of_it, wrong_locked, against))
    for rule, named in found.items():
        if named - (beside_the_point - {rule}) != {rule}:
            yield f"the wrong example of {rule} gives {named or 'nothing'}"
    found = (findings("right.cpp", all_of_it + STANDARD, right) | findings("right_bodies.cpp", of_servers, right_bodies, bodies)
             | findings("right_locked.cpp", all_of_it, right_locked, against))
    for rule, named in found.items():
        if named:
            yield f"the right example of {rule} gives {named}"


found = list(problems())
print("\n".join(found))
sys.exit(bool(found))
