"""tutorial.py TUTORIAL FOLDER: puts the tutorial's code together, as echo.h and tutorial.cpp in FOLDER."""

import pathlib
import re
import sys

blocks = re.findall(r"^```cpp\n(.*?)^```$", pathlib.Path(sys.argv[1]).read_text(), re.DOTALL | re.MULTILINE)
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)

header, service, serve, call, embedded, files, streaming, streams, people = blocks
(folder / "echo.h").write_text("#pragma once\n" + header)
(folder / "files.h").write_text(f"""
#include <rpc/rpc.h>
namespace [[rpc::interface("8c2f1de4-9a51-4b7e-8d3e-5a0c9b6f7e12", 1, 0)]] files {{ struct entry {{ char name[32]; }}; {files} }}
[[rpc::stubs(files)]];
""")
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
#include <array>
#include <cstdio>
#include <vector>
#include "echo.h"
#include "files.h"
#include "people.h"
{service}
void serve() {{ {serve} }}
void call() {{ {call} }}
using files::entry;
struct disk {{
  std::size_t read(std::uint8_t*, std::size_t);
  std::size_t write(const std::uint8_t*, std::size_t);
}};
struct my_files : files::service {{ disk file_; std::vector<entry> all_; {streaming} }};
void stream(files::client& files, disk& file) {{ {streams} }}
void embed(rpc::server& server) {{ {embedded} }}
""")
