// Where no stubs are asked for, the program is the one that clang makes without the plugin.
// RUN: %plain -Wno-unknown-attributes -O2 -g -c %s -o %t.plain.o
// RUN: %clang -O2 -g -c %s -o %t.plugin.o
// RUN: cmp %t.plain.o %t.plugin.o
// RUN: %plain -Wno-unknown-attributes -O0 -S -emit-llvm %s -o %t.plain.ll
// RUN: %clang -O0 -S -emit-llvm %s -o %t.plugin.ll
// RUN: cmp %t.plain.ll %t.plugin.ll
#include <cstdint>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] echo {

enum [[rpc::v1_enum]] colour : std::uint32_t { red, green };

using limited [[rpc::range(0, 10)]] = std::uint32_t;

union [[rpc::switch_type(colour)]] value {
  [[rpc::case(red)]] std::int32_t number;
  [[rpc::default]] char letter;
};

struct node {
  colour tag;
  [[rpc::switch_is(tag)]] value v;
  [[rpc::unique]] node *next;
};

std::int64_t sum([[rpc::in]] const node *list, [[rpc::in, rpc::size_is(n)]] const std::int32_t *more,
                 limited n) {
  std::int64_t total = 0;
  for (; list; list = list->next)
    total += list->v.number;
  for (limited i = 0; i < n; ++i)
    total += more[i];
  return total;
}

} // namespace echo
