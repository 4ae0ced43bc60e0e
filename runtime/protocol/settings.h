#ifndef RUNTIME_PROTOCOL_SETTINGS_H
#define RUNTIME_PROTOCOL_SETTINGS_H

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace rpc::protocol {

/// How large one message (a request or a response) may become before it is refused.
struct message_limits {
  /// At most `most` bytes, in fragments that carry 512 bytes on average, or fewer than
  /// 8192 of them: a peer shall not make us work much for little.
  constexpr explicit message_limits(std::size_t most)
      : bytes(most), fragments(std::max<std::size_t>(8192, most / 512)) {}

  std::size_t bytes;      ///< stub data of all its fragments together
  std::size_t fragments;  ///< number of its fragments
};

/// Of stub data that are taken as they come.
inline constexpr message_limits unlimited(std::numeric_limits<std::size_t>::max());

/// How long a server waits for its client. 0: without limit. Time in which it leaves input unread
/// does not count.
struct time_limits {
  /// Until the bind has arrived.
  std::chrono::milliseconds bind = std::chrono::seconds(10);
  /// From the first byte of a PDU to its last.
  std::chrono::milliseconds pdu = std::chrono::seconds(10);
  /// From the first fragment of a request to its last, except for calls with pipes.
  std::chrono::milliseconds request = std::chrono::seconds(30);
  /// Stub data of such a request, in bytes per second on average, once it has taken 5 s.
  std::size_t rate = 1024;
};

inline constexpr time_limits no_time_limits{{}, {}, {}, 0};

/// What one end of a connection offers and accepts. The defaults suit TCP;
/// docs/protocol.md says where each of them comes from.
struct settings {
  /// Largest fragment that this end receives, and sends if the peer allows it, in
  /// bytes with the header. 2048 to 65528; other values
  /// are clamped, and rounded down to a multiple of 8.
  std::uint16_t max_fragment = 5840;

  /// For requests, which a server receives.
  message_limits request{4u << 20};
  /// For responses, which a client receives.
  message_limits response{64u << 20};

  /// Presentation contexts on one connection.
  std::size_t max_contexts = 64;
  /// Security contexts on one connection whose client asks for several.
  std::size_t max_security_contexts = 16;
  /// Calls that may run at a time on one connection whose client asked for concurrent
  /// multiplexing. Further input waits (server_connection::wants_input). As many requests
  /// may be unfinished.
  std::size_t max_calls = 32;

  /// Stub data of the calls that run. Further input waits once there are so many, so that one
  /// request more may come than fits.
  std::size_t max_call_bytes = 16u << 20;

  /// Stub data of one call with pipes that wait to be taken (server_connection::take_part and
  /// the client's). Beyond it further input waits, that of other calls too.
  std::size_t pipe_window = 256u << 10;

  /// Server.
  time_limits times = {};

  /// Server: there are too many connections. The bind is answered so, and that is all.
  bool turns_away = false;

  /// Client: offer NDR64 beside NDR20 and prefer it. Server: accept it.
  bool ndr64 = true;
};

/// The least that is agreed on, as Windows and Samba do. C706 12.6.3.1 has 1432, MustRecvFragSize.
inline constexpr std::uint16_t least_max_fragment = 2048;

/// `max_fragment` of connections over unix sockets and in memory, where a large
/// fragment costs nothing.
inline constexpr std::uint16_t local_max_fragment = 65528;

/// The fragment size that `wanted` means to an end that can do `most`.
constexpr std::uint16_t fragment_size(std::uint16_t wanted,
                                      std::uint16_t most = local_max_fragment) {
  const auto size = std::max(least_max_fragment, std::min(wanted, most));
  return static_cast<std::uint16_t>(size / 8 * 8);
}

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SETTINGS_H
