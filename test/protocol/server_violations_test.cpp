// What a client must not do, and what it gets for it: a bind_nak or a fault, and the end.

#include "server_fixture.h"

namespace rpc::test {
namespace {

class Violation : public Server {
 protected:
  /// What the server sends, and that it closes and takes nothing more.
  std::string last_words(const bytes& stream) {
    const std::size_t before = calls.size();
    const std::string words = answer(stream);
    EXPECT_TRUE(server->closing());
    EXPECT_FALSE(server->wants_input());
    EXPECT_FALSE(server->reason().empty());
    EXPECT_EQ(answer(request(3, 77, {})), "");
    EXPECT_EQ(calls.size(), before);
    return words;
  }
  std::string last_words(std::string_view text) { return last_words(unhex(text)); }

  static std::string nak(std::string_view call_id, std::string_view reason) {
    return tidy("05000d03 10000000 1800 0000") + " " + tidy(call_id) + " " + tidy(reason) + " " +
           tidy("01 05 00 000000");
  }
};

// Before the bind.

TEST_F(Violation, NotOurProtocol) {
  EXPECT_EQ(last_words("04000b03 10000000 4800 0000 01000000"), nak("01000000", "0400"));
  restart();
  EXPECT_EQ(last_words("05020b03 10000000 4800 0000 01000000"), nak("01000000", "0400"));
  restart();
  // "GET / HTTP/1.1"
  EXPECT_EQ(last_words("474554202f20485454502f312e310d0a"), nak("2e310d0a", "0400"));
}

TEST_F(Violation, ARequestBeforeTheBind) {
  EXPECT_EQ(last_words(request(3, 1, {})), fault(not_executed, 1, 0, status::proto_error));
}

TEST_F(Violation, AnAlterContextBeforeTheBind) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[2] = std::byte{0x0e};
  EXPECT_EQ(last_words(pdu), fault(not_executed, 1, 0, status::proto_error));
}

TEST_F(Violation, ABindWithoutContexts) {
  EXPECT_EQ(last_words("05000b03 10000000 1c00 0000 00000000 d016 d016 00000000 00 000000"),
            nak("00000000", "0000"));
}

TEST_F(Violation, ABindWithoutTransferSyntaxes) {
  EXPECT_EQ(last_words("05000b03 10000000 3400 0000 05000000 d016 d016 00000000 01 000000"
                       "0000 00 00 c55ea160e84dd711a637005056a20182 01000000"),
            nak("05000000", "0000"));
}

TEST_F(Violation, ABindWithMoreContextsThanItHolds) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[24] = std::byte{255};
  EXPECT_EQ(last_words(pdu), nak("01000000", "0000"));
}

TEST_F(Violation, ABindThatEndsEarly) {
  const bytes whole = unhex(smbtorture_bind);
  for (std::size_t size = 16; size < whole.size(); ++size) {
    restart();
    bytes pdu(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    pdu[8] = static_cast<std::byte>(size);
    EXPECT_EQ(last_words(pdu), nak("01000000", "0000")) << size;
  }
}

TEST_F(Violation, ABindThatNegotiatesFeaturesTwice) {
  bytes pdu = unhex(smbtorture_bind);
  const bytes features = unhex("2c1cb76c129840450300000000000000 01000000");
  std::copy(features.begin(), features.end(), pdu.begin() + 52);
  EXPECT_EQ(last_words(pdu), nak("01000000", "0000"));
}

TEST_F(Violation, ABindWithAuthentication) {
  // NTLMSSP, level connect, 16 bytes of a token
  bytes pdu = join(unhex(smbtorture_bind), unhex("0a 02 00 00 00000000"),
                   unhex("4e544c4d535350000100000000000000"));
  pdu[8] = static_cast<std::byte>(pdu.size());
  pdu[10] = std::byte{16};
  EXPECT_EQ(last_words(pdu), nak("01000000", "0800"));
}

TEST_F(Violation, ABindWhereThereAreTooManyConnections) {
  at.limits.turns_away = true;
  restart();
  EXPECT_EQ(last_words(unhex(smbtorture_bind)), nak("01000000", "0200"));  // local_limit_exceeded
}

TEST_F(Violation, ABindWhoseTrailerDoesNotFit) {
  bytes pdu = unhex(smbtorture_bind);
  pdu[10] = std::byte{8};
  EXPECT_EQ(last_words(pdu), nak("01000000", "0400"));
  restart();
  EXPECT_EQ(last_words("05000b03 10000000 1900 0800 00000000 d016 d016 00000000 00"),
            nak("00000000", "0400"));
  restart();
  pdu[10] = pdu[11] = std::byte{255};
  EXPECT_EQ(last_words(pdu), nak("01000000", "0400"));
}

// Later.

TEST_F(Violation, ASecondBind) {
  bind();
  EXPECT_EQ(last_words(smbtorture_bind), nak("01000000", "0000"));
}

TEST_F(Violation, HeadersThatCannotBe) {
  const std::string_view headers[] = {
      "05000003 10000000 0000 0000 07000000",  // frag_len 0
      "05000003 10000000 0f00 0000 07000000",  // 15
      "05000003 10000000 ffff 0000 07000000",  // 65535, and nothing behind
      "05000003 10000000 d116 0000 07000000",  // 5841
      "05000003 20000000 1800 0000 07000000",  // unknown integers
      "05000003 10010000 1800 0000 07000000",  // VAX floats
      "05000003 10030000 1800 0000 07000000",  // IBM floats
  };
  for (const std::string_view text : headers) {
    restart();
    bind();
    EXPECT_EQ(last_words(text), fault(executed, 7, 0, status::proto_error)) << text;
  }
}

TEST_F(Violation, RequestsShorterThanTheirHeader) {
  for (std::uint8_t size = 16; size < 24; ++size) {
    for (const bool little : {true, false}) {
      restart();
      bind();
      bytes pdu(size);
      const bytes head = unhex(little ? "05000003 10000000 0000 0000 07000000"
                                      : "05000003 00000000 0000 0000 00000007");
      std::copy(head.begin(), head.end(), pdu.begin());
      pdu[little ? 8 : 9] = std::byte{size};
      EXPECT_EQ(last_words(pdu), fault(executed, 7, 0, status::proto_error)) << +size;
    }
  }
}

TEST_F(Violation, AnObjectThatDoesNotFit) {
  bind();
  EXPECT_EQ(last_words(request(0x83, 7, counting(15))), fault(executed, 7, 0, status::proto_error));
}

TEST_F(Violation, AuthenticatedRequests) {
  bind();
  bytes pdu = join(request(3, 7, {}), unhex("0a 02 00 00 00000000"), unhex("01000000"));
  pdu[8] = static_cast<std::byte>(pdu.size());
  pdu[10] = std::byte{4};
  EXPECT_EQ(last_words(pdu), fault(executed, 7, 0, status::access_denied));
}

// Of one request all fragments are as the first, which has no authentication.
TEST_F(Violation, AuthenticatedFragmentsOfARequestThatIsNot) {
  for (const std::uint8_t flags : {std::uint8_t{0}, std::uint8_t{2}}) {  // in the middle, the last
    restart();
    bind();
    EXPECT_TRUE(answer(request(1, 7, counting(8))).empty());
    bytes pdu =
        join(request(flags, 7, counting(8)), unhex("0a 06 00 00 00000000"), unhex("01000000"));
    pdu[8] = static_cast<std::byte>(pdu.size());
    pdu[10] = std::byte{4};
    EXPECT_EQ(last_words(pdu), fault(executed, 7, 0, status::access_denied));
    EXPECT_TRUE(calls.empty());
  }
}

TEST_F(Violation, AuthenticatedNotices) {
  for (const std::uint8_t type : {std::uint8_t{18}, std::uint8_t{19}}) {  // co_cancel, orphaned
    restart();
    bind();
    answer(request(3, 7, {}));
    bytes pdu = unhex("05001203 10000000 1c00 0400 07000000 0a 02 00 00 00000000 01000000");
    pdu[2] = std::byte{type};
    EXPECT_EQ(last_words(pdu), fault(executed, 7, 0, status::access_denied));
  }
}

TEST_F(Violation, TrailersThatDoNotFit) {
  const std::string_view requests[] = {
      "05000003 10000000 1800 ffff 07000000 00000000 0000 0000",
      "05000003 10000000 1800 0100 07000000 00000000 0000 0000",
      // 255 bytes of padding beside 8 of stub data
      "05000003 10000000 2c00 0400 07000000 08000000 0000 0000"
      "1122334455667788 0a 02 ff 00 00000000 01000000",
      // at an odd offset
      "05000003 10000000 2500 0400 07000000 01000000 0000 0000"
      "11 0a 02 00 00 00000000 01000000",
  };
  for (const std::string_view text : requests) {
    restart();
    bind();
    EXPECT_EQ(last_words(text), fault(executed, 7, 0, status::proto_error)) << text;
  }
}

TEST_F(Violation, PdusThatNoClientSends) {
  // response, fault, bind_ack, bind_nak, alter_context_resp, auth3, shutdown, and unknown ones
  for (const unsigned type : {2u, 3u, 12u, 13u, 15u, 16u, 17u, 1u, 4u, 20u, 255u}) {
    restart();
    bind();
    bytes pdu = request(3, 7, counting(16));
    pdu[2] = static_cast<std::byte>(type);
    EXPECT_EQ(last_words(pdu), fault(not_executed, 7, 0, status::proto_error)) << type;
  }
}

TEST_F(Violation, AlterContextsThatCannotBeRead) {
  const std::string_view alters[] = {
      "05000e03 10000000 1c00 0000 07000000 d016 d016 00000000 00 000000",  // no contexts
      "05000e03 10000000 1800 0000 07000000 d016 d016 00000000",            // too short
      "05000e03 10000000 3400 0000 07000000 d016 d016 00000000 01 000000"   // no transfer syntax
      "0000 00 00 c55ea160e84dd711a637005056a20182 01000000",
      // context 0 in another transfer syntax
      "05000e03 10000000 4800 0000 07000000 d016 d016 00000000 01 000000"
      "0000 01 00 c55ea160e84dd711a637005056a20182 01000000"
      "           33057171babe37498319b5dbef9ccc36 01000000",
  };
  for (const std::string_view text : alters) {
    restart();
    bind();
    EXPECT_EQ(last_words(text), fault(not_executed, 7, 0, status::proto_error)) << text;
  }
}

TEST_F(Violation, AnAlterContextWithAuthentication) {
  bind();
  bytes pdu = join(unhex(smbtorture_bind), unhex("0a 02 00 00 00000000"), unhex("01000000"));
  pdu[2] = std::byte{0x0e};
  pdu[8] = static_cast<std::byte>(pdu.size());
  pdu[10] = std::byte{4};
  EXPECT_EQ(last_words(pdu), fault(not_executed, 1, 0, status::access_denied));
}

// The order of fragments.

TEST_F(Violation, AFragmentThatIsNotTheFirst) {
  for (const std::uint8_t flags : {std::uint8_t{0}, std::uint8_t{2}}) {
    restart();
    bind();
    EXPECT_EQ(last_words(request(flags, 7, counting(8))),
              fault(executed, 7, 0, status::proto_error));
    restart();
    bind_multiplexed();
    EXPECT_EQ(last_words(request(flags, 7, counting(8))),
              fault(executed, 7, 0, status::proto_error));
    restart();
    bind_multiplexed();
    EXPECT_EQ(answer(request(flags, 7, counting(8), 123)),
              fault(not_executed, 7, 0, status::unknown_interface));
    EXPECT_FALSE(server->closing());
  }
}

TEST_F(Violation, TheFirstFragmentTwice) {
  bind();
  answer(request(1, 7, counting(8)));
  EXPECT_EQ(last_words(request(1, 7, counting(8))), fault(executed, 7, 0, status::proto_error));
  restart();
  bind_multiplexed();
  answer(request(1, 7, counting(8)));
  EXPECT_EQ(last_words(request(1, 7, counting(8))), fault(executed, 7, 0, status::proto_error));
}

// Without multiplexing the fault names the call that was open.
TEST_F(Violation, AnotherCallBetweenFragments) {
  for (std::uint8_t flags = 0; flags < 4; ++flags) {
    restart();
    bind();
    answer(request(1, 50, counting(8)));
    EXPECT_EQ(last_words(request(flags, 51, counting(8))),
              fault(executed, 50, 0, status::proto_error))
        << +flags;
  }
}

// With it, it names the one that came.
TEST_F(Violation, AnotherCallBetweenFragmentsIfMultiplexed) {
  for (std::uint8_t flags = 0; flags < 4; ++flags) {
    restart();
    bind_multiplexed();
    answer(request(1, 50, counting(8)));
    EXPECT_EQ(last_words(request(flags, 51, counting(8), 123)),
              fault(executed, 51, 0, status::proto_error))
        << +flags;
  }
}

TEST_F(Violation, FragmentsInAnotherByteOrder) {
  bind();
  answer(request(1, 7, counting(8)));
  EXPECT_EQ(last_words("05000002 00000000 0019 0000 00000007 00000001 0000 0000 11"),
            fault(not_executed, 7, 0, status::proto_error));
}

TEST_F(Violation, AnEmptyFragmentThatIsNeitherFirstNorLast) {
  bind();
  answer(request(1, 7, {}));
  EXPECT_EQ(last_words(request(0, 7, {})), fault(executed, 7, 0, status::proto_error));
  restart();
  bind();
  answer(request(1, 7, counting(8)));
  EXPECT_EQ(last_words(request(0, 7, {})), fault(executed, 7, 0, status::proto_error));
}

TEST_F(Violation, ASecondCallWithoutMultiplexing) {
  bind();
  answer(request(3, 7, {}));
  EXPECT_EQ(last_words(request(3, 8, {})), fault(executed, 8, 0, status::proto_error));
  // The first one ends in silence.
  EXPECT_EQ(respond(calls[0].ticket, "11"), "");
}

// The limits: one below, at, and one above.

TEST_F(Violation, TheLargestRequest) {
  constexpr std::size_t limit = 4u << 20;
  constexpr std::size_t most = 5840 - 24;
  const bytes stub(most);
  for (const std::size_t size : {limit - 1, limit, limit + 1}) {
    restart();
    bind();
    for (std::size_t done = 0; done < size && !server->closing();) {
      const std::size_t count = std::min(most, size - done);
      const auto flags =
          static_cast<std::uint8_t>((done == 0 ? 1 : 0) | (done + count == size ? 2 : 0));
      server->receive(request_header(flags, 7, count), calls);
      server->receive(std::span(stub).first(count), calls);
      done += count;
    }
    const std::string sent = output();
    if (size <= limit) {
      EXPECT_EQ(sent, "");
      ASSERT_EQ(calls.size(), 1u);
      EXPECT_EQ(calls[0].stub.size(), size);
    } else {
      EXPECT_EQ(sent, fault(executed, 7, 0, status::access_denied));
      EXPECT_TRUE(server->closing());
      EXPECT_TRUE(calls.empty());
    }
  }
}

// The excess is noticed when it comes, not at the end.
TEST_F(Violation, ARequestThatNeverEnds) {
  at.limits.request.bytes = 20'000;
  restart();
  bind();
  answer(request(1, 7, bytes(5000)));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(answer(request(0, 7, bytes(5000))), "");
  EXPECT_EQ(last_words(request(0, 7, bytes(1))), fault(executed, 7, 0, status::access_denied));
}

TEST_F(Violation, TheMostFragments) {
  bind();
  answer(request(1, 7, bytes(1)));
  for (int i = 0; i < 8190; ++i) answer(request(0, 7, bytes(1)));
  EXPECT_EQ(answer(request(2, 7, bytes(1))), "");  // 8192 fragments
  ASSERT_EQ(calls.size(), 1u);

  restart();
  bind();
  answer(request(1, 7, bytes(1)));
  for (int i = 0; i < 8191; ++i) EXPECT_EQ(answer(request(0, 7, bytes(1))), "");
  EXPECT_EQ(last_words(request(2, 7, bytes(1))), fault(executed, 7, 0, status::access_denied));
}

// A promise of too much is as good as the excess.
TEST_F(Violation, AHintBeyondTheLargestRequest) {
  bind();
  bytes first = request(1, 7, counting(8));
  const bytes hint = unhex("01004000");
  std::copy(hint.begin(), hint.end(), first.begin() + 16);
  EXPECT_EQ(last_words(first), fault(executed, 7, 0, status::access_denied));
}

TEST_F(Violation, ARequestThatBeginsCancelled) {
  for (const std::uint8_t flags : {std::uint8_t{0x05}, std::uint8_t{0x07}}) {
    restart();
    bind();
    EXPECT_EQ(last_words(request(flags, 7, counting(8))),
              fault(not_executed, 7, 0, status::no_call_active));
  }
  restart();
  bind();
  answer(request(1, 7, counting(8)));
  EXPECT_EQ(answer(request(6, 7, counting(8))), "");  // a later fragment may say so
  EXPECT_EQ(calls.size(), 1u);
}

TEST_F(Violation, AnUnknownContextIsNoViolation) {
  bind();
  EXPECT_EQ(answer(request(3, 7, {}, 12345)), fault(not_executed, 7, 0, status::unknown_interface));
  EXPECT_FALSE(server->closing());
  EXPECT_EQ(answer(request(3, 8, {})), "");
  EXPECT_EQ(calls.size(), 1u);
}

}  // namespace
}  // namespace rpc::test
