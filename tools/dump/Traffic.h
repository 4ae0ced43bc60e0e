//===- Traffic.h - the connections of a capture ---------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_TRAFFIC_H
#define RPCGEN_TOOLS_DUMP_TRAFFIC_H

#include "Conversation.h"
#include "Segment.h"
#include "Tcp.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dump {

/// Gives each TCP connection of a capture its Conversation. A connection is
/// DCE/RPC if the first bytes that one end sends look so; others are left out.
/// Of too many connections the oldest are given up.
class Traffic {
public:
  Traffic(const Settings &With, Output &To) : Known(With), Out(To) {}

  void add(const Packet &Next);
  /// No packet follows.
  void finish();

private:
  static constexpr std::size_t MostConnections = 4096;

  /// The lower end first.
  using Key = std::pair<Endpoint, Endpoint>;

  struct Direction {
    TcpStream Stream;
    std::string Name; ///< "127.0.0.1:4711>127.0.0.1:135"
    bool HasData = false;
    std::vector<std::byte> Beginning; ///< Until it is known what it is.
  };

  struct Connection {
    enum class Kind { Undecided, Rpc, Other };

    Connection(const Settings &With, Output &To) : Talk(With, To) {}

    void receive(Conversation::Side From, std::span<const std::byte> Bytes);
    void miss(Conversation::Side From, std::uint64_t Count);
    void decide(std::span<const std::byte> Beginning);
    TcpStream::Sink sink(Conversation::Side From);
    void finish();

    std::uint64_t Number = 0; ///< Of the connections in the capture.
    Kind What = Kind::Undecided;
    std::array<Direction, 2> Directions;
    Conversation Talk;
  };

  Connection &connectionOf(const Key &Ends, const Segment &Next,
                           Conversation::Side From);

  const Settings &Known;
  Output &Out;
  std::map<Key, Connection> Connections;
  std::uint64_t Seen = 0;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_TRAFFIC_H
