// Structures that end in a structure that ends in a conformant array, one to three deep: max_count
// comes before the outermost (C706 14.3.7), and NDR64's gap before the elements, up to the
// alignment of the outermost (MS-RPCE 2.2.5.3.4.1).
#include "wire.h"

#include <cstdint>
#include <cstring>
#include <string>

using namespace wire_test;

namespace {

using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;

template <class G, class N, class E>
struct tail {
  G g;
  N n;
  E e[1];
};
template <class H, class Last>
struct around {
  H h;
  Last last;
};

// y, h and x are of a hyper, an octet and a structure of two fields.
struct mid {
  u64 h;
  u8 x;
  struct {
    u16 n;
    u32 data[1];
  } t;
};
using mid_tail = decltype(mid::t);

template <class T>
struct passed {
  T* p{};
  u8 end = 0xEE;
};

}  // namespace

template <class G, class N, class E>
struct rpc::ndr::layout<tail<G, N, E>> {
  using type = tail<G, N, E>;
  static checked size(const type& self) { return checked(self.n); }
  using members = fields<field<"g", &type::g>, field<"n", &type::n>,
                         field<"e", &type::e, conformant<&layout::size>>>;
};
template <class H, class Last>
struct rpc::ndr::layout<around<H, Last>> {
  using type = around<H, Last>;
  using members = fields<field<"h", &type::h>, field<"last", &type::last>>;
};
template <>
struct rpc::ndr::layout<mid_tail> {
  using type = mid_tail;
  static checked size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"data", &type::data, conformant<&size>>>;
};
template <>
struct rpc::ndr::layout<mid> {
  using type = mid;
  using members = fields<field<"h", &type::h>, field<"x", &type::x>, field<"t", &type::t>>;
};
template <class T>
struct rpc::operation<passed<T>> {
  RPC_TEST_OPERATION(passed<T>);
  using parameters =
      ndr::parameters<ndr::in<"p", &call::p, ndr::ref<>>, ndr::in<"end", &call::end>>;
};

namespace {

// Fills the members from the inside out: 11.. and the number of elements, 22.., 33..
template <class G, class N, class E>
int fill(tail<G, N, E>& value, int count) {
  std::memset(&value.g, 0x11, sizeof value.g);
  value.n = static_cast<N>(count);
  auto* const first = reinterpret_cast<std::byte*>(value.e);
  std::memset(first, 0xAA, sizeof(E));
  std::memset(first + sizeof(E), 0xBB, sizeof(E));
  return 0x22;
}
template <class H, class Last>
int fill(around<H, Last>& value, int count) {
  const int mine = fill(value.last, count);
  std::memset(&value.h, mine, sizeof value.h);
  return mine + 0x11;
}

template <class T>
struct storage {
  explicit storage(int count) { fill(*object(), count); }
  T* object() { return reinterpret_cast<T*>(bytes); }
  alignas(T) std::byte bytes[64]{};
};

/// A T with two elements is `in_ndr20` behind its max_count, and `in_ndr64`, where the server uses
/// it in the message or does not.
template <class T>
void holds(std::string in_ndr20, std::string in_ndr64, bool in_message) {
  SCOPED_TRACE(in_ndr64);
  storage<T> s(2);
  in_ndr20 = hex("02000000" + in_ndr20 + "ee");
  in_ndr64 = hex("0200000000000000" + in_ndr64 + "ee");
  EXPECT_EQ(request(ndr20, passed<T>{s.object()}), in_ndr20);
  EXPECT_EQ(request(ndr64, passed<T>{s.object()}), in_ndr64);
  for (const auto& [syntax, bytes] : {std::pair{ndr20, in_ndr20}, {ndr64, in_ndr64}}) {
    const received<passed<T>> got(syntax, bytes);
    if (syntax == ndr64) {
      EXPECT_EQ(got.in_message(got.frame.p), in_message);
    }
    EXPECT_EQ(request(syntax, got.frame), bytes);
  }
}

const std::string pad = "00000000";  // NDR20, from max_count to an alignment of 8
const std::string a4 = "aaaaaaaa", b4 = "bbbbbbbb", a8 = a4 + a4, b8 = b4 + b4;
const std::string h8 = "2222222222222222", i8 = "3333333333333333", g8 = "1111111111111111";

TEST(NestedEnds, OfNoDepth) {
  holds<tail<u64, u32, u8>>(pad + g8 + "02000000 aabb", g8 + "02000000 00000000 aabb", false);
  holds<tail<u64, u16, u16>>(pad + g8 + "0200 aaaabbbb", g8 + "0200 000000000000 aaaabbbb", false);
  holds<tail<u64, u8, u32>>(pad + g8 + "02 000000" + a4 + b4, g8 + "02 00000000000000" + a4 + b4,
                            false);
  holds<tail<u8, u8, u64>>(pad + "11 02 000000000000" + a8 + b8, "11 02 000000000000" + a8 + b8,
                           true);
  holds<tail<u32, u8, u8>>("11111111 02 aabb", "11111111 02 000000 aabb", false);
  holds<tail<u16, u8, u8>>("1111 02 aabb", "1111 02 00 aabb", false);
  holds<tail<u8, u8, u8>>("11 02 aabb", "11 02 aabb", true);
}

TEST(NestedEnds, OneDeep) {
  holds<around<u64, tail<u8, u8, u8>>>(pad + h8 + "11 02 aabb", h8 + "11 02 000000000000 aabb",
                                       false);
  holds<around<u32, tail<u8, u8, u8>>>("22222222 11 02 aabb", "22222222 11 02 0000 aabb", false);
  holds<around<u16, tail<u8, u8, u8>>>("2222 11 02 aabb", "2222 11 02 aabb", true);
  holds<around<u16, tail<u8, u16, u16>>>("2222 11 00 0200 aaaabbbb", "2222 11 00 0200 aaaabbbb",
                                         true);
  holds<around<u64, tail<u16, u8, u16>>>(pad + h8 + "1111 02 00 aaaabbbb",
                                         h8 + "1111 02 0000000000 aaaabbbb", false);
  holds<around<u8, tail<u16, u8, u32>>>("22 000000 1111 02 00" + a4 + b4,
                                        "22 000000 1111 02 00" + a4 + b4, true);
  holds<around<u8, tail<u8, u8, u64>>>(pad + "22 00000000000000 11 02 000000000000" + a8 + b8,
                                       "22 00000000000000 11 02 000000000000" + a8 + b8, true);
  holds<around<u64, tail<u32, u32, u32>>>(pad + h8 + "11111111 02000000" + a4 + b4,
                                          h8 + "11111111 02000000" + a4 + b4, true);
  holds<around<u64, tail<u8, u8, u32>>>(pad + h8 + "11 02 0000" + a4 + b4,
                                        h8 + "11 02 000000000000" + a4 + b4, false);
}

TEST(NestedEnds, TwoDeep) {
  holds<around<u64, around<u8, tail<u8, u8, u8>>>>(pad + i8 + "22 11 02 aabb",
                                                   i8 + "22 11 02 0000000000 aabb", false);
  holds<around<u8, around<u64, tail<u8, u8, u16>>>>(
      pad + "33 00000000000000" + h8 + "11 02 aaaabbbb",
      "33 00000000000000" + h8 + "11 02 000000000000 aaaabbbb", false);
  holds<around<u8, around<u16, tail<u8, u8, u32>>>>(
      "33 000000 2222 0000 11 02 0000" + a4 + b4, "33 000000 2222 0000 11 02 0000" + a4 + b4, true);
  // Two octets shorter than its T, and therefore copied.
  holds<around<u32, around<u16, tail<u8, u8, u8>>>>("33333333 2222 11 02 aabb",
                                                    "33333333 2222 11 02 aabb", false);
  holds<around<u32, around<u16, tail<u16, u8, u8>>>>("33333333 2222 1111 02 aabb",
                                                     "33333333 2222 1111 02 000000 aabb", false);
  holds<around<u16, around<u8, tail<u8, u8, u64>>>>(
      pad + "3333 000000000000 22 00000000000000 11 02 000000000000" + a8 + b8,
      "3333 000000000000 22 00000000000000 11 02 000000000000" + a8 + b8, true);
}

TEST(NestedEnds, ThreeDeep) {
  holds<around<u64, around<u8, around<u16, tail<u8, u8, u8>>>>>(
      pad + "4444444444444444 33 00 2222 11 02 aabb", "4444444444444444 33 00 2222 11 02 0000 aabb",
      false);
  holds<around<u8, around<u32, around<u16, tail<u8, u8, u16>>>>>(
      "44 000000 33333333 2222 11 02 aaaabbbb", "44 000000 33333333 2222 11 02 aaaabbbb", true);
}

TEST(NestedEnds, AreReadFromBigEndian) {
  const received<passed<around<u64, tail<u8, u8, u16>>>> got(
      ndr64, "0000000000000002" + h8 + "11 02 000000000000 0102 0304 ee", std::endian::big);
  EXPECT_EQ(got.frame.p->last.e[0], 0x0102);
  EXPECT_EQ(got.frame.end, 0xEE);
}

// The gap is the structure's, whether it has elements or not.
TEST(NestedEnds, WithoutElementsHaveTheGap) {
  storage<around<u64, tail<u8, u8, u8>>> s(0);
  EXPECT_EQ(request(ndr20, passed<around<u64, tail<u8, u8, u8>>>{s.object()}),
            hex("00000000 00000000" + h8 + "11 00 ee"));
  EXPECT_EQ(request(ndr64, passed<around<u64, tail<u8, u8, u8>>>{s.object()}),
            hex("0000000000000000" + h8 + "11 00 000000000000 ee"));
}

TEST(NestedEnds, LieAsInMemory) {
  alignas(mid) std::byte bytes[64]{};
  auto* const m = reinterpret_cast<mid*>(bytes);
  m->h = 0x1111111111111111;
  m->x = 0x22;
  m->t.n = 1;
  m->t.data[0] = 0x44444444;
  EXPECT_EQ(request(ndr64, passed<mid>{m}),
            hex("0100000000000000 1111111111111111 22 000000 0100 0000 44444444 ee"));
}

}  // namespace
