#ifndef TEST_PROTOCOL_FEED_H
#define TEST_PROTOCOL_FEED_H

#include "association_groups.h"
#include "drain.h"
#include "protocol/client_connection.h"
#include "protocol/server_connection.h"
#include "samples.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

// What a hostile peer sends, in pieces of `piece` bytes.

namespace rpc::test {

/// Feeds a fresh server, answers its calls, and drains its output.
inline void feed_server(std::span<const std::byte> stream, std::size_t piece) {
  using namespace protocol;
  static constexpr offered_interface served[] = {echo};
  const server_connection::endpoint at{served, "135", {}};
  association_groups groups;
  server_connection server(at, groups);
  std::vector<incoming_call> calls;
  output out;
  for (std::size_t i = 0; i < stream.size(); i += piece) {
    server.receive(stream.subspan(i, std::min(piece, stream.size() - i)), calls);
    for (incoming_call& call : calls) server.respond(call.ticket, call.stub);
    calls.clear();
    if (server.take_output(out)) sent(out);
  }
}

/// Feeds a fresh client that has bound twice and called three times. True if each bind and call
/// was answered exactly once.
inline bool feed_client(std::span<const std::byte> stream, std::size_t piece) {
  using namespace protocol;
  client_connection client{settings{}};
  std::vector<client_event> events;
  client.bind(echo);
  for (std::size_t i = 0; i < stream.size(); i += piece) {
    const bool was_bound = !events.empty();
    client.receive(stream.subspan(i, std::min(piece, stream.size() - i)), events);
    if (!was_bound && !events.empty() && events[0].what == client_event::kind::bound) {
      for (int call = 0; call < 3; ++call) {
        buffer stub;
        client.request(0, 0, stub);
      }
      client.bind(echo);
    }
  }
  client.disconnect(events);
  const bool bound = events[0].what == client_event::kind::bound;
  return events.size() == (bound ? 5 : 1);
}

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_FEED_H
