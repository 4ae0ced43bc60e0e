"""ndrdump.py MESSAGES SYNTAX: lets Samba's decoder read what MESSAGES, the program rpcecho_messages, writes."""

import subprocess
import sys
import tempfile

OPERATIONS = ["AddOne", "EchoData", "SinkData", "SourceData", "TestCall", "TestCall2", "TestSleep", "TestEnum",
              "TestSurrounding", "TestDoublePointer"]


def main(messages, syntax):
    # --validate encodes again and compares; Samba pads NDR64 differently there.
    options = ["--ndr64"] if syntax == "ndr64" else ["--validate"]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([messages, folder], check=True)
        for opnum, operation in enumerate(OPERATIONS):
            request = f"{folder}/{opnum}.in.{syntax}"
            response = f"{folder}/{opnum}.out.{syntax}"
            for direction, files in (("in", [request]), ("out", ["-c", request, response])):
                command = ["ndrdump", *options, "rpcecho", f"echo_{operation}", direction, *files]
                output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
                fine = "dump OK" in output and "WARNING" not in output  # the exit status says nothing
                print(f"{operation} {direction}: {'dump OK' if fine else output}")
                failed |= not fine
    sys.exit(failed)


main(*sys.argv[1:])
