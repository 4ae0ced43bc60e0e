#include "protocol/pdu.h"

#include "drain.h"
#include "hex.h"

#include <gtest/gtest.h>

namespace rpc::protocol {
namespace {

using test::drain;
using test::tidy;
using test::unhex;

TEST(Header, LittleEndian) {
  const header head = read_header(unhex("05 00 00 03 10000000 3412 0800 78563412"));
  EXPECT_EQ(head.type, packet::request);
  EXPECT_TRUE(head.has(flag::whole));
  EXPECT_FALSE(head.has(flag::concurrent));
  EXPECT_EQ(head.order, std::endian::little);
  EXPECT_EQ(head.fragment_length, 0x1234);
  EXPECT_EQ(head.auth_length, 8);
  EXPECT_EQ(head.call_id, 0x12345678u);
  EXPECT_TRUE(head.supported);
}

TEST(Header, BigEndian) {
  const header head = read_header(unhex("05 01 0b 13 00000000 1234 0008 12345678"));
  EXPECT_EQ(head.type, packet::bind);
  EXPECT_TRUE(head.has(flag::concurrent));
  EXPECT_EQ(head.order, std::endian::big);
  EXPECT_EQ(head.fragment_length, 0x1234);
  EXPECT_EQ(head.auth_length, 8);
  EXPECT_EQ(head.call_id, 0x12345678u);
  EXPECT_TRUE(head.supported);
}

TEST(Header, WhatIsNotSupported) {
  const char* const headers[] = {
      "04 00 00 03 10000000 1000 0000 01000000",  // datagram protocol
      "06 00 00 03 10000000 1000 0000 01000000",  // unknown major version
      "05 02 00 03 10000000 1000 0000 01000000",  // unknown minor version
      "05 00 00 03 20000000 1000 0000 01000000",  // unknown integers
      "05 00 00 03 ff000000 1000 0000 01000000",
      "05 00 00 03 11000000 1000 0000 01000000",  // EBCDIC
      "05 00 00 03 10010000 1000 0000 01000000",  // VAX floats
      "05 00 00 03 10030000 1000 0000 01000000",  // IBM floats
  };
  for (const char* text : headers) EXPECT_FALSE(read_header(unhex(text)).supported) << text;
}

TEST(Fragment, RequestWithoutObject) {
  const auto pdu = unhex(
      "05 00 00 03 10000000 1c00 0000 02000000"
      "04000000 0100 0200 'alloc_hint, context, opnum' | 0a0b0c0d");
  const auto part = read_fragment(read_header(pdu), pdu);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->alloc_hint, 4u);
  EXPECT_EQ(part->context, 1);
  EXPECT_EQ(part->opnum, 2);
  EXPECT_FALSE(part->object);
  EXPECT_EQ(part->auth, auth_trailer::none);
  EXPECT_EQ(test::hex(part->stub), "0a 0b 0c 0d");
}

TEST(Fragment, RequestWithObjectBigEndian) {
  const auto pdu = unhex(
      "05 00 00 83 00000000 002a 0000 00000002"
      "00000002 0001 0002 60a15ec5 4de8 11d7 a637 005056a20182 | ff fe");
  const auto part = read_fragment(read_header(pdu), pdu);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->context, 1);
  EXPECT_EQ(part->opnum, 2);
  EXPECT_EQ(part->object, uuid("60a15ec5-4de8-11d7-a637-005056a20182"));
  EXPECT_EQ(test::hex(part->stub), "ff fe");
}

TEST(Fragment, ShorterThanItsFields) {
  const auto whole = unhex(
      "05 00 00 83 10000000 2800 0000 02000000"
      "02000000 0100 0200 c55ea160 e84d d711 a637 005056a20182");
  const header head = read_header(whole);
  for (std::size_t size = header_size; size < 40; ++size) {
    EXPECT_FALSE(read_fragment(head, std::span(whole).first(size))) << size;
  }
  EXPECT_TRUE(read_fragment(head, whole));
}

TEST(Fragment, TheObjectFlagMeansNothingInAResponse) {
  const auto pdu = unhex("05 00 02 83 10000000 1900 0000 02000000 01000000 0100 0000 55");
  const auto part = read_fragment(read_header(pdu), pdu);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->stub.size(), 1u);
}

// A request of 8 bytes of stub data, a trailer and 4 bytes of a token.
auth_trailer trailer_of(std::string_view trailer) {
  const auto pdu = test::join(unhex("05000003 10000000 2c00 0400 01000000 08000000 0000 0000"),
                              unhex("1122334455667788"), unhex(trailer), unhex("aabbccdd"));
  return read_auth_trailer(read_header(pdu), pdu, call_header_size);
}

TEST(AuthTrailer, Padding) {
  EXPECT_EQ(trailer_of("0a 05 00 00 00000000"), auth_trailer::present);
  EXPECT_EQ(trailer_of("0a 05 08 00 00000000"), auth_trailer::present);
  EXPECT_EQ(trailer_of("0a 05 09 00 00000000"), auth_trailer::malformed);
  EXPECT_EQ(trailer_of("0a 05 ff 00 00000000"), auth_trailer::malformed);
}

TEST(AuthTrailer, LengthsThatDoNotFit) {
  const auto of = [](std::string_view text) {
    const auto pdu = unhex(text);
    return read_auth_trailer(read_header(pdu), pdu, call_header_size);
  };
  EXPECT_EQ(of("05000003 10000000 1800 0000 01000000 0000000000000000"), auth_trailer::none);
  // auth_length 0xFFFF in a PDU without a body
  EXPECT_EQ(of("05000003 10000000 1800 ffff 01000000 0000000000000000"), auth_trailer::malformed);
  EXPECT_EQ(of("05000003 10000000 1800 0100 01000000 0000000000000000"), auth_trailer::malformed);
  // one byte too few for trailer and token, then just enough
  EXPECT_EQ(of("05000003 10000000 2300 0400 01000000 0000000000000000"
               "0a05000000000000 aabbcc"),
            auth_trailer::malformed);
  EXPECT_EQ(of("05000003 10000000 2400 0400 01000000 0000000000000000"
               "0a05000000000000 aabbccdd"),
            auth_trailer::present);
  // a trailer at an odd offset
  EXPECT_EQ(of("05000003 10000000 2500 0400 01000000 0000000000000000 ff"
               "0a05000000000000 aabbccdd"),
            auth_trailer::malformed);
}

TEST(Fault, IsWritten) {
  output out;
  write_fault(out, {7, 1, status::op_rng_error, true});
  EXPECT_EQ(drain(out), tidy("05 00 03 23 10000000 2000 0000 07000000"
                             "20000000 0100 00 00 0200011c 00000000"));
}

TEST(Fault, IsRead) {
  const auto pdu = unhex("05 00 03 03 00000000 0020 0000 00000007 00000020 0001 00 00 1c010003");
  const auto fault = read_fault(read_header(pdu), pdu);
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->call_id, 7u);
  EXPECT_EQ(fault->context, 1);
  EXPECT_EQ(fault->code, status::unknown_interface);
  EXPECT_FALSE(fault->did_not_execute);
  EXPECT_FALSE(read_fault(read_header(pdu), std::span(pdu).first(27)));
}

TEST(Notice, IsAHeader) {
  output out;
  write_notice(out, packet::orphaned, 9);
  EXPECT_EQ(drain(out), tidy("05 00 13 03 10000000 1000 0000 09000000"));
}

}  // namespace
}  // namespace rpc::protocol
