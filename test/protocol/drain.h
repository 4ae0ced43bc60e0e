#ifndef TEST_PROTOCOL_DRAIN_H
#define TEST_PROTOCOL_DRAIN_H

#include "hex.h"
#include "protocol/output.h"

#include <array>
#include <string>

namespace rpc::test {

/// Everything that `out` has to send, as a transport that gathers a few runs at a time.
inline bytes sent(protocol::output& out) {
  bytes all;
  std::array<std::span<const std::byte>, 3> views;
  while (!out.empty()) {
    std::size_t size = 0;
    for (std::size_t i = 0, count = out.gather(views); i < count; ++i) {
      all.insert(all.end(), views[i].begin(), views[i].end());
      size += views[i].size();
    }
    out.consume(size);
  }
  return all;
}

/// The same in hexadecimal.
inline std::string drain(protocol::output& out) { return hex(sent(out)); }

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_DRAIN_H
