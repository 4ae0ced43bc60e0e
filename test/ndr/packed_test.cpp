// Members of packed structures and unions, wherever they lie: the wire knows nothing of packing.
#include "wire.h"

#include <cstdint>
#include <cstring>

using namespace wire_test;

namespace {

struct natural {
  std::int8_t a;
  std::int64_t b;
};
#pragma pack(push, 1)
struct leaf {
  char c;
  std::int32_t* p;
};
struct mess {
  std::uint8_t n;
  std::int32_t* numbers;
  char* text;
  std::int16_t* two[2];
  leaf nested;
  natural plain;
};
union choice {
  std::int64_t h;
  std::int32_t* p;
};
struct chosen {
  std::uint8_t tag;
  choice u;
};
struct open {
  std::uint8_t kind;
  std::uint32_t count;
  std::uint32_t a[1];
};
#pragma pack(pop)

template <class T>
struct by_pointer {
  T* p{};
};

}  // namespace

template <>
struct rpc::ndr::layout<natural> {
  using type = natural;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<leaf> {
  using type = leaf;
  static constexpr bool natural_layout = false;
  using members = fields<field<"c", &type::c>, field<"p", &type::p, unique<>>>;
};
template <>
struct rpc::ndr::layout<mess> {
  using type = mess;
  static constexpr bool natural_layout = false;
  static checked numbers_size(const type& self) { return checked(self.n); }
  using members = fields<
      field<"n", &type::n>, field<"numbers", &type::numbers, unique<conformant<&numbers_size>>>,
      field<"text", &type::text, unique<string>>, field<"two", &type::two, fixed<2, unique<>>>,
      field<"nested", &type::nested>, field<"plain", &type::plain>>;
};
template <>
struct rpc::ndr::layout<choice> {
  using type = choice;
  using tag = std::uint8_t;
  using arms = ndr::arms<arm<cases<1>, "h", &type::h>, arm<cases<2>, "p", &type::p, unique<>>>;
};
template <>
struct rpc::ndr::layout<chosen> {
  using type = chosen;
  static constexpr bool natural_layout = false;
  static checked u_tag(const type& self) { return checked(self.tag); }
  using members = fields<field<"tag", &type::tag>, field<"u", &type::u, switched<&u_tag>>>;
};
template <>
struct rpc::ndr::layout<open> {
  using type = open;
  static constexpr bool natural_layout = false;
  static checked a_size(const type& self) { return checked(self.count); }
  using members = fields<field<"kind", &type::kind>, field<"count", &type::count>,
                         field<"a", &type::a, conformant<&a_size>>>;
};
template <class T>
struct rpc::operation<by_pointer<T>> {
  RPC_TEST_OPERATION(by_pointer<T>);
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::ref<>>>;
};

namespace {

constexpr const char* little20 =
    "02 000000 00000200 04000200 08000200 00000000 63 000000 0c000200 00000000"
    "01 00000000000000 0200000000000000"
    "02000000 07000000 08000000 03000000 00000000 03000000 686900 00 0500 0000 09000000";
constexpr const char* big20 =
    "02 000000 00020000 00020004 00020008 00000000 63 000000 0002000c 00000000"
    "01 00000000000000 0000000000000002"
    "00000002 00000007 00000008 00000003 00000000 00000003 686900 00 0005 0000 00000009";
constexpr const char* little64 =
    "02 00000000000000 0000020000000000 0400020000000000 0800020000000000 0000000000000000"
    "63 00000000000000 0c00020000000000 01 00000000000000 0200000000000000"
    "0200000000000000 07000000 08000000"
    "0300000000000000 0000000000000000 0300000000000000 686900 00 0500 0000 09000000";

struct filled {
  std::int32_t numbers[2] = {7, 8};
  std::int16_t five = 5;
  std::int32_t nine = 9;
  char text[3] = "hi";
  mess value{2, numbers, text, {&five, nullptr}, {'c', &nine}, {1, 2}};
};

void expect_filled(const mess& m) {
  std::int32_t* const numbers = m.numbers;
  char* const text = m.text;
  std::int16_t* const first = m.two[0];
  std::int16_t* const second = m.two[1];
  std::int32_t* const nine = m.nested.p;
  EXPECT_EQ(m.n, 2);
  EXPECT_EQ(numbers[0], 7);
  EXPECT_EQ(numbers[1], 8);
  EXPECT_STREQ(text, "hi");
  EXPECT_EQ(*first, 5);
  EXPECT_EQ(second, nullptr);
  EXPECT_EQ(*nine, 9);
  EXPECT_EQ(std::int64_t{m.plain.b}, 2);
}

TEST(Packed, PointersTravelAsAnywhere) {
  filled f;
  EXPECT_EQ(request(ndr20, by_pointer<mess>{&f.value}), hex(little20));
  EXPECT_EQ(request(ndr64, by_pointer<mess>{&f.value}), hex(little64));
  expect_filled(*received<by_pointer<mess>>(ndr20, little20).frame.p);
  expect_filled(*received<by_pointer<mess>>(ndr64, little64).frame.p);
  expect_filled(*received<by_pointer<mess>>(ndr20, big20, std::endian::big).frame.p);
}

TEST(Packed, ResultsGoIntoTheCallersStorage) {
  filled f;
  f.numbers[1] = 0;
  f.nine = 0;
  std::int16_t other = 6;
  f.value.two[1] = &other;
  by_pointer<mess> frame{&f.value};
  rpc::buffer message = bytes(little20);
  unmarshal_response(ndr20, std::endian::little, message.bytes(), frame);
  EXPECT_EQ(f.numbers[1], 8);
  EXPECT_EQ(f.nine, 9);
  expect_filled(f.value);

  // A failure gives every pointer its old value back.
  f.value.two[1] = &other;
  rpc::buffer half = bytes(std::string_view(little20).substr(0, 160));
  EXPECT_THROW(unmarshal_response(ndr20, std::endian::little, half.bytes(), frame), rpc::error);
  std::int16_t* const restored = f.value.two[1];
  EXPECT_EQ(restored, &other);
}

TEST(Packed, UnionsHaveTheirArmsAnywhere) {
  std::int32_t nine = 9;
  chosen c{2, {}};
  c.u.p = &nine;
  constexpr const char* with_pointer = "02 02 0000 00000200 09000000";
  EXPECT_EQ(request(ndr20, by_pointer<chosen>{&c}), hex(with_pointer));
  const received<by_pointer<chosen>> got(ndr20, with_pointer);
  std::int32_t* const p = got.frame.p->u.p;
  EXPECT_EQ(*p, 9);

  c = {1, {77}};
  constexpr const char* with_hyper = "01 00000000000000 01 00000000000000 4d00000000000000";
  EXPECT_EQ(request(ndr64, by_pointer<chosen>{&c}), hex(with_hyper));
  const received<by_pointer<chosen>> other(ndr64, with_hyper);
  EXPECT_EQ(std::int64_t{other.frame.p->u.h}, 77);
}

TEST(Packed, ConformantEndsMayBeMisaligned) {
  alignas(4) std::byte memory[sizeof(open) + 4];
  open* const o = reinterpret_cast<open*>(memory);
  o->kind = 1;
  o->count = 2;
  const std::uint32_t elements[] = {3, 4};
  std::memcpy(memory + 5, elements, sizeof elements);
  EXPECT_EQ(request(ndr20, by_pointer<open>{o}),
            hex("02000000 01 000000 02000000 03000000 04000000"));
  EXPECT_EQ(request(ndr64, by_pointer<open>{o}),
            hex("0200000000000000 01 000000 02000000 03000000 04000000"));
  const received<by_pointer<open>> got(ndr20, "00000002 01 000000 00000002 00000003 00000004",
                                       std::endian::big);
  EXPECT_EQ(
      std::memcmp(reinterpret_cast<const std::byte*>(got.frame.p) + 5, elements, sizeof elements),
      0);
}

}  // namespace
