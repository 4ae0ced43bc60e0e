#ifndef TEST_PROTOCOL_CLIENT_FIXTURE_H
#define TEST_PROTOCOL_CLIENT_FIXTURE_H

#include "drain.h"
#include "hex.h"
#include "protocol/client_connection.h"
#include "samples.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::test {

/// Our first bind to rpcecho: NDR20, NDR64, and the feature that we can use.
inline constexpr std::string_view our_bind =
    "05000b13 10000000 a000 0000 01000000 d016 d016 00000000 03 000000"
    "0000 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           045d888aeb1cc9119fe808002b104860 0200 0000"
    "0100 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           33057171babe37498319b5dbef9ccc36 0100 0000"
    "0200 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           2c1cb76c129840450200000000000000 0100 0000";

/// Its answer by a Windows server that multiplexes: NDR64 on context 1.
inline constexpr std::string_view windows_ack =
    "05000c13 10000000 6c00 0000 01000000 d016 d016 78563412 0400 31333500 0000 03 000000"
    "0200 0200 00000000000000000000000000000000 00000000"
    "0000 0000 33057171babe37498319b5dbef9ccc36 01000000"
    "0300 0200 00000000000000000000000000000000 00000000";

/// Its answer by a server that knows NDR20 only, on context 0, and one call at a time.
inline constexpr std::string_view plain_ack =
    "05000c03 10000000 6c00 0000 01000000 d016 d016 78563412 0400 31333500 0000 03 000000"
    "0000 0000 045d888aeb1cc9119fe808002b104860 02000000"
    "0200 0200 00000000000000000000000000000000 00000000"
    "0200 0200 00000000000000000000000000000000 00000000";

class Client : public testing::Test {
 protected:
  using kind = protocol::client_event::kind;

  std::unique_ptr<protocol::client_connection> client =
      std::make_unique<protocol::client_connection>(protocol::settings{});
  std::vector<protocol::client_event> events;

  void restart(const protocol::settings& limits = {}) {
    client = std::make_unique<protocol::client_connection>(limits);
    events.clear();
  }

  std::string output() {
    protocol::output out;
    return client->take_output(out) ? drain(out) : "";
  }

  /// What the client reports when it receives these bytes.
  void receive(const bytes& stream) {
    events.clear();
    client->receive(stream, events);
  }
  void receive(std::string_view text) { receive(unhex(text)); }

  /// Binds number 0 to rpcecho.
  void bind(std::string_view ack) {
    ASSERT_EQ(client->bind(echo), 0u);
    ASSERT_EQ(output(), tidy(our_bind));
    receive(ack);
    ASSERT_EQ(events.size(), 1u);
    ASSERT_EQ(events[0].what, kind::bound);
    ASSERT_EQ(events[0].binding, 0u);
  }

  protocol::call_ticket request(std::uint16_t opnum, std::string_view stub) {
    buffer body;
    body.append(unhex(stub));
    return client->request(0, opnum, body);
  }

  void disconnect() {
    events.clear();
    client->disconnect(events);
  }

  /// The only event is the failure of `call`.
  void expect_fault(protocol::call_ticket call, status code, bool did_not_execute) {
    ASSERT_EQ(events.size(), 1u);
    expect_fault(events[0], call, code, did_not_execute);
  }
  static void expect_fault(const protocol::client_event& event, protocol::call_ticket call,
                           status code, bool did_not_execute) {
    EXPECT_EQ(event.what, kind::fault);
    EXPECT_EQ(event.call, call);
    EXPECT_EQ(event.code, code);
    EXPECT_EQ(event.did_not_execute, did_not_execute);
  }
  static void expect_refused(const protocol::client_event& event, std::size_t binding,
                             status code) {
    EXPECT_EQ(event.what, kind::refused);
    EXPECT_EQ(event.binding, binding);
    EXPECT_EQ(event.code, code);
  }
};

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_CLIENT_FIXTURE_H
