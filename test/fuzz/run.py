"""run.py [OPTIONS...] FUZZERS...: runs fuzzers of this project, one on each processor.

They begin with the inputs of test/fuzz/seeds/NAME.hex, if there are some: a line is an input in hexadecimal digits, with a comment from
"#" on. What makes a fuzzer fail is printed as such a line. OPTIONS are libFuzzer's.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LIMITS = ["-timeout=5", "-rss_limit_mb=1024", "-malloc_limit_mb=256", "-max_len=1024"]
SEEDS = pathlib.Path(__file__).parent / "seeds"


def seeds(name):
    path = SEEDS / f"{name}.hex"
    for line in path.read_text().splitlines() if path.exists() else ():
        digits = line.partition("#")[0].strip()
        if digits:
            yield bytes.fromhex(digits)


def run(fuzzer, options):
    """The status with which a fuzzer ends, and what it says."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder, "corpus")
        findings = pathlib.Path(folder, "findings")
        corpus.mkdir()
        findings.mkdir()
        for number, seed in enumerate(seeds(os.path.basename(fuzzer))):
            (corpus / str(number)).write_bytes(seed)
        command = [fuzzer, *LIMITS, f"-artifact_prefix={findings}/", *options, corpus]
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        output = ended.stdout
        for finding in findings.iterdir():
            output += f"\n# {finding.name}\n{finding.read_bytes().hex()}\n"
    return ended.returncode, output


def main(arguments):
    options = [argument for argument in arguments if argument.startswith("-")]
    fuzzers = [argument for argument in arguments if not argument.startswith("-")]
    failed = False
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(run, fuzzer, options): fuzzer for fuzzer in fuzzers}
        for ended in concurrent.futures.as_completed(running):
            status, output = ended.result()
            failed |= status != 0
            runs = re.findall(r"^Done .*", output, re.MULTILINE)
            print(f"{os.path.basename(running[ended])}: {runs[-1] if status == 0 else output}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
