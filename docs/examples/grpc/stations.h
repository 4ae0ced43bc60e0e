#ifndef STATIONS_H
#define STATIONS_H

#include <rpc/rpc.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[rpc::interface("0d8f4a51-9b1c-4e39-8f5e-3d2a6b7c1e90", 1, 0)]] stations {

struct sample {
  std::int64_t taken;  // seconds since 1970
  double celsius;
};
struct report {
  std::string station;
  std::vector<sample> samples;
  std::optional<std::string> remark;
};

// rpc Latest(LatestRequest) returns (Report)
[[rpc::idempotent]] report latest([[rpc::in]] std::string_view station,
                                  [[rpc::in]] std::uint32_t most);
// rpc Record(stream Sample) returns (RecordResponse)
std::uint64_t record([[rpc::in]] std::string_view station, [[rpc::in]] rpc::pipe<sample>& samples);
// rpc Replay(ReplayRequest) returns (stream Sample)
void replay([[rpc::in]] std::string_view station, [[rpc::out]] rpc::pipe<sample>& samples);
// rpc Smooth(stream Sample) returns (stream Sample)
void smooth([[rpc::in]] rpc::pipe<sample>& raw, [[rpc::out]] rpc::pipe<sample>& smoothed);

}  // namespace stations

[[rpc::stubs]];

#endif
