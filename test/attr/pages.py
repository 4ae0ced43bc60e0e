"""pages.py SOURCE COMPILER...: are the examples of each attribute's page right?

The first is the attribute on a declaration, which is completed to an interface. The one below the text uses it, and is one or nearly so; of what
is not supported yet it is what to write instead. All are compiled together, each in a namespace of its own and under the name of its page. What
is not supported yet is said to be so, and nothing else is found.
"""

import pathlib
import re
import subprocess
import sys
import uuid

source, compiler = pathlib.Path(sys.argv[1]), sys.argv[2:]
# Pages share a uuid, and NDR64 has no byte_count in any example.
compiler += [f"-fplugin-arg-rpcgen-Wno-{rule}" for rule in ("uuid-duplicate", "byte-count-ndr64")]

PAGE = re.compile(r"# (\w+)\n.*?```cpp\n(.+?)\n```\n.*\| Applies to \| (.+?) \|\n.*\| Status \| (.+?) \|\n", re.DOTALL)

# What examples name, and how it is declared.
KNOWN = {
    "record": "struct record { std::int32_t value; };",
    "node": "struct node { std::int32_t value; [[rpc::unique]] node *next; };",
    "tree": "struct tree { [[rpc::unique]] tree *left; [[rpc::unique]] tree *right; };",
    "state": "struct state;",
    "session": "using session [[rpc::context_handle(session_rundown)]] = state *;",
    "session_rundown": "[[rpc::local]] void session_rundown(session s); void close([[rpc::in, rpc::out]] session *s);",
    "the_binding": "inline rpc::handle_t the_binding;",
    "value": "union [[rpc::switch_type(std::uint32_t)]] value { [[rpc::case(1)]] std::int32_t number; [[rpc::default]] rpc::none nothing; };",
}
# What completes a definition, and what uses it.
BODIES = {
    "decode": "{ std::int32_t n; };", "encode": "{ std::int32_t n; };", "wire_marshal": "{ long number; };",
    "empty_case": "{ [[rpc::case(2)]] std::int32_t number; };", "ms_union": "{ [[rpc::case(1)]] std::int32_t number; };",
    "switch_type": "{ [[rpc::case(1)]] std::int32_t number; };", "v1_enum": "{ red, green };",
    "union_switch": "{ std::uint32_t level; value v; };", "user_marshal": "{ std::uint32_t width; };",
}
BEFORE = {
    "represent_as": "struct date { int day; };", "user_marshal": "struct image { int width; };",
    "wire_marshal": "struct amount { std::int64_t cents; };", "transmit_as": "struct wire_time { std::int64_t seconds; };",
    "notify": "[[rpc::local]] void f_notify();", "notify_flag": "[[rpc::local]] void f_notify_flag(bool succeeded);",
    "call_as": "[[rpc::local]] void f(std::uint32_t n);",
}
# The counts, indices and discriminants next to a parameter, a field or a member.
BESIDE = ("n", "first", "last", "used", "level")


def function(*parameters):
    return f"void operation({', '.join(parameters)});\n"


def complete(name, text, place):
    identity = f'rpc::interface("{uuid.uuid5(uuid.NAMESPACE_OID, name)}", 1, 2)'
    here = f'#line 1 "{name}"\n'
    defines = re.match(r"(?:using|struct|class|union|enum) (?:\[\[.+?\]\] )?(\w+)", text)
    given = [code for known, code in KNOWN.items() if not (defines and re.search(rf"\b{defines[1]}\b", code))]
    rest = [code for known, code in KNOWN.items() if code not in given and known != defines[1]]

    def interface(code):
        return f"namespace [[{identity}]] example {{ {' '.join(given)} {BEFORE.get(name, '')}\n{code}{' '.join(rest)} }}\n"

    if text.startswith("namespace"):
        return f"{here}{text} {{ {function()} }}\n"
    if text.startswith("[[rpc::stubs"):
        return interface(function())  # they are not asked for in a namespace
    if text.endswith("]]"):
        inner = text.removeprefix("[[")
        whole = f"[[{inner}" if "rpc::interface" in inner else f"[[{identity}, {inner}"
        return f"{KNOWN['the_binding']}\n{here}namespace {whole} example {{ {function()} }}\n"
    if defines:
        return interface(f"{here}{text} {BODIES.get(name, ';')}\n{function()}")
    if re.search(r"\w+\(.*\)$", text.partition("]]")[2]):
        return interface(f"{function()}{here}{text};\n")
    used = [each for each in BESIDE if re.search(rf"\b{each}\b", text.partition("]]")[0])]
    if place.startswith("a union arm"):
        return interface(f"union [[rpc::switch_type(std::uint32_t)]] whole {{\n{here}{text};\n}};\n"
                         + function("[[rpc::in]] std::uint32_t n", "[[rpc::in, rpc::switch_is(n)]] whole w"))
    if place.startswith("a field"):
        members = "".join(f"std::uint32_t {each}; " for each in used)
        return interface(f"struct whole {{ {members}\n{here}{text};\n}};\n" + function("[[rpc::in]] const whole &w"))
    if "rpc::in" not in text and "rpc::out" not in text:
        text = text.replace("[[", "[[rpc::in, ", 1)
    return interface(function(*(f"[[rpc::in]] std::uint32_t {each}" for each in used), f"\n{here}{text}\n"))


pages = {page.stem: PAGE.match(page.read_text()) for page in sorted((source / "docs/attributes").glob("*.md")) if page.stem != "README"}
assert all(match and match[1] == name for name, match in pages.items()), pages
unsupported = {name for name, match in pages.items() if "not supported" in match[4]}
later = {name for name, match in pages.items() if match[4].startswith("not supported")}  # no rule judges what has them


def findings(code):
    text = "#include <chrono>\n#include <rpc/rpc.h>\n" + code
    output = subprocess.run([*compiler, "-fsyntax-only", "-ferror-limit=0", "-x", "c++", "-"], input=text, stderr=subprocess.PIPE, text=True).stderr
    return re.findall(r"^(.+?):\d+:\d+: (?:fatal )?(?:error|warning): (.*)", output, re.MULTILINE)


def declared(names):
    return "".join(f"namespace of_{name} {{\n{complete(name, pages[name][2], pages[name][3])}}}\n" for name in names)


def used(name, text):
    interface = f'namespace uses_{name} {{ namespace [[rpc::interface("{uuid.uuid5(uuid.NAMESPACE_URL, name)}", 1, 0)]] example {{'
    is_whole = re.search(r"^namespace ", text, re.MULTILINE)
    return f'#line 1 "{name}"\n' + (text if is_whole else f"{interface}\n{text}}} }}\n")


def has_use(name, text):
    """Of what is not supported yet, what to write instead."""
    return re.search(rf"\brpc::{name}\b", text) is None if name in later else re.search(rf"\brpc::{name}\b", text) is not None


uses = {page.stem: match[1] for page in (source / "docs/attributes").glob("*.md")
        if (match := re.search(r" \|\n\n[^|]+\n\n```cpp\n((?:(?!```).)+)```\n$", page.read_text(), re.DOTALL)) and has_use(page.stem, match[1])}
listed = re.findall(r"^\| \[(\w+)\]", (source / "docs/attributes/README.md").read_text(), re.MULTILINE)
wrong = [f"{name} has no page with a text and an example of its use" for name in listed if name not in uses]
wrong += [f"{name}.md is about nothing that exists" for name in pages if name not in listed]
found = findings(declared(name for name in pages if name not in later)) + findings(declared(later))
said = {page for page, message in found if message.endswith("[not-supported]")}
wrong += [f"{page}: {message}" for page, message in found if not (page in unsupported and page in said)]
wrong += [f"{name} is not supported, and its example compiles" for name in unsupported - said]
of_use = findings("".join(used(name, text) for name, text in uses.items() if name not in unsupported - later) + "[[rpc::stubs]];\n")
wrong += [f"{page}: {message}" for page, message in of_use]
print("\n".join(wrong))
sys.exit(bool(wrong))
