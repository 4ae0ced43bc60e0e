"""tutorial.py TUTORIAL FOLDER: puts the tutorial's code together, as headers, tutorial.cpp and sessions.cpp in FOLDER."""

import pathlib
import re
import sys

blocks = re.findall(r"^```cpp\n(.*?)^```$", pathlib.Path(sys.argv[1]).read_text(), re.DOTALL | re.MULTILINE)
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)

header, service, serve, call, embedded, files, streaming, streams, people, limits, passing, waiting, following, later, *rest = blocks
cursors, reading, positions, slow, serving, reachable = rest
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
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <future>
#include <stop_token>
#include <thread>
#include <vector>
#include <rpc/async.h>
#include <rpc/reply.h>
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
using namespace std::chrono_literals;
void limit(const echo::client& echo, std::stop_token token) {{ {limits} hasty.sum(nullptr); stoppable.sum(nullptr); }}
{passing}
std::int64_t wait(const echo::client& echo, const echo::node* list) {{ std::uint32_t two = 0; {waiting} return total; }}
struct task {{
  struct promise_type {{
    task get_return_object() {{ return {{}}; }}
    std::suspend_never initial_suspend() {{ return {{}}; }}
    std::suspend_never final_suspend() noexcept {{ return {{}}; }}
    void return_void() {{}}
    void unhandled_exception() {{}}
  }};
}};
{following}
{later}
void embed(rpc::server& server) {{ {embedded} }}
""")

(folder / "numbers.h").write_text(f"""
#include <rpc/rpc.h>
namespace [[rpc::interface("f1d5a3b2-6c0e-4b7c-9b7a-2f3d8a1c5e64", 1, 0)]] numbers {{ {cursors} }}
[[rpc::stubs(numbers)]];
""")
(folder / "sessions.cpp").write_text(f"""
#include <atomic>
#include <chrono>
#include <cstdio>
#include <stop_token>
#include "numbers.h"
using namespace std::chrono_literals;
{reading}
{slow}
void use(const numbers::client& numbers) {{ {positions} }}
void serve() {{ {serving} }}
rpc::server_options reach() {{ {reachable} return options; }}
int main() {{
  my_numbers implementation;
  rpc::server server(reach());
  server.add<numbers::service>(implementation);
  use(numbers::client(server));
  serve();
}}
""")
