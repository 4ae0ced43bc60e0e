//===- Tcp.h - segments to the bytes that were sent -----------------------===//
#ifndef RPCGEN_TOOLS_DUMP_TCP_H
#define RPCGEN_TOOLS_DUMP_TCP_H

#include "Segment.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace dump {

/// Puts one direction of a TCP connection together, whatever the order in which
/// its segments were captured, and however often. Holds at most MostWaiting
/// bytes, then gives what is missing up.
class TcpStream {
public:
  struct Sink {
    std::function<void(std::span<const std::byte>)> Data;
    std::function<void(std::uint64_t)> Gap; ///< So many bytes are missing.
  };

  void add(const Segment &Next, const Sink &To);
  /// No segment follows.
  void finish(const Sink &To);

private:
  static constexpr std::size_t MostWaiting = 1u << 20;

  void deliver(std::span<const std::byte> Bytes, std::uint64_t At,
               const Sink &To);
  void deliverWaiting(const Sink &To);
  void giveUp(const Sink &To);

  bool Started = false;
  std::uint64_t Position = 0; ///< Of the next byte, in 64 bits.
  /// Segments from a later position on.
  std::map<std::uint64_t, std::vector<std::byte>> Waiting;
  std::size_t WaitingBytes = 0;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_TCP_H
