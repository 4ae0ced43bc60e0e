"""clangd.py CLANGD FOLDER FILE...: what that clangd says to each file of a project whose build folder is FOLDER/build.

Speaks the language server's protocol over stdin and stdout: initialize, didOpen, and waits for publishDiagnostics.
Prints "FILE: nothing", or a line for each diagnostic.
"""
import json
import pathlib
import subprocess
import sys

clangd, folder, *names = sys.argv[1:]
folder = pathlib.Path(folder)
server = subprocess.Popen(
    [clangd, f"--compile-commands-dir={folder / 'build'}", "--background-index=false", "--clang-tidy=false", "--log=error",
     "-j=1"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def send(**message):
    text = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
    server.stdin.flush()


def receive():
    size = 0
    while (line := server.stdout.readline()) not in (b"\r\n", b""):
        name, value = line.split(b":")
        if name.lower() == b"content-length":
            size = int(value)
    if not size:
        sys.exit("clangd has ended")
    return json.loads(server.stdout.read(size))


def wait_for(wanted):
    while not wanted(message := receive()):
        pass
    return message


send(id=1, method="initialize", params={"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
wait_for(lambda message: message.get("id") == 1)
send(method="initialized", params={})
for name in names:
    uri = (folder / name).as_uri()
    document = {"uri": uri, "languageId": "cpp", "version": 1, "text": (folder / name).read_text()}
    send(method="textDocument/didOpen", params={"textDocument": document})
    answer = wait_for(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                      and message["params"]["uri"] == uri)
    for each in answer["params"]["diagnostics"]:
        print(f"{name}:{each['range']['start']['line'] + 1}: {each['message'].splitlines()[0]}")
    if not answer["params"]["diagnostics"]:
        print(f"{name}: nothing")
send(id=2, method="shutdown", params=None)
wait_for(lambda message: message.get("id") == 2)
send(method="exit")
server.wait()
