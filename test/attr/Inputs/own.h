#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a31", 1, 0)]] own {
struct node {
  std::int32_t n;
  [[rpc::unique]] node *next;
};
void get([[rpc::in]] const node *first);
}

[[rpc::stubs]];
