#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f71-000000000001", 1, 0)]] first {

void same([[rpc::in]] std::uint32_t n);

}  // namespace first

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f71-000000000002", 1, 0)]] second {

struct reading {
  std::uint32_t when;
  std::uint16_t value;
};

void put([[rpc::in]] const reading* r);
void put_signed([[rpc::in]] std::int32_t n);
#ifdef MORE
void more([[rpc::in]] std::uint32_t n);
#endif

}  // namespace second

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f71-000000000003", 1, 0)]] third {

void alone();
void in_company();

}  // namespace third

[[rpc::stubs]];
