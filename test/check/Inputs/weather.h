#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20199", 1, 2), rpc::pointer_default(unique)]] weather {

enum class sky { clear, cloudy, storm };

struct sample {
  std::uint8_t station;
  std::uint32_t at;
  double degrees;
  sky above;
  [[rpc::string]] char *remark;
  std::uint16_t last;
};

struct history {
  std::uint32_t count;
  [[rpc::size_is(count)]] sample *samples;
  sample latest[3];
};

struct tail {
  std::uint16_t n;
  [[rpc::size_is(n)]] std::uint64_t words[1];
};

union value {
  [[rpc::case(sky::clear)]] double warm;
  [[rpc::default]] std::uint8_t *photo;
};

struct reading {
  sky above;
  [[rpc::switch_is(above)]] value seen;
  std::uint8_t after;
};

void get([[rpc::in]] std::uint32_t station, [[rpc::out]] history *past);
void put([[rpc::in]] const sample *one, [[rpc::in]] const tail *more);
std::int32_t ping();
void see([[rpc::in]] const reading *what);

} // namespace weather

[[rpc::stubs]];
