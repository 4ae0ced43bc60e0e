"""large.py COUNT: a header with so many operations, parameters, fields, arms, and values of an arm."""
import sys

count = int(sys.argv[1])


def each(text, between=""):
    return between.join(text.replace("#", str(n)) for n in range(count))


print(f"""#include <rpc/rpc.h>
#include <string>

namespace [[rpc::interface("6a1f9b0e-54c2-4d0f-8f4b-9d6c8e1a7b36", 1, 0), rpc::pointer_default(unique)]] large {{
struct plain {{
{each("  std::uint32_t field#;" + chr(10))}}};
struct leading {{
  std::uint32_t count;
{each("  [[rpc::size_is(count)]] std::uint8_t* field#;" + chr(10))}}};
struct referring {{
{each("  [[rpc::ref]] std::uint32_t* field#;" + chr(10))}}};
struct owning {{
{each("  std::string field#;" + chr(10))}}};
union [[rpc::switch_type(std::uint32_t)]] choice {{
{each("  [[rpc::case(#)]] plain* arm#;" + chr(10))}
  [[rpc::case({each("1000 + #", ", ")})]] std::uint32_t number;
  [[rpc::default]] rpc::none nothing;
}};
void exchange([[rpc::in, rpc::out]] plain& first, [[rpc::in, rpc::out]] leading& second, [[rpc::in, rpc::out]] owning& third,
              [[rpc::out]] referring& fourth, [[rpc::in]] std::uint32_t which,
              [[rpc::in, rpc::out, rpc::switch_is(which)]] choice& fifth);
void pass({each("[[rpc::in]] std::uint32_t parameter#", ", ")});
{each("void operation#([[rpc::in]] std::uint32_t value);" + chr(10))}}}
[[rpc::stubs]];""")
