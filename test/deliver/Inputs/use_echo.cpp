#include "echo.h"

struct implementation : echo::service {
  void add_one(std::uint32_t value, std::uint32_t *result) override { *result = value + 1; }
  void reverse(std::uint32_t, std::uint8_t *) override {}
  std::int64_t sum(const echo::node *) override { return 0; }
};

std::uint32_t call(rpc::connection &peer) {
  implementation unused;
  std::uint32_t two = 0;
  echo::client(peer).add_one(1, &two);
  return two;
}
