// What makes two full pointers lead to one object: address and type (C706 14.3.10).
#include "wire.h"

#include <rpc/ndr/objects.h>

#include <array>
#include <cstdint>

using namespace wire_test;

namespace {

struct arrays {
  std::uint32_t n{};
  std::int16_t* plain{};
  std::int16_t* bounded{};
  std::int16_t* unchecked{};
  std::int16_t* part{};
  std::int16_t* bounded_part{};
  mutable rpc::ndr::object_table objects{};
};

}  // namespace

template <>
struct rpc::operation<arrays> {
  RPC_TEST_OPERATION(arrays);
  static constexpr auto objects = &call::objects;
  // Generated code has functions of its own for each parameter.
  template <int>
  static ndr::checked n(const call& self) {
    return ndr::checked(self.n);
  }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>, ndr::in<"plain", &call::plain, ndr::full<ndr::conformant<&n<1>>>>,
      ndr::in<"bounded", &call::bounded, ndr::full<ndr::bounded<0, 9, ndr::conformant<&n<2>>>>>,
      ndr::in<"unchecked", &call::unchecked,
              ndr::full<ndr::disable_consistency_check<ndr::conformant<&n<3>>>>>,
      ndr::in<"part", &call::part, ndr::full<ndr::conformant_varying<&n<4>, &n<5>>>>,
      ndr::in<"bounded_part", &call::bounded_part,
              ndr::full<ndr::bounded<0, 9, ndr::conformant_varying<&n<6>, &n<7>>>>>>;
};

namespace {

// An array of which a part travels has another wire form, and so is another object.
TEST(Objects, AreOneWhateverTheReceiverChecks) {
  std::array<std::int16_t, 2> a{1, 2};
  EXPECT_EQ(request(ndr20, arrays{2, a.data(), a.data(), a.data(), a.data(), a.data()}),
            hex("02000000  01000000 02000000 0100 0200  01000000 01000000"
                "02000000 02000000 00000000 02000000 0100 0200  02000000"));
}

// What a response calls by a second id keeps its first one, wherever the hash has put the two.
TEST(Objects, KeepTheirFirstIds) {
  constexpr char type = 0;
  static std::array<int, 1000> places;
  for (int& place : places) {
    rpc::ndr::object_table table;
    table.begin_message();
    const std::uint64_t first = table.send(&place, &type, 1, true).object->id;
    table.begin_message();
    for (std::uint64_t id = 100; id < 120; ++id) {
      rpc::ndr::known_object* const received = table.receive(id, &type).object;
      EXPECT_EQ(table.find(&place, &type)->id, first);
      received->address = &place;
    }
    table.begin_message();
    ASSERT_EQ(table.send(&place, &type, 1, true).object->id, first);
  }
}

// What came back may lie elsewhere: results do not go where the caller's data are const.
TEST(Objects, AreFoundWhereTheyLieNow) {
  constexpr char type = 0;
  static std::array<int, 1000> places;
  int before = 0;
  for (int& place : places) {
    rpc::ndr::object_table table;
    table.begin_message();
    table.send(&before, &type, 1, false);
    const std::uint64_t id = table.send(&before, &type, 1, false).object->id;
    table.begin_message();
    table.receive(id, &type).object->address = &place;
    table.begin_message();
    ASSERT_EQ(table.send(&place, &type, 1, true).object->id, id);
    EXPECT_NE(table.send(&before, &type, 1, true).object->id, id);
  }
}

}  // namespace
