"""A client of a language server: of clangd, and of rpc-check lsp."""

import json
import pathlib
import signal
import subprocess


class LanguageServer:
    def __init__(self, *command, root):
        signal.alarm(120)  # A server that says nothing would be waited for.
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.requests = 0
        self.capabilities = self.request("initialize", processId=None, rootUri=pathlib.Path(root).as_uri(),
                                         capabilities={})["result"]["capabilities"]
        self.notify("initialized")

    def send(self, **message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.process.stdin.flush()

    def receive(self):
        size = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                size = int(value)
        if not size:
            raise EOFError("the server has ended")
        return json.loads(self.process.stdout.read(size))

    def wait_for(self, wanted):
        while not wanted(message := self.receive()):
            pass
        return message

    def notify(self, method, **parameters):
        self.send(method=method, params=parameters)

    def request(self, method, **parameters):
        self.requests += 1
        self.send(id=self.requests, method=method, params=parameters or None)
        return self.wait_for(lambda message: message.get("id") == self.requests)

    def open(self, file):
        """Opens it, and returns what the server says of it."""
        document = {"uri": file.as_uri(), "languageId": "cpp", "version": 1, "text": file.read_text()}
        self.notify("textDocument/didOpen", textDocument=document)
        return self.diagnostics(file)

    def diagnostics(self, file):
        return self.wait_for(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                             and message["params"]["uri"] == file.as_uri())["params"]["diagnostics"]

    def end(self):
        """The status that the server ends with."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait()
