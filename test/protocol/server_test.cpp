// Binding, and the life of a call.

#include "server_fixture.h"

namespace rpc::test {
namespace {

TEST_F(Server, AnswersSmbtorture) {
  EXPECT_EQ(answer(smbtorture_bind), tidy("05000c03 10000000 5400 0000 01000000 d016 d016 78563412"
                                          "0400 31333500 0000 02 000000"
                                          "0000 0000 045d888aeb1cc9119fe808002b104860 02000000"
                                          "0300 0200 00000000000000000000000000000000 00000000"));
  EXPECT_TRUE(calls.empty());
  EXPECT_FALSE(server->closing());
}

TEST_F(Server, AnswersABigEndianBindInLittleEndian) {
  EXPECT_EQ(answer(smbtorture_bind_big_endian),
            tidy("05000c03 10000000 5400 0000 01000000 d016 d016 78563412"
                 "0400 31333500 0000 02 000000"
                 "0000 0000 045d888aeb1cc9119fe808002b104860 02000000"
                 "0300 0200 00000000000000000000000000000000 00000000"));
}

TEST_F(Server, AcceptsNdr64) {
  EXPECT_EQ(answer(smbtorture_bind_ndr64),
            tidy("05000c03 10000000 5400 0000 01000000 d016 d016 78563412"
                 "0400 31333500 0000 02 000000"
                 "0000 0000 33057171babe37498319b5dbef9ccc36 01000000"
                 "0300 0200 00000000000000000000000000000000 00000000"));
  EXPECT_EQ(answer(request(3, 2, {})), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].syntax, ndr::syntax::ndr64);
}

TEST_F(Server, AddOne) {
  bind();
  EXPECT_EQ(answer("05000003 10000000 1c00 0000 02000000 04000000 0000 0000 29000000"), "");
  ASSERT_EQ(calls.size(), 1u);
  const auto& call = calls[0];
  EXPECT_EQ(call.interface, 0u);
  EXPECT_EQ(call.syntax, ndr::syntax::ndr20);
  EXPECT_EQ(call.opnum, 0);
  EXPECT_EQ(call.sender, std::endian::little);
  EXPECT_TRUE(call.expects_answer);
  EXPECT_FALSE(call.object);
  EXPECT_EQ(hex(call.stub.bytes()), "29 00 00 00");
  EXPECT_EQ(server->calls(), 1u);

  EXPECT_EQ(respond(call.ticket, "2a000000"),
            tidy("05000203 10000000 1c00 0000 02000000 04000000 0000 0000 2a000000"));
  EXPECT_EQ(server->calls(), 0u);
}

TEST_F(Server, ABigEndianRequestWithAnObject) {
  ASSERT_NE(answer(smbtorture_bind_big_endian), "");
  EXPECT_EQ(answer("05000083 00000000 002c 0000 00000002 00000004 0000 0007"
                   "60a15ec54de811d7a637005056a20182 00000029"),
            "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].opnum, 7);
  EXPECT_EQ(calls[0].sender, std::endian::big);
  EXPECT_EQ(calls[0].object, echo.id);
  EXPECT_EQ(hex(calls[0].stub.bytes()), "00 00 00 29");
}

TEST_F(Server, StubDataAreAligned) {
  bind();
  answer(request(3, 1, counting(33)));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(calls[0].stub.data()) % 16, 0u);
}

TEST_F(Server, AFault) {
  bind();
  answer(request(3, 2, {}));
  ASSERT_EQ(calls.size(), 1u);
  server->fault(calls[0].ticket, status::op_rng_error, true);
  EXPECT_EQ(output(), fault(not_executed, 2, 0, status::op_rng_error));
  EXPECT_FALSE(server->closing());

  answer(request(3, 3, {}));
  server->fault(calls[1].ticket, status::bad_stub_data, false);
  EXPECT_EQ(output(), fault(executed, 3, 0, status::bad_stub_data));
}

// impacket numbers every call 1.
TEST_F(Server, ACallIdAgain) {
  bind();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(answer(request(3, 1, {})), "");
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(respond(calls[0].ticket, ""),
              tidy("05000203 10000000 1800 0000 01000000 00000000 0000 0000"));
    calls.clear();
  }
}

TEST_F(Server, AContextOfAnotherInterface) {
  bind();
  EXPECT_EQ(answer("05000e03 10000000 4800 0000 02000000 d016 d016 00000000 01 000000"
                   "ff00 01 00 80bda8af8a7dc911bef408002b102989 01000000"
                   "           045d888aeb1cc9119fe808002b104860 02000000"),
            tidy("05000f03 10000000 3800 0000 02000000 d016 d016 78563412"
                 "0000 0000 01 000000"
                 "0000 0000 045d888aeb1cc9119fe808002b104860 02000000"));
  answer(request(3, 3, {}, 0xff));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].interface, 1u);
  EXPECT_EQ(respond(calls[0].ticket, ""),
            tidy("05000203 10000000 1800 0000 03000000 00000000 ff00 0000"));
}

TEST_F(Server, ARejectedInterfaceKeepsTheConnection) {
  EXPECT_EQ(answer("05000b03 10000000 4800 0000 01000000 d016 d016 00000000 01 000000"
                   "0000 01 00 00000000000000000000000000000000 00000000"
                   "           045d888aeb1cc9119fe808002b104860 02000000"),
            tidy("05000c03 10000000 3c00 0000 01000000 d016 d016 78563412"
                 "0400 31333500 0000 01 000000"
                 "0200 0100 00000000000000000000000000000000 00000000"));
  EXPECT_EQ(answer(request(3, 2, {})), fault(not_executed, 2, 0, status::unknown_interface));
  EXPECT_FALSE(server->closing());
}

TEST_F(Server, AnAssociationGroupIsJoined) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[20] = std::byte{0x0D};
  pdu[21] = std::byte{0x60};
  EXPECT_EQ(answer(pdu).substr(20 * 3, 11), "0d 60 00 00");
}

// As Windows answers one that names a group which is not there: not specified (0).
TEST_F(Server, AnUnknownAssociationGroupIsRefused) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[20] = std::byte{0x77};
  EXPECT_EQ(answer(pdu), tidy("05000d03 10000000 1800 0000 01000000 0000 01 0500 000000"));
  EXPECT_TRUE(server->closing());
}

TEST_F(Server, AnAssociationGroupThatIsFullIsRefused) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[20] = std::byte{0x11};
  pdu[21] = std::byte{0xF1};
  EXPECT_EQ(answer(pdu), tidy("05000d03 10000000 1800 0000 01000000 0200 01 0500 000000"));
  EXPECT_TRUE(server->closing());
}

// The flags of a bind mean nothing but 0x10, which is granted.
TEST_F(Server, FlagsOfABind) {
  for (unsigned flags = 0; flags < 256; ++flags) {
    restart();
    bytes pdu = unhex(smbtorture_bind);
    pdu[3] = static_cast<std::byte>(flags);
    EXPECT_EQ(answer(pdu).substr(0, 11), (flags & 0x10) != 0 ? "05 00 0c 13" : "05 00 0c 03");
  }
}

// Both ends use the smaller of what the client sends and receives, within what we can do.
TEST_F(Server, FragmentSizes) {
  const struct {
    const char* wanted;
    const char* granted;
  } sizes[] = {
      {"d016 d016", "d0 16 d0 16"},                                // 5840
      {"ffff ffff", "d0 16 d0 16"},                                // 65535: ours
      {"b810 b810", "b8 10 b8 10"},                                // 4280, impacket
      {"7f0c ffff", "78 0c 78 0c"},                                // 3199: 3192
      {"ffff 7f0c", "78 0c 78 0c"}, {"0000 ffff", "00 08 00 08"},  // less than 2048
      {"ffff 0000", "00 08 00 08"}, {"0000 0000", "00 08 00 08"},
      {"ffff 9805", "00 08 00 08"},  // 1432, which C706 has
      {"ffff ff07", "00 08 00 08"}, {"ffff 0808", "08 08 08 08"},
  };
  for (const auto& size : sizes) {
    restart();
    bytes pdu = unhex(smbtorture_bind);
    const bytes wanted = unhex(size.wanted);
    std::copy(wanted.begin(), wanted.end(), pdu.begin() + 16);
    EXPECT_EQ(answer(pdu).substr(16 * 3, 11), size.granted) << size.wanted;
  }
}

TEST_F(Server, ResponsesKeepToTheFragmentSize) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[18] = std::byte{0x00};  // the client receives 2048
  pdu[19] = std::byte{0x08};
  answer(pdu);
  answer(request(3, 2, {}));
  buffer body;
  const bytes data = counting(4148);
  body.append(data);
  server->respond(calls[0].ticket, body);
  // 2048 - 24 = 2024
  EXPECT_EQ(output(), tidy("05000201 10000000 0008 0000 02000000 34100000 0000 0000") + " " +
                          hex(std::span(data).first(2024)) + " " +
                          tidy("05000200 10000000 0008 0000 02000000 4c080000 0000 0000") + " " +
                          hex(std::span(data).subspan(2024, 2024)) + " " +
                          tidy("05000202 10000000 7c00 0000 02000000 64000000 0000 0000") + " " +
                          hex(std::span(data).subspan(4048)));
}

// As those of Windows and Samba.
TEST_F(Server, ResponsesHaveTheLowerHalfOfTheContextAndFaultsAllOfIt) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[28] = std::byte{0x34};  // context 0x1234
  pdu[29] = std::byte{0x12};
  answer(pdu);
  answer(request(3, 2, {}, 0x1234));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(respond(calls[0].ticket, "11"),
            tidy("05000203 10000000 1900 0000 02000000 01000000 3400 0000 11"));
  answer(request(3, 3, {}, 0x1234));
  server->fault(calls[1].ticket, status::op_rng_error, true);
  EXPECT_EQ(output(), fault(not_executed, 3, 0x1234, status::op_rng_error));
}

TEST_F(Server, ByteByByte) {
  const bytes stream = join(unhex(smbtorture_bind), request(1, 2, counting(40)),
                            request(0, 2, counting(8)), request(2, 2, counting(3)));
  const std::string whole = answer(stream);
  ASSERT_EQ(calls.size(), 1u);
  const std::string stub = hex(calls[0].stub.bytes());
  EXPECT_EQ(stub, hex(join(counting(40), counting(8), counting(3))));

  restart();
  std::string parts;
  for (const std::byte b : stream) {
    parts += answer(bytes{b});
  }
  EXPECT_EQ(parts, whole);
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(hex(calls[0].stub.bytes()), stub);
}

TEST_F(Server, OutputsAreExchanged) {
  bind();
  answer(request(3, 2, {}));
  buffer body;
  server->respond(calls[0].ticket, body);
  protocol::output out;
  EXPECT_TRUE(server->take_output(out));
  EXPECT_EQ(out.size(), 24u);
  protocol::output another;
  EXPECT_FALSE(server->take_output(another));
  EXPECT_TRUE(another.empty());
}

}  // namespace
}  // namespace rpc::test
