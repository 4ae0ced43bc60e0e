#include "protocol/framer.h"

#include "hex.h"

#include <gtest/gtest.h>

namespace rpc::protocol {
namespace {

using test::hex;
using test::unhex;

const test::bytes first = unhex("05000003 10000000 1c00 0000 01000000 04000000 0000 0000 11223344");
const test::bytes second = unhex("05001203 00000000 0010 0000 00000002");

TEST(Framer, CutsWithoutCopying) {
  const test::bytes stream = test::join(first, second);
  framer frames(5840);
  frames.feed(stream);
  auto frame = frames.next();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->pdu.data(), stream.data());
  EXPECT_EQ(frame->pdu.size(), 28u);
  frame = frames.next();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->pdu.data(), stream.data() + 28);
  EXPECT_EQ(frame->head.type, packet::co_cancel);
  EXPECT_FALSE(frames.next());
}

TEST(Framer, PiecesOfAnySize) {
  const test::bytes stream = test::join(first, second, first);
  for (std::size_t size = 1; size <= stream.size(); ++size) {
    framer frames(5840);
    std::string seen;
    for (std::size_t at = 0; at < stream.size(); at += size) {
      const test::bytes piece(
          stream.begin() + static_cast<std::ptrdiff_t>(at),
          stream.begin() + static_cast<std::ptrdiff_t>(std::min(at + size, stream.size())));
      frames.feed(piece);
      while (const auto frame = frames.next()) seen += hex(frame->pdu) + " | ";
    }
    EXPECT_EQ(seen, hex(first) + " | " + hex(second) + " | " + hex(first) + " | ") << size;
  }
}

// The lengths are judged as soon as the header is there.
TEST(Framer, LengthsThatCannotBe) {
  const std::string_view headers[] = {
      "05000003 10000000 0000 0000 01000000", "05000003 10000000 0100 0000 01000000",
      "05000003 10000000 0f00 0000 01000000", "05000003 00000000 000f 0000 00000001",
      "05000003 10000000 d116 0000 01000000",  // 5841
      "05000003 10000000 ffff 0000 01000000",
      "04000003 10000000 1000 0000 01000000",  // not our protocol
  };
  for (const std::string_view text : headers) {
    framer frames(5840);
    const auto head = unhex(text);
    frames.feed(head);
    const auto frame = frames.next();
    ASSERT_TRUE(frame) << text;
    EXPECT_TRUE(frame->pdu.empty()) << text;

    framer slow(5840);
    for (std::size_t i = 0; i < head.size(); ++i) {
      slow.feed(std::span(head).subspan(i, 1));
      const auto next = slow.next();
      EXPECT_EQ(next.has_value(), i == 15) << text << i;
    }
  }
}

TEST(Framer, TheLargestFragment) {
  framer frames(5840);
  const auto head = unhex("05000003 10000000 d016 0000 01000000");  // 5840
  frames.feed(head);
  EXPECT_FALSE(frames.next());
  const test::bytes rest(5824);
  frames.feed(rest);
  const auto frame = frames.next();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->pdu.size(), 5840u);
}

TEST(Framer, BindsMayBeLonger) {
  for (const std::string_view type : {"0b", "0c", "0e", "0f", "10"}) {
    framer frames(5840);
    const auto head =
        test::join(unhex("0500"), unhex(type), unhex("03 10000000 ffff 0000 01000000"));
    frames.feed(head);
    EXPECT_FALSE(frames.next()) << type;
  }
}

}  // namespace
}  // namespace rpc::protocol
