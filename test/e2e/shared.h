#ifndef SHARED_H
#define SHARED_H

#include <rpc/rpc.h>

// Two interfaces, one inside the other's namespace, over the same types; each asks for its stubs
// by itself.

struct celsius {
  double degrees;
};

namespace weather {

enum class sky : std::int32_t { clear, cloudy };

namespace [[rpc::interface("0b6a54a8-58ae-4c6c-93d5-0ab7f50d3d3e", 1, 0)]] reports {

struct report {
  celsius high;
  sky above;
};

class forecast {
 public:
  struct day {
    report expected;
    std::uint8_t chance;
  };
};

report today([[rpc::in]] celsius now);

namespace [[rpc::interface("6ae2c2f7-0d0c-4b1b-a0f4-1f8b4f1c3c55", 1, 0)]] archive {

void best([[rpc::in]] std::uint32_t count,
          [[rpc::in, rpc::size_is(count)]] const forecast::day* days, [[rpc::out]] report* best);

}  // namespace archive

}  // namespace reports

}  // namespace weather

[[rpc::stubs(reports)]];
[[rpc::stubs(archive)]];
[[rpc::stubs]];

#endif
