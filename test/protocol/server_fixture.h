#ifndef TEST_PROTOCOL_SERVER_FIXTURE_H
#define TEST_PROTOCOL_SERVER_FIXTURE_H

#include "association_groups.h"
#include "drain.h"
#include "hex.h"
#include "protocol/server_connection.h"
#include "samples.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::test {

/// A server connection that serves rpcecho and one other interface on port 135, in the
/// associations of `groups`.
class Server : public testing::Test {
 protected:
  using endpoint = protocol::server_connection::endpoint;

  static constexpr syntax_id other{uuid{"afa8bd80-7d8a-11c9-bef4-08002b102989"}, 1, 0};
  static constexpr offered_interface served[] = {echo, other};

  association_groups groups;
  endpoint at{served, "135", {}};
  std::unique_ptr<protocol::server_connection> server =
      std::make_unique<protocol::server_connection>(at, groups);
  std::vector<protocol::incoming_call> calls;

  /// Starts again with the limits that `at` has now.
  void restart() {
    server = std::make_unique<protocol::server_connection>(at, groups);
    calls.clear();
  }

  std::string output() {
    protocol::output out;
    return server->take_output(out) ? drain(out) : "";
  }

  /// What the server sends at once when it receives these bytes.
  std::string answer(const bytes& stream) {
    server->receive(stream, calls);
    return output();
  }
  std::string answer(std::string_view text) { return answer(unhex(text)); }

  std::string respond(protocol::call_ticket ticket, std::string_view stub) {
    buffer body;
    body.append(unhex(stub));
    server->respond(ticket, body);
    EXPECT_TRUE(body.empty());
    return output();
  }

  /// Binds context 0 to rpcecho in NDR20, without and with concurrent multiplexing.
  void bind() { ASSERT_EQ(answer(smbtorture_bind).substr(0, 11), "05 00 0c 03"); }
  void bind_multiplexed() {
    bytes pdu = unhex(smbtorture_bind);
    pdu[3] = std::byte{0x13};
    ASSERT_EQ(answer(pdu).substr(0, 11), "05 00 0c 13");
  }

  /// The bytes of a fault.
  static std::string fault(std::uint8_t flags, std::uint32_t call_id, std::uint16_t context,
                           status code) {
    bytes pdu = unhex("05000303 10000000 2000 0000 00000000 20000000 0000 0000 00000000 00000000");
    const auto put = [&](std::size_t at_byte, std::uint32_t value, std::size_t size) {
      for (std::size_t i = 0; i < size; ++i) {
        pdu[at_byte + i] = static_cast<std::byte>(value >> (8 * i));
      }
    };
    put(3, flags, 1);
    put(12, call_id, 4);
    put(20, context, 2);
    put(24, static_cast<std::uint32_t>(code), 4);
    return hex(pdu);
  }
};

/// Flags of faults.
inline constexpr std::uint8_t executed = 0x03;
inline constexpr std::uint8_t not_executed = 0x23;

/// The 24 bytes in front of the stub data of a request, little-endian.
inline bytes request_header(std::uint8_t flags, std::uint32_t call_id, std::size_t stub_size,
                            std::uint16_t context = 0, std::uint16_t opnum = 0) {
  bytes pdu = unhex("05000000 10000000 0000 0000 00000000 00000000 0000 0000");
  const auto put = [&](std::size_t at, std::size_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) pdu[at + i] = static_cast<std::byte>(value >> (8 * i));
  };
  put(3, flags, 1);
  put(8, 24 + stub_size, 2);
  put(12, call_id, 4);
  put(16, stub_size, 4);
  put(20, context, 2);
  put(22, opnum, 2);
  return pdu;
}

inline bytes request(std::uint8_t flags, std::uint32_t call_id, const bytes& stub,
                     std::uint16_t context = 0, std::uint16_t opnum = 0) {
  return join(request_header(flags, call_id, stub.size(), context, opnum), stub);
}

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_SERVER_FIXTURE_H
