"""mutate.py COUNT FOLDER SOURCE... -- COMPILER...: does the compiler take what is nearly a source of the tests?

Each of COUNT sources is one of the given headers that have stubs, or .cpp files that implement services, with a few tokens deleted,
repeated, swapped or replaced; the same number gives the same sources every time. The compiler ends with 0 or 1, never by a signal,
and in time. What makes it fail stays in FOLDER.

Rules look at what compiles. So each implementation of a .cpp file is a mutant, and one with an error is taken back.
"""

import bisect
import concurrent.futures
import itertools
import os
import pathlib
import random
import re
import resource
import subprocess
import sys

SECONDS = 20
MEMORY = 4 << 30
EVERYTHING = "".join(f"#include <{name}>\n" for name in
                     ("algorithm", "array", "coroutine", "deque", "functional", "future", "list", "map", "memory", "numeric",
                      "optional", "ranges", "rpc/rpc.h", "set", "span", "string", "string_view", "thread", "unordered_map",
                      "variant", "vector"))
# Directives and literals are one token each; blanks and comments go with what follows them.
TOKEN = re.compile(r'(?:\s|//[^\n]*|/\*.*?\*/)*(?:^#[^\n]*|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|[0-9][\w\']*|::|\[\[|\]\]|[=!<>]=|&&|\|\||.)',
                   re.DOTALL | re.MULTILINE)

IMPLEMENTATION = re.compile(r"^(struct \w+ : service \{$.*?^\};$)", re.DOTALL | re.MULTILINE)

ALIKE = (("==", "!=", "<", ">", "<=", ">="), ("+", "-", "|"), ("&&", "||"), ("0", "1", "2"), ("nullptr", "{}"), ("true", "false"),
         ("*", "**", "&"), ("int", "unsigned", "auto"))


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


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command):
    """What the compiler says, and what is wrong with the way in which it ends; None if nothing is."""
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limit, errors="replace", text=True)
    if ended.returncode in (0, 1) and "PLEASE submit a bug report" not in ended.stderr:
        return ended.stderr, None
    return ended.stderr, f"ended with {ended.returncode}\n" + ended.stderr[-2000:]


def mutateClass(text, chance):
    """As little is wrong with the result as may be, so that it compiles: another operator, or statements that come and go."""
    tokens = TOKEN.findall(text)
    operators = [index for index, token in enumerate(tokens) if any(token.lstrip() in group for group in ALIKE)]
    if operators and chance.choice((True, False)):
        at = chance.choice(operators)
        mark = tokens[at].lstrip()
        group = next(group for group in ALIKE if mark in group)
        tokens[at] = tokens[at][: -len(mark)] + chance.choice(group)
        return "".join(tokens)
    lines = text.splitlines(keepends=True)
    statements = [index for index, line in enumerate(lines) if line.endswith(";\n")]
    if statements:
        at, other = chance.choice(statements), chance.choice(statements)
        chance.choice((lambda: lines.pop(at), lambda: lines.insert(other, lines[at]), lambda: lines.insert(other, lines.pop(at))))()
    return "".join(lines)


def tryImplementations(path, number, folder, command):
    """Mutates each implementation of the file, and takes back what does not compile."""
    parts = IMPLEMENTATION.split(path.read_text())
    original, chance = list(parts), random.Random(number)
    mutants = {index: mutateClass(parts[index], chance) for index in range(1, len(parts), 2)}
    mutant = folder / f"{path.stem}.{number}.cpp"
    command = [*command, "-ferror-limit=0", f"-I{path.parent}", mutant]

    def compile(changed):
        written = [changed.get(index, part) for index, part in enumerate(original)]
        mutant.write_text("".join(written))
        said, wrong = run(command)
        ends = list(itertools.accumulate(part.count("\n") for part in written))
        lines = re.findall(rf"^{re.escape(str(mutant))}:(\d+):\d+: (?:fatal )?error: ", said, re.MULTILINE)
        return {bisect.bisect_left(ends, int(line) - 1) for line in lines}, wrong

    left, rounds = mutants, 5
    bad, wrong = compile(left)
    while bad and left and not wrong:
        # An error may show elsewhere than it is made: without all of them at last.
        rounds -= 1
        left = {index: text for index, text in left.items() if rounds and index not in bad}
        bad, wrong = compile(left)
    if wrong:
        for index, text in left.items():
            if compile({index: text})[1]:
                break
        return len(left), [f"{mutant} {wrong}"]
    mutant.unlink()
    return len(left), []


def tryHeader(path, number, folder, command):
    mutant = folder / f"{path.stem}.{number}.cpp"
    mutant.write_text(mutate(TOKEN.findall(path.read_text()), random.Random(number)))
    _, wrong = run([*command, f"-I{path.parent}", mutant])
    if wrong:
        return 0, [f"{mutant} {wrong}"]
    mutant.unlink()
    return 1, []


def main(count, folder, sources, compiler):
    folder.mkdir(parents=True, exist_ok=True)
    common, compiled = folder / "common.h", folder / "common.pch"
    common.write_text(EVERYTHING)
    subprocess.run([*compiler, "-x", "c++-header", common, "-o", compiled], check=True)
    command = [*compiler, "-fsyntax-only", "-include-pch", compiled]
    texts = [(source, source.read_text()) for source in sources]
    originals = [source for source, text in texts if "rpc::stubs" in text or ": service {" in text]

    def attempt(number):
        source = originals[number % len(originals)]
        attempt = tryImplementations if source.suffix == ".cpp" else tryHeader
        return attempt(source, number, folder, command)

    taken, failed = 0, 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for more, wrong in pool.map(attempt, range(count)):
            taken += more
            failed += len(wrong)
            print("".join(f"{each}\n" for each in wrong), end="", flush=True)
    print(f"{count} sources with {taken} mutants, {failed} failures")
    return bool(failed)


if __name__ == "__main__":
    split = sys.argv.index("--")
    sys.exit(main(int(sys.argv[1]), pathlib.Path(sys.argv[2]), [pathlib.Path(name) for name in sys.argv[3:split]],
                  sys.argv[split + 1 :]))
