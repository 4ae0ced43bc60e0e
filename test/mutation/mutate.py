"""mutate.py COUNT FOLDER SOURCE... -- COMPILER...: does the compiler take what is nearly a source of the tests?

Each of COUNT sources is one of the given headers that have stubs, or a few implementations of one of the given .cpp files, with a few tokens
deleted, repeated or swapped; the same number gives the same sources every time. The compiler ends with 0 or 1, never by a signal, and within
four seconds of a processor. What makes it fail stays in FOLDER.
"""

import concurrent.futures
import os
import pathlib
import random
import re
import resource
import subprocess
import sys

SECONDS = 4
MEMORY = 4 << 30
CLASSES = 5
EVERYTHING = "".join(f"#include <{name}>\n" for name in
                     ("array", "memory", "optional", "rpc/rpc.h", "span", "string", "string_view", "variant", "vector"))
# Directives and literals are one token each; blanks and comments go with what follows them.
TOKEN = re.compile(r'(?:\s|//[^\n]*|/\*.*?\*/)*(?:^#[^\n]*|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|[0-9][\w\']*|::|\[\[|\]\]|.)',
                   re.DOTALL | re.MULTILINE)


def delete(tokens, at, chance):
    del tokens[at : at + chance.choice((1, 1, 1, 2, 5))]


def repeat(tokens, at, chance):
    length = chance.choice((1, 1, 1, 2, 5))
    tokens[at:at] = tokens[at : at + length]


def swap(tokens, at, chance):
    other = chance.choice((at + 1, at + 2, chance.randrange(len(tokens)))) % len(tokens)
    tokens[at], tokens[other] = tokens[other], tokens[at]


def mutate(tokens, chance):
    mutant = list(tokens)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(mutant))
        if not mutant[at].lstrip().startswith("#include"):
            chance.choice((delete, repeat, swap))(mutant, at, chance)
    return "".join(mutant)


def sample(text, chance):
    """What comes before the first implementation, some of them, and the end of the namespaces around them."""
    classes = re.findall(r"^struct \w+ : service \{$.*?^\};$", text, re.DOTALL | re.MULTILINE)
    head = text[: text.index(classes[0])]
    return head, "\n".join(chance.sample(classes, min(CLASSES, len(classes)))), "\n}" * (head.count("{") - head.count("}"))


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command):
    """What is wrong with the way in which the compiler ends; None if nothing is."""
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limit, errors="replace", text=True)
    if ended.returncode in (0, 1) and "PLEASE submit a bug report" not in ended.stderr:
        return None
    return f"ended with {ended.returncode}\n" + ended.stderr[-2000:]


def main(count, folder, headers, compiler):
    folder.mkdir(parents=True, exist_ok=True)
    common, compiled = folder / "common.h", folder / "common.pch"
    common.write_text(EVERYTHING)
    subprocess.run([*compiler, "-x", "c++-header", common, "-o", compiled], check=True)
    texts = [(header, header.read_text()) for header in headers]
    originals = [(header, text) for header, text in texts if "rpc::stubs" in text or ": service {" in text]

    def attempt(number):
        header, text = originals[number % len(originals)]
        path = folder / f"{header.stem}.{number}.cpp"
        chance = random.Random(number)
        head, changed, end = sample(text, chance) if header.suffix == ".cpp" else ("", text, "")
        path.write_text(head + mutate(TOKEN.findall(changed), chance) + end)
        wrong = run([*compiler, f"-I{header.parent}", "-fsyntax-only", "-include-pch", compiled, path])
        if not wrong:
            path.unlink()
        return path, wrong

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, wrong in pool.map(attempt, range(count)):
            if wrong:
                failed += 1
                print(f"{path} {wrong}", flush=True)
    print(f"{count} sources, {failed} failures")
    return bool(failed)


if __name__ == "__main__":
    split = sys.argv.index("--")
    sys.exit(main(int(sys.argv[1]), pathlib.Path(sys.argv[2]), [pathlib.Path(name) for name in sys.argv[3:split]],
                  sys.argv[split + 1 :]))
