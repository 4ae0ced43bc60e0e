#ifndef RPC_TEST_NDR_ROW_H
#define RPC_TEST_NDR_ROW_H

#include "wire.h"

#include <rpc/fuzz.h>

#include <cstdint>

// What it takes to write the rows of the table in docs/wire.md as bytes.
namespace wire_test {

// What a frame is made of: one parameter and an octet, which shows where it ends; or that and,
// before it, an integer that its shape depends on.
template <class T, class Shape = rpc::ndr::plain>
struct one {
  T value{};
  std::uint8_t end = 0xEE;
};
template <class N, class T, template <auto> class Shape>
struct two {
  N n{};
  T value{};
  std::uint8_t end = 0xEE;
};

inline std::string recoded(rpc::ndr::syntax s, auto recode, std::endian sender,
                           std::string_view stub) {
  const rpc::buffer message = bytes(stub);
  rpc::arena memory;
  rpc::buffer again;
  return recode(s, sender, message.bytes(), memory, again) ? hex(again) : "refused";
}

// Pointers to contexts lead to the handles that stand for them.
template <class Frame>
std::string encoded(rpc::ndr::syntax s, const Frame& frame) {
  rpc::arena memory;
  rpc::fuzz_contexts contexts(memory);
  rpc::buffer out;
  rpc::ndr::marshal_request(s, frame, out, rpc::ndr::default_message_limit, {&contexts});
  return hex(out);
}

/// The frame is these bytes, in both directions of the wire.
template <class Frame>
void row(const char* construct, const Frame& frame, std::string_view in_ndr20,
         std::string_view in_ndr64, std::string_view from_big_endian) {
  SCOPED_TRACE(construct);
  const auto recode = &rpc::recode_request<Frame>;
  EXPECT_EQ(encoded(ndr20, frame), hex(in_ndr20));
  EXPECT_EQ(encoded(ndr64, frame), hex(in_ndr64));
  EXPECT_EQ(recoded(ndr20, recode, std::endian::little, in_ndr20), hex(in_ndr20));
  EXPECT_EQ(recoded(ndr64, recode, std::endian::little, in_ndr64), hex(in_ndr64));
  EXPECT_EQ(recoded(ndr20, recode, std::endian::big, from_big_endian), hex(in_ndr20));
}

}  // namespace wire_test

template <class T, class Shape>
struct rpc::operation<wire_test::one<T, Shape>> {
  using call = wire_test::one<T, Shape>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "one";
  using parameters =
      ndr::parameters<ndr::in<"value", &call::value, Shape>, ndr::in<"end", &call::end>>;
};
template <class N, class T, template <auto> class Shape>
struct rpc::operation<wire_test::two<N, T, Shape>> {
  using call = wire_test::two<N, T, Shape>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "two";
  static ndr::checked expression(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>, ndr::in<"value", &call::value, Shape<&expression>>,
                      ndr::in<"end", &call::end>>;
};

#endif  // RPC_TEST_NDR_ROW_H
