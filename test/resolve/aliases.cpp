// What an alias says holds at every use of it: parameters, fields, arms,
// results, behind pointers, in arrays and in classes of the standard library.
// RUN: %clang -Wall -Wextra -Werror -c -o %t.o %s
#include <memory>
#include <optional>
#include <rpc/rpc.h>
#include <span>
#include <string>
#include <vector>

namespace
    [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a21", 1, 0)]] aliases {
using text [[rpc::string]] = const char16_t *;
using name = text;
using count [[rpc::range(0, 10)]] = std::uint32_t;
using maybe [[rpc::unique]] = std::int32_t *;
using always [[rpc::ref]] = std::int32_t *;
using shared [[rpc::ptr]] = std::int32_t *;
using address [[rpc::int3264]] = std::size_t;
using lax [[rpc::disable_consistency_check]] = std::uint8_t *;

struct fields {
  text t, array[3];
  name n;
  count c, counts[4];
  maybe m;
  always r;
  shared s;
  address a;
  std::uint32_t size;
  [[rpc::size_is(size)]] lax l;
  std::array<count, 2> pair;
};
union [[rpc::switch_type(std::int32_t)]] arms {
  [[rpc::case (1)]] text t;
  [[rpc::case (2)]] count c;
  [[rpc::default]] maybe m;
};
void parameters(text t, [[rpc::in]] text *u, name n, count c, const count *d, [[rpc::in]] maybe m,
                [[rpc::in]] maybe *o, [[rpc::in]] always r, address a, [[rpc::in]] address *b);
void results([[rpc::out]] text *t, [[rpc::out]] count *c, [[rpc::out]] maybe *m,
             [[rpc::out]] address &a);
void records(const fields &f, std::int32_t tag,
             [[rpc::switch_is(tag)]] const arms &a);
void standard(std::vector<text> t, std::vector<std::vector<text>> u,
              [[rpc::in]] std::span<name> n, std::optional<count> c,
              const std::vector<count> &d, std::vector<maybe> m,
              std::unique_ptr<count> p);
text returns_text();
count returns_count();
maybe returns_maybe();
address returns_address();
} // namespace aliases

[[rpc::stubs]];
