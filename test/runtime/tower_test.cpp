// Protocol towers (C706 appendix L): octets written by hand.

#include <rpc/tower.h>

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace {

using octets = std::vector<std::uint8_t>;

octets operator+(octets a, const octets& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
octets chars(std::string_view text) { return {text.begin(), text.end()}; }

constexpr rpc::syntax_id netlogon{rpc::uuid("12345678-1234-abcd-ef00-01234567cffb"), 1, 0};

// clang-format off
const octets interface_floor = {0x13, 0x00, 0x0D, 0x78, 0x56, 0x34, 0x12, 0x34, 0x12, 0xCD, 0xAB, 0xEF, 0x00,
                                0x01, 0x23, 0x45, 0x67, 0xCF, 0xFB, 0x01, 0x00, 0x02, 0x00, 0x00, 0x00};
const octets ndr_floor = {0x13, 0x00, 0x0D, 0x04, 0x5D, 0x88, 0x8A, 0xEB, 0x1C, 0xC9, 0x11, 0x9F, 0xE8,
                          0x08, 0x00, 0x2B, 0x10, 0x48, 0x60, 0x02, 0x00, 0x02, 0x00, 0x00, 0x00};
const octets five = {0x05, 0x00};
const octets connections = {0x01, 0x00, 0x0B, 0x02, 0x00, 0x00, 0x00};
const octets port_49664 = {0x01, 0x00, 0x07, 0x02, 0x00, 0xC2, 0x00};
const octets address = {0x01, 0x00, 0x09, 0x04, 0x00, 0xC0, 0x00, 0x02, 0x01};
const octets no_address = {0x01, 0x00, 0x09, 0x04, 0x00, 0x00, 0x00, 0x00, 0x00};
// clang-format on
const octets over_tcp = five + interface_floor + ndr_floor + connections + port_49664 + address;

TEST(Tower, OverTcp) {
  const rpc::tower at{netlogon, rpc::ndr20_syntax, "ncacn_ip_tcp", "192.0.2.1", "49664"};
  EXPECT_EQ(over_tcp.size(), 75u);
  EXPECT_EQ(rpc::encode(at), over_tcp);
  EXPECT_EQ(rpc::decode_tower(over_tcp), at);
  EXPECT_EQ(at.binding(), "ncacn_ip_tcp:192.0.2.1[49664]");
}

TEST(Tower, WithoutAddress) {
  const rpc::tower at{netlogon, rpc::ndr20_syntax, "ncacn_ip_tcp", "", ""};
  const octets expected = five + interface_floor + ndr_floor + connections +
                          octets{0x01, 0x00, 0x07, 0x02, 0x00, 0x00, 0x00} + no_address;
  EXPECT_EQ(rpc::encode(at), expected);
  EXPECT_EQ(rpc::decode_tower(expected), at);
}

TEST(Tower, OfANamedPipe) {
  const rpc::tower at{netlogon, rpc::ndr20_syntax, "ncacn_np", "\\\\DC1", "\\pipe\\lsass"};
  const octets expected = five + interface_floor + ndr_floor + connections +
                          octets{0x01, 0x00, 0x0F, 0x0C, 0x00} + chars("\\pipe\\lsass") +
                          octets{0x00, 0x01, 0x00, 0x11, 0x06, 0x00} + chars("\\\\DC1") +
                          octets{0x00};
  EXPECT_EQ(rpc::encode(at), expected);
  EXPECT_EQ(rpc::decode_tower(expected), at);
}

TEST(Tower, OfALocalPort) {
  const rpc::tower at{netlogon, rpc::ndr20_syntax, "ncalrpc", "", "lsapolicylookup"};
  const octets expected = octets{0x04, 0x00} + interface_floor + ndr_floor +
                          octets{0x01, 0x00, 0x0C, 0x02, 0x00, 0x00, 0x00} +
                          octets{0x01, 0x00, 0x10, 0x10, 0x00} + chars("lsapolicylookup") +
                          octets{0x00};
  EXPECT_EQ(rpc::encode(at), expected);
  EXPECT_EQ(rpc::decode_tower(expected), at);
}

TEST(Tower, OfAnUnknownProtocolKeepsItsInterface) {
  const octets unknown = five + interface_floor + ndr_floor + connections +
                         octets{0x01, 0x00, 0x77, 0x02, 0x00, 0x01, 0x02} + address;
  const auto read = rpc::decode_tower(unknown);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->interface, netlogon);
  EXPECT_EQ(read->protocol, "");
}

TEST(Tower, EveryCutIsRefused) {
  for (std::size_t size = 0; size < over_tcp.size(); ++size)
    EXPECT_EQ(rpc::decode_tower(std::span(over_tcp).first(size)), std::nullopt) << size;
  EXPECT_EQ(rpc::decode_tower(over_tcp + octets{0}), std::nullopt);
}

TEST(Tower, ChangedOctetsNeverReadOutside) {
  for (std::size_t at = 0; at < over_tcp.size(); ++at)
    for (int value = 0; value < 256; ++value) {
      octets changed = over_tcp;
      changed[at] = static_cast<std::uint8_t>(value);
      const auto read = rpc::decode_tower(changed);
      if (!read || read->protocol.empty()) continue;
      EXPECT_EQ(rpc::decode_tower(rpc::encode(*read)), read) << at << " " << value;
    }
}

TEST(Tower, RefusesWhatItCannotHold) {
  const rpc::tower at{netlogon, rpc::ndr20_syntax, "ncacn_ip_tcp", "", "1"};
  rpc::tower wrong = at;
  wrong.protocol = "ncacn_spx";
  EXPECT_THROW(rpc::encode(wrong), std::invalid_argument);
  wrong = at;
  wrong.host = "server.example.org";
  EXPECT_THROW(rpc::encode(wrong), std::invalid_argument);
  for (const char* const port : {"65536", "-1", "http", "1 "}) {
    wrong = at;
    wrong.endpoint = port;
    EXPECT_THROW(rpc::encode(wrong), std::invalid_argument) << port;
  }
}

TEST(Tower, OfAnEndpoint) {
  const auto of = [](const char* text) {
    return rpc::make_tower(netlogon, rpc::ndr20_syntax, rpc::endpoint(text)).binding();
  };
  EXPECT_EQ(of("ncacn_ip_tcp:192.0.2.1[5000]"), "ncacn_ip_tcp:192.0.2.1[5000]");
  EXPECT_EQ(of("ncacn_ip_tcp:0.0.0.0[5000]"), "ncacn_ip_tcp:[5000]");
  EXPECT_EQ(of("ncacn_ip_tcp:[::][5000]"), "ncacn_ip_tcp:[5000]");
  EXPECT_EQ(of("ncacn_ip_tcp:host"), "ncacn_ip_tcp:[]");
  EXPECT_EQ(of("ncalrpc:[/run/echo]"), "ncalrpc:[/run/echo]");
}

}  // namespace
