"""many_operations.py COUNT: a header with so many operations, each with types of its own and with parameters of most kinds."""
import sys

print("""#include <rpc/rpc.h>
#include <optional>
#include <string>
#include <vector>

namespace [[rpc::interface("6a1f9b0e-54c2-4d0f-8f4b-9d6c8e1a7b35", 1, 0), rpc::pointer_default(unique)]] many {
struct session_state;
using session [[rpc::context_handle]] = session_state*;
[[rpc::local]] void session_rundown(session left);
session open([[rpc::in, rpc::string]] const char* name);
void close([[rpc::in, rpc::out]] session& at);
""")
for n in range(int(sys.argv[1]) - 2):
    print(f"""
enum kind{n} {{ none{n}, number{n}, text{n} }};
union value{n} {{
  [[rpc::case(number{n})]] std::int64_t number;
  [[rpc::case(text{n}), rpc::string]] char16_t* text;
}};
struct item{n} {{
  kind{n} kind;
  [[rpc::switch_is(kind)]] value{n} value;
  std::uint32_t count;
  [[rpc::size_is(count)]] std::int32_t* numbers;
  item{n}* next;
}};
struct report{n} {{
  std::u16string title;
  std::vector<std::int64_t> values;
  std::optional<double> mean;
}};
std::int32_t operation{n}([[rpc::in]] session at, [[rpc::in, rpc::range(0, 1000)]] std::uint32_t count,
                          [[rpc::in, rpc::size_is(count)]] const std::uint8_t* bytes, [[rpc::in, rpc::unique]] const item{n}* first,
                          [[rpc::in, rpc::out]] item{n}* second, [[rpc::out]] item{n}** third, [[rpc::in]] std::string_view key,
                          [[rpc::out]] report{n}& made);""")
print("}\n[[rpc::stubs]];")
