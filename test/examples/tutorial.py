"""tutorial.py TUTORIAL FOLDER: puts the tutorial's code together, as echo.h and tutorial.cpp in FOLDER."""

import pathlib
import re
import sys

blocks = re.findall(r"^```cpp\n(.*?)^```$", pathlib.Path(sys.argv[1]).read_text(), re.DOTALL | re.MULTILINE)
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)

header, service, serve, call, embedded, people = blocks
(folder / "echo.h").write_text("#pragma once\n" + header)
(folder / "people.h").write_text(f"""
#include <rpc/rpc.h>
#include <optional>
#include <string>
#include <vector>
namespace [[rpc::interface("0f0ba5bf-3b2b-4a6c-9a53-0e6a9be0e6f1", 1, 0)]] people {{ {people} }}
[[rpc::stubs(people)]];
""")
(folder / "tutorial.cpp").write_text(f"""
#include <algorithm>
#include "echo.h"
#include "people.h"
{service}
void serve() {{ {serve} }}
void call() {{ {call} }}
void embed(rpc::server& server) {{ {embedded} }}
""")
