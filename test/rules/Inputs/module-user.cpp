// Uses the interface that modules.cpp exports.
import tested;
#include <rpc/rpc.h>

std::int32_t twice(const used::client &c) { return c.h(1); }
struct implementation : used::service {
  std::int32_t h(std::int32_t n) override { return n; }
  void i(const used::point *) override {}
};
void add(rpc::server &to, implementation &i) { to.add<used::service>(i); }
