# The suites that run the compiler: every file with a RUN line is a test.
import os
import sys

sys.path.insert(0, os.path.join(config.source_dir, "test"))
from run_lines import RunLines

config.name = f"rpcgen-clang-{config.llvm_version}"
config.test_format = RunLines(execute_external=False)
config.suffixes = [".cpp", ".h", ".test"]
config.excludes = ["Inputs"]
if not config.has_plugin:
    config.excludes += ["architecture", "attr", "bodies", "call", "deliver", "dump", "emit", "idl", "lock", "mutation", "policy", "published", "read", "remarks", "resolve", "rules"]
if not config.has_plugin or config.llvm_version != 19:
    # The corpus measures the engine, whose own tests say whether it works with another clang.
    config.excludes += ["call", "check", "corpus", "corpus-count.test", "dump", "idl", "ping"]
if not config.has_runtime:
    # What the sources look like is asked once.
    config.excludes += ["architecture", "bench", "call", "dump", "ping", "e2e", "examples", "install", "interop", "ndr"]

# FileCheck, not and count come with llvm-19-tools, whatever clang is tested.
config.environment["PATH"] = os.pathsep.join(["/usr/lib/llvm-19/bin", config.environment["PATH"]])
config.available_features.add(f"clang-{config.llvm_version}")

include = os.path.join(config.source_dir, "include")
plain = f"{config.llvm_bin}/clang++ -std=c++20 -I{include}"
config.substitutions += [
    # The compiler without the plugin, and with it.
    ("%plain", plain),
    ("%clang", f"{plain} -fplugin={config.plugin}"),
    # A test of rules over implementations, which is silent of the interfaces.
    ("%bodies", f"{plain} -fplugin={config.plugin} -fplugin-arg-rpcgen-bodies "
                "-fplugin-arg-rpcgen-Wno-ctx-no-close -fplugin-arg-rpcgen-Wno-string-inout-grows "
                "-fsyntax-only -Xclang -verify"),
    ("%rpc_check", os.path.join(config.build_dir, "bin", "rpc-check")),
    ("%rpc_idl", os.path.join(config.build_dir, "bin", "rpc-idl")),
    ("%database", f"python3 {config.source_dir}/test/check/Inputs/database.py {include}"),
    ("%status", f"python3 {config.source_dir}/test/check/Inputs/status.py"),
    ("%gxx", f"g++-12 -std=c++20 -I{include}"),
    ("%llvm_bin", config.llvm_bin),
    ("%plugin", config.plugin),
    # A version that the plugin is not built for.
    ("%other_clang", f"/usr/lib/llvm-{22 if config.llvm_version == 19 else 19}/bin/clang++"),
    ("%bin", os.path.join(config.build_dir, "bin")),
    ("%rpcrt", os.path.join(config.build_dir, "lib", "librpcrt.a") + " -pthread"),
    ("%rpcsec", os.path.join(config.build_dir, "lib", "librpcsec.a") + " -lgssapi_krb5 -lkrb5 -lnettle"),
    ("%in_realm", f"/usr/bin/python3 {config.source_dir}/test/interop/peers/realm.py"),
    ("%build_dir", config.build_dir),
    ("%source", config.source_dir),
]
