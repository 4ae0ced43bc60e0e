#include "protocol/hex.h"
#include "protocol/verification_trailer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using namespace rpc::protocol;  // NOLINT(google-build-using-namespace)
using rpc::test::bytes;
using rpc::test::hex;
using rpc::test::unhex;

constexpr rpc::syntax_id echo{rpc::uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};

request_facts facts(bool signs_headers) {
  header head{};
  head.call_id = 0x11223344;
  return {echo, rpc::ndr::syntax::ndr20, head, 2, 7, signs_headers};
}

std::string written(std::size_t size, const request_facts& of) {
  rpc::buffer stub(size);
  for (std::size_t i = 0; i < size; ++i) stub.data()[i] = std::byte{0xee};
  append_verification_trailer(stub, of);
  return hex(bytes(stub.bytes().begin(), stub.bytes().end()));
}

// MS-RPCE 2.2.2.13: the signature, then a bitmask, header2 where headers are not signed, and the
// presentation context, which ends it.
TEST(Verification, Bytes) {
  EXPECT_EQ(written(6, facts(true)),
            hex(unhex("eeeeeeeeeeee 0000 8ae3137102f43671 01000400 01000000"
                      "02402800 c55ea160e84dd711a637005056a20182 01000000"
                      "045d888aeb1cc9119fe808002b104860 02000000")));
  EXPECT_EQ(written(0, facts(false)), hex(unhex("8ae3137102f43671 01000400 01000000"
                                                "03001000 00000000 10000000 44332211 0200 0700"
                                                "02402800 c55ea160e84dd711a637005056a20182 01000000"
                                                "045d888aeb1cc9119fe808002b104860 02000000")));
}

bool taken(std::size_t size, const request_facts& written_as, const request_facts& read_as,
           std::size_t& left) {
  rpc::buffer stub(size);
  append_verification_trailer(stub, written_as);
  const bool right = take_verification_trailer(stub, read_as);
  left = stub.size();
  return right;
}

TEST(Verification, IsTakenOff) {
  for (const bool signs : {false, true})
    for (std::size_t size = 0; size < 64; ++size) {
      auto of = facts(signs);
      std::size_t left = 0;
      // A client that signs headers says so; a server that does not know of it was kept from it.
      const bool right = taken(size, of, of, left);
      EXPECT_EQ(right, signs);
      EXPECT_TRUE(!right || left == (size + 3) / 4 * 4);
    }
}

TEST(Verification, Contradictions) {
  std::size_t left = 0;
  auto other = facts(true);
  other.interface.major = 2;
  EXPECT_FALSE(taken(8, facts(true), other, left));
  other = facts(true);
  other.syntax = rpc::ndr::syntax::ndr64;
  EXPECT_FALSE(taken(8, facts(true), other, left));
  other = facts(true);
  other.interface.minor = 5;  // of the server: it has more than the client wants
  EXPECT_TRUE(taken(8, facts(true), other, left));
}

TEST(Verification, StubDataWithoutOne) {
  for (std::size_t size = 0; size < 100; ++size) {
    rpc::buffer stub(size);
    std::ranges::fill(stub.bytes(), std::byte{0x5A});  // new bytes are whatever was there before
    EXPECT_TRUE(take_verification_trailer(stub, facts(true)));
    EXPECT_EQ(stub.size(), size);
  }
}

TEST(Verification, CutOrUnknown) {
  rpc::buffer whole;
  append_verification_trailer(whole, facts(true));
  for (std::size_t size = 12; size < whole.size(); ++size) {
    rpc::buffer stub;
    stub.append(whole.bytes().first(size));
    EXPECT_FALSE(take_verification_trailer(stub, facts(true))) << size;
  }
  const auto of = [](std::string_view text) {
    rpc::buffer stub;
    stub.append(unhex(text));
    return take_verification_trailer(stub, facts(true));
  };
  EXPECT_TRUE(of("8ae3137102f43671 1f400000"));   // unknown, and it ends
  EXPECT_FALSE(of("8ae3137102f43671 1fc00000"));  // unknown, and to be processed
}

}  // namespace
