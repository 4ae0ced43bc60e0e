"""tutorial.py TUTORIAL FOLDER: puts the tutorial's code together, as echo.h and tutorial.cpp in FOLDER."""

import pathlib
import re
import sys

blocks = re.findall(r"^```cpp\n(.*?)^```$", pathlib.Path(sys.argv[1]).read_text(), re.DOTALL | re.MULTILINE)
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)

header, service, serve, call, embedded = blocks
(folder / "echo.h").write_text("#pragma once\n" + header)
(folder / "tutorial.cpp").write_text(f"""
#include <algorithm>
#include "echo.h"
{service}
void serve() {{ {serve} }}
void call() {{ {call} }}
void embed(rpc::server& server) {{ {embedded} }}
""")
