#include "protocol/bind.h"

#include "drain.h"
#include "hex.h"
#include "samples.h"

#include <gtest/gtest.h>

namespace rpc::protocol {
namespace {

using test::drain;
using test::tidy;
using test::unhex;

void expect_smbtorture_bind(const bind_pdu& bind) {
  EXPECT_EQ(bind.max_transmit, 5840);
  EXPECT_EQ(bind.max_receive, 5840);
  EXPECT_EQ(bind.association, 0u);
  EXPECT_EQ(bind.auth, auth_trailer::none);
  ASSERT_EQ(bind.offers.size(), 2u);
  EXPECT_EQ(bind.offers[0].id, 0);
  EXPECT_EQ(bind.offers[0].interface, test::echo);
  ASSERT_EQ(bind.offers[0].transfers.size(), 1u);
  EXPECT_EQ(bind.offers[0].transfers[0], ndr20_syntax);
  EXPECT_EQ(bind.offers[1].id, 1);
  ASSERT_EQ(bind.offers[1].transfers.size(), 1u);
  EXPECT_EQ(requested_features(bind.offers[1].transfers[0]), 3);
}

TEST(Bind, OfSmbtorture) {
  const auto pdu = unhex(test::smbtorture_bind);
  const auto bind = read_bind(read_header(pdu), pdu);
  ASSERT_TRUE(bind);
  expect_smbtorture_bind(*bind);
}

TEST(Bind, OfSmbtortureBigEndian) {
  const auto pdu = unhex(test::smbtorture_bind_big_endian);
  const auto bind = read_bind(read_header(pdu), pdu);
  ASSERT_TRUE(bind);
  expect_smbtorture_bind(*bind);
}

TEST(Bind, IsWrittenAsSmbtortureDoes) {
  bind_pdu bind{5840, 5840, 0, {}};
  bind.offers.push_back({0, test::echo, {ndr20_syntax}});
  bind.offers.push_back({1, test::echo, {feature_syntax(3)}});
  output out;
  write_bind(out, packet::bind, flag::whole, 1, bind);
  EXPECT_EQ(drain(out), tidy(test::smbtorture_bind));
}

TEST(Bind, TruncatedAnywhere) {
  const auto pdu = unhex(test::smbtorture_bind);
  for (std::size_t size = header_size; size < pdu.size(); ++size) {
    EXPECT_FALSE(read_bind(read_header(pdu), std::span(pdu).first(size))) << size;
  }
}

TEST(Bind, MoreOffersThanThePduHolds) {
  auto pdu = unhex(test::smbtorture_bind);
  pdu[24] = std::byte{255};
  EXPECT_FALSE(read_bind(read_header(pdu), pdu));
}

TEST(Bind, WithoutOffersMayEndEarly) {
  const auto pdu = unhex("05000b03 10000000 1900 0000 00000000 d016 d016 00000000 00");
  const auto bind = read_bind(read_header(pdu), pdu);
  ASSERT_TRUE(bind);
  EXPECT_TRUE(bind->offers.empty());
}

TEST(Bind, AnOfferWithoutTransferSyntax) {
  const auto pdu = unhex(
      "05000b03 10000000 3400 0000 01000000 d016 d016 00000000 01 000000"
      "0000 00 00 c55ea160e84dd711a637005056a20182 01000000");
  EXPECT_FALSE(read_bind(read_header(pdu), pdu));
}

TEST(BindAck, AsSambaAnswersSmbtorture) {
  // The secondary address "135" with its terminator, padded to a multiple of 4.
  const std::string_view text =
      "05000c03 10000000 5400 0000 01000000 d016 d016 78563412"
      "0400 31333500 0000 02 000000"
      "0000 0000 045d888aeb1cc9119fe808002b104860 02000000"
      "0300 0300 00000000000000000000000000000000 00000000";
  bind_ack_pdu ack{5840, 5840, 0x12345678, "135", {}};
  ack.results.push_back({context_verdict::acceptance, 0, ndr20_syntax});
  ack.results.push_back({context_verdict::negotiate_ack, 3, {}});
  output out;
  write_bind_ack(out, packet::bind_ack, flag::whole, 1, ack);
  EXPECT_EQ(drain(out), tidy(text));

  const auto pdu = unhex(text);
  const auto read = read_bind_ack(read_header(pdu), pdu);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->max_transmit, 5840);
  EXPECT_EQ(read->max_receive, 5840);
  EXPECT_EQ(read->association, 0x12345678u);
  EXPECT_EQ(read->secondary_address, "135");
  ASSERT_EQ(read->results.size(), 2u);
  EXPECT_EQ(read->results[0].verdict, context_verdict::acceptance);
  EXPECT_EQ(read->results[0].transfer, ndr20_syntax);
  EXPECT_EQ(read->results[1].verdict, context_verdict::negotiate_ack);
  EXPECT_EQ(read->results[1].reason, 3);

  for (std::size_t size = header_size; size < pdu.size(); ++size) {
    EXPECT_FALSE(read_bind_ack(read_header(pdu), std::span(pdu).first(size))) << size;
  }
}

TEST(BindAck, AlterContextRespHasNoAddress) {
  bind_ack_pdu ack{4280, 4280, 1, "", {}};
  ack.results.push_back({context_verdict::provider_rejection, rejection::interface_unknown, {}});
  output out;
  write_bind_ack(out, packet::alter_context_resp, flag::whole, 2, ack);
  EXPECT_EQ(drain(out), tidy("05000f03 10000000 3800 0000 02000000 b810 b810 01000000"
                             "0000 0000 01 000000"
                             "0200 0100 00000000000000000000000000000000 00000000"));
}

TEST(BindNak, NamesTheVersion) {
  output out;
  write_bind_nak(out, 3, nak_reason::authentication_type_not_recognized);
  EXPECT_EQ(drain(out), tidy("05000d03 10000000 1800 0000 03000000 0800 01 05 00 000000"));
}

TEST(BindNak, IsRead) {
  const auto pdu = unhex("05000d03 00000000 0015 0000 00000003 0004 01 05 00");
  EXPECT_EQ(read_bind_nak(read_header(pdu), pdu), nak_reason::protocol_version_not_supported);
  EXPECT_FALSE(read_bind_nak(read_header(pdu), std::span(pdu).first(17)));
}

TEST(Features, LieInTheTransferSyntax) {
  EXPECT_EQ(requested_features(feature_syntax(2)), 2);
  EXPECT_EQ(feature_syntax(3).id, uuid("6cb71c2c-9812-4540-0300-000000000000"));
  EXPECT_FALSE(requested_features(ndr20_syntax));
  EXPECT_FALSE(requested_features(ndr64_syntax));
  // another version has another meaning
  EXPECT_FALSE(requested_features({uuid("6cb71c2c-9812-4540-0300-000000000000"), 2, 0}));
}

}  // namespace
}  // namespace rpc::protocol
