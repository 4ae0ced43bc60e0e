#include <rpc/rpc.h>

#include <cstdint>

namespace first {
struct node {
  std::int16_t value;
};
}  // namespace first

namespace second {
struct node {
  std::int64_t value;
};
}  // namespace second

namespace [[rpc::interface("0d6c2f51-7f0e-4a57-9c1e-6b8f0a3d2e13", 1, 0)]] alike {

void put([[rpc::in, rpc::ptrs(ref, ref)]] const first::node* const* a,
         [[rpc::in, rpc::ptrs(ref, ref)]] const second::node* const* b,
         [[rpc::in, rpc::ptrs(ref, ref)]] const std::int32_t (*const* c)[4],
         [[rpc::in, rpc::ptrs(ref, ref)]] const std::int32_t (*const* d)[5]);

}  // namespace alike

[[rpc::stubs]];
