"""includes.py SOURCE: who may include whom. docs/architecture.md says why."""

import pathlib
import re
import sys

CLANG = ("clang/", "llvm/", "Clang.h")
BODIES = ("bodies/Fixes.h", "bodies/List.def", "bodies/Path.h", "bodies/Places.h")
BASICS = ("rpc/buffer.h", "rpc/call_memory.h", "rpc/context.h", "rpc/error.h", "rpc/memory.h", "rpc/operation.h", "rpc/orphans.h", "rpc/status.h", "rpc/uuid.h")

# Folder: what its files may include beside the standard library and their own folder.
ROOMS = {
    "plugin/model": ("nlohmann/",),
    "plugin/resolve": ("model/",),
    "plugin/rules": ("model/", "wire/Forms.h", "bodies/List.def"),
    "plugin/rules/support": ("model/", "resolve/", "rules/Reporter.h"),
    "plugin/bodies": (*CLANG, "model/", "read/Namespaces.h", "rules/Reporter.h"),
    "plugin/bodies/flow": (*CLANG, "model/", "resolve/"),
    "plugin/bodies/implementations": (*CLANG, *BODIES, "bodies/flow/", "model/", "resolve/", "rules/Reporter.h"),
    "plugin/bodies/callers": (*CLANG, *BODIES, "bodies/flow/", "model/", "rules/Reporter.h"),
    "plugin/wire": ("model/",),
    "plugin/lock": ("model/", "wire/", "resolve/Constant.h", "rules/Reporter.h", "rules/Rules.h", "rules/support/Types.h"),
    "plugin/wireshark": ("model/", "wire/", "ndr.lua.inc"),
    "plugin/remarks": ("model/", "wire/"),
    "plugin/policy": ("model/", "rules/Rules.h"),
    "plugin/emit": ("model/", "wire/"),
    "plugin/idl": ("model/",),
    "plugin/idl/lower": ("idl/", "model/"),
    "plugin/idl/export": ("idl/", "model/", "wire/"),
    "plugin/attr": (*CLANG, "model/"),
    "plugin/read": (*CLANG, "model/", "attr/"),
    "plugin/report": (*CLANG, "model/", "policy/"),
    "plugin/deliver": (*CLANG, "model/", "attr/", "emit/"),
    "include/rpc": ("rpc/",),
    "include/rpc/json": ("rpc/", "nlohmann/"),
    "include/rpc/systemd": ("rpc/", "systemd/"),
    "include/rpc/ndr": ("rpc/ndr/", "rpc/pipe.h", "rpc/stub_stream.h", *BASICS),
    "include/rpc/ndr/describe": ("rpc/ndr/", *BASICS),
    "runtime/ndr": ("rpc/", "put/", "emmintrin.h"),
    "runtime/ndr/put": ("rpc/ndr/", *BASICS),
    "runtime/memory": ("rpc/call_memory.h", "rpc/stub_memory.h", "rpc/user_allocator.h", "malloc.h", "sys/mman.h", *BASICS),
    "runtime/protocol": ("rpc/ndr/syntax.h", "rpc/security.h", *BASICS),
    "runtime/security": ("rpc/secret.h", "rpc/security.h", "gssapi/", "krb5/", "nettle/", "sys/random.h", "unistd.h", *BASICS),
    "runtime/transport": ("rpc/endpoint.h", "sys/", "netinet/", "arpa/", "fcntl.h", "netdb.h", "poll.h",
                          "signal.h", "unistd.h", *BASICS),
    "runtime/client": ("rpc/", "signal.h"),
    "runtime/services": ("rpc/", "poll.h", "sys/syscall.h", "unistd.h"),
    "tools/check": (*CLANG, "nlohmann/", "Consumer.h", "Pipeline.h", "deliver/Files.h", "emit/", "lock/Lock.h", "model/Interface.h", "model/Json.h", "policy/", "remarks/Remarks.h", "report/Report.h", "rules/support/Identity.h", "wire/Layout.h",
                    "rules/Rules.h", "formats/", "lsp/", "Import.h", "Source.h"),
    "tools/check/lsp": (*CLANG, "nlohmann/", "Database.h", "Idl.h", "Options.h", "Outline.h", "Result.h", "Unit.h", "lsp/", "poll.h", "unistd.h"),
    "tools/check/formats": (*CLANG, "rules/Rules.h", "Outline.h", "Pages.h", "Result.h", "SourceText.h", "Words.h"),
    "tools/idl": (*CLANG, "Consumer.h", "Pipeline.h", "idl/", "deliver/Files.h", "lock/Equal.h", "model/", "report/", "rules/Rules.h", "wire/Forms.h", "wireshark/", "zip.h"),
    "tools/dynamic": ("model/", "wire/", "rpc/"),
    "tools/dynamic/json": ("rpc/", "nlohmann/"),
    "tools/call": ("Source.h", "dynamic/", "emit/Declare.h", "model/Attribute.h", "rpc/", "llvm/", "unistd.h"),
    "tools/ping": ("rpc/", "nlohmann/", "getopt.h"),
    "tools/endpoint-mapper": ("rpc/", "getopt.h"),
    "tools/dump": ("Source.h", "dynamic/", "protocol/", "rpc/", "llvm/", "nlohmann/", "pcap/", "arpa/"),
}

# A rule sees what it judges, and the helpers of its subject and of all.
SUBJECTS = ("arrays", "contexts", "directions", "enumerations", "identity", "interfaces", "memory", "pipes", "pointers", "presentations",
            "scalars", "strings", "structures", "unions")
ROOMS |= {f"plugin/rules/{subject}": ("model/", "wire/", "resolve/", "rules/Rule.h", "rules/support/") for subject in SUBJECTS}

# The state machines of the protocol have no threads, and are told the time.
THREADS = {"thread", "mutex", "condition_variable", "atomic", "future"}
FORBIDDEN = {"runtime/protocol": THREADS, "runtime/security": THREADS}
# Where clang gives more than the room sees.
EXCEPT = {"plugin/idl/Tokens.h": CLANG, "plugin/idl/Tokens.cpp": CLANG, "plugin/idl/Load.cpp": CLANG}
UNSAID = {"runtime/protocol": "::now(", "runtime/client": "../server/"}

RAW_STRING = re.compile(r'R"(\w*)\(.*?\)\1"', re.DOTALL)
INCLUDE = re.compile(r'^#include\s+["<]([^">]+)[">]', re.MULTILINE)


def is_standard(header):
    return re.fullmatch(r"[a-z_0-9]+", header) is not None


def violations(source):
    for room, allowed in ROOMS.items():
        files = [path for path in sorted((source / room).iterdir()) if path.suffix in (".h", ".cpp", ".def")]
        if not files:
            yield f"{room}: no files"
        own = room.removeprefix("plugin/") + "/"
        for path in files:
            if room in UNSAID and UNSAID[room] in path.read_text():
                yield f"{path.relative_to(source)} says {UNSAID[room]}"
            for header in INCLUDE.findall(RAW_STRING.sub("", path.read_text())):
                is_own = header.startswith(own) or (path.parent / header).exists()
                more = EXCEPT.get(str(path.relative_to(source)), ())
                fine = is_own or header.startswith((*allowed, *more)) or is_standard(header)
                if not fine or header in FORBIDDEN.get(room, ()):
                    yield f"{path.relative_to(source)} includes {header}"


found = list(violations(pathlib.Path(sys.argv[1])))
print("\n".join(found))
sys.exit(bool(found))
