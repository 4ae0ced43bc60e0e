// An interface as clients in the field know it.
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0), rpc::pointer_default(unique)]] released {
enum colour { red, green };
enum [[rpc::v1_enum]] shade { pale, deep };
struct node {
  std::uint16_t value;
  node *next;
};
union value {
  [[rpc::case(1)]] std::int32_t number;
  [[rpc::case(2), rpc::string]] char *text;
};
struct tagged {
  std::uint32_t kind;
  [[rpc::switch_is(kind)]] value it;
};
void a();
void b([[rpc::in]] std::uint16_t step, [[rpc::out]] std::uint32_t *result);
void c([[rpc::in, rpc::unique]] const node *list);
void d([[rpc::in]] colour paint);
void e([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const std::int32_t *a);
void f([[rpc::in]] const tagged *which);
std::int32_t g([[rpc::in, rpc::string]] const char *name);
void h([[rpc::in]] const std::uint32_t a[4]);
void i([[rpc::in, rpc::out]] node *at);
void j([[rpc::in]] std::int32_t x, [[rpc::in]] std::int32_t y);
void k([[rpc::in]] std::int32_t x);
void l([[rpc::in]] shade paint);
void m([[rpc::in]] const node *list);
void n();
void o([[rpc::in, rpc::ptr]] const node *list);
void p([[rpc::in]] std::int32_t x);
[[rpc::opnum(20)]] void q();
}

[[rpc::stubs]];
