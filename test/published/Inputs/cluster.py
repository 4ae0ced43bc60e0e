"""cluster.py: an interface of the size and the kinds of clusapi 3.0 (MS-CMRP): 265 operations over ten kinds of context handles."""

KINDS = ["cluster", "node", "group", "resource", "key", "notify", "network", "interface", "group_set", "enumeration"]
STATUS = "[[rpc::out]] std::uint32_t* status"

PER_KIND = """
void {kind}_rundown [[rpc::local]] ({kind}_state*);
using {kind} [[rpc::context_handle]] = {kind}_state*;
{kind} open_{kind}([[rpc::in, rpc::string]] const char16_t* name, [[rpc::out]] std::uint32_t* result, {status});
std::uint32_t close_{kind}([[rpc::in, rpc::out]] {kind}* closed);
std::uint32_t {kind}_state_of([[rpc::in]] {kind} of, [[rpc::out]] std::uint32_t* state, [[rpc::out, rpc::string]] char16_t** owner, {status});
std::uint32_t {kind}_enumerate([[rpc::in]] {kind} of, [[rpc::in]] std::uint32_t type, [[rpc::out]] enum_list** found, {status});
std::uint32_t {kind}_control([[rpc::in]] {kind} of, [[rpc::in]] std::uint32_t code,
    [[rpc::in, rpc::unique, rpc::size_is(in_size)]] const std::uint8_t* in, [[rpc::in, rpc::range(0, 4194304)]] std::uint32_t in_size,
    [[rpc::out, rpc::size_is(out_size), rpc::length_is(*returned)]] std::uint8_t* out,
    [[rpc::in, rpc::range(0, 4194304)]] std::uint32_t out_size, [[rpc::out]] std::uint32_t* returned,
    [[rpc::out]] std::uint32_t* required, {status});"""

print("""#include <rpc/rpc.h>

namespace [[rpc::interface("b97db8b2-4c63-11cf-bff6-08002be23f2f", 3, 0), rpc::pointer_default(unique)]] cluster_api {
struct enum_entry {
  std::uint32_t type;
  [[rpc::string]] char16_t* name;
};
struct enum_list {
  std::uint32_t count;
  [[rpc::size_is(count)]] enum_entry entries[1];
};""")
for kind in KINDS:
    print(f"struct {kind}_state;" + PER_KIND.format(kind=kind, status=STATUS))
for n in range(265 - 5 * len(KINDS)):
    kind = KINDS[n % len(KINDS)]
    print(f"std::uint32_t operation{n}([[rpc::in]] {kind} of, [[rpc::in]] std::uint32_t value, {STATUS});")
print("}\n[[rpc::stubs]];")
