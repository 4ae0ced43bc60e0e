#include <rpc/rpc.h>

namespace [[rpc::interface("7f0a7b52-3c1d-4b0e-9a51-6f2d8c4e1b07", 1, 0)]] weather {

struct day {
  std::int16_t warmest, coldest;
  std::optional<std::u16string> remark;
};

struct station_state;
using station [[rpc::context_handle]] = station_state*;
[[rpc::local]] void station_rundown(station left);

std::int32_t Open([[rpc::in]] const std::u16string& name, [[rpc::out]] station* opened);
std::int32_t Forecast([[rpc::in]] station opened, [[rpc::in]] std::uint32_t days,
                      [[rpc::out, rpc::size_is(days)]] day* forecast);
void Close([[rpc::in, rpc::out]] station* opened);

}  // namespace weather

[[rpc::stubs]];
