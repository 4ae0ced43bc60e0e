// Full pointers: one object, one id (C706 14.3.10), kept from request to response.
#include "nodes.h"

#include <cstdint>
#include <vector>

using namespace wire_test;

namespace {

struct pair {
  std::int32_t first;
  std::int32_t second;
};
struct sized {
  std::uint32_t n;
  std::int16_t* a;
};
struct mixed {
  std::uint32_t n;
  std::int16_t* a;      // [unique, size_is(n)]
  std::uint32_t* size;  // [ptr]
};

using two_nodes = two_full<list_node*>;
struct replaced {
  list_node* given{};
  list_node** taken{};
  mutable rpc::ndr::object_table objects{};
};
struct struct_and_member {
  pair* p{};
  std::int32_t* first{};
  mutable rpc::ndr::object_table objects{};
};
struct two_arrays {
  sized* a{};
  sized* b{};
  mutable rpc::ndr::object_table objects{};
};
struct texts {
  char* a{};
  char* b{};
  mutable rpc::ndr::object_table objects{};
};
struct overlapping {
  mixed* m{};
  mutable rpc::ndr::object_table objects{};
};

}  // namespace

template <>
struct rpc::ndr::layout<pair> {
  using type = pair;
  using members = fields<field<"first", &type::first>, field<"second", &type::second>>;
};
template <>
struct rpc::ndr::layout<sized> {
  using type = sized;
  static checked a_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"a", &type::a, full<conformant<&a_size>>>>;
};
template <>
struct rpc::ndr::layout<mixed> {
  using type = mixed;
  static checked a_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"a", &type::a, unique<conformant<&a_size>>>,
                         field<"size", &type::size, full<>>>;
};
template <>
struct rpc::operation<replaced> {
  RPC_TEST_OPERATION(replaced);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in<"given", &call::given, ndr::full<>>,
                                     ndr::out<"taken", &call::taken, ndr::ref<ndr::full<>>>>;
};
template <>
struct rpc::operation<struct_and_member> {
  RPC_TEST_OPERATION(struct_and_member);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::full<>>,
                                     ndr::in_out<"first", &call::first, ndr::full<>>>;
};
template <>
struct rpc::operation<two_arrays> {
  RPC_TEST_OPERATION(two_arrays);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"a", &call::a, ndr::ref<>>,
                                     ndr::in_out<"b", &call::b, ndr::ref<>>>;
};
template <>
struct rpc::operation<texts> {
  RPC_TEST_OPERATION(texts);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"a", &call::a, ndr::full<ndr::string>>,
                                     ndr::in_out<"b", &call::b, ndr::full<ndr::string>>>;
};
template <>
struct rpc::operation<overlapping> {
  RPC_TEST_OPERATION(overlapping);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"m", &call::m, ndr::ref<>>>;
};

namespace {

// Two parameters: a -> 1 -> 2 -> 1, b -> 2. Each referent once, behind its first pointer.
constexpr const char* cycle20 = "01000000 01000000 02000000 02000000 01000000 02000000";
constexpr const char* cycle64 =
    "0100000000000000 01000000 00000000 0200000000000000 02000000 00000000 0100000000000000"
    "0200000000000000";
constexpr const char* cycle_big = "00000001 00000001 00000002 00000002 00000001 00000002";

TEST(FullPointers, BringAnObjectOnceAndCyclesEnd) {
  list_node two{2, nullptr};
  list_node one{1, &two};
  two.next = &one;
  EXPECT_EQ(request(ndr20, two_nodes{&one, &two}), hex(cycle20));
  EXPECT_EQ(request(ndr64, two_nodes{&one, &two}), hex(cycle64));
  EXPECT_EQ(request(ndr20, two_nodes{nullptr, nullptr}), hex("00000000 00000000"));

  const auto expect = [](const two_nodes& f) {
    EXPECT_EQ(f.a->value, 1);
    EXPECT_EQ(f.a->next, f.b);
    EXPECT_EQ(f.b->value, 2);
    EXPECT_EQ(f.b->next, f.a);
  };
  expect(received<two_nodes>(ndr20, cycle20).frame);
  expect(received<two_nodes>(ndr64, cycle64).frame);
  expect(received<two_nodes>(ndr20, cycle_big, std::endian::big).frame);
}

TEST(FullPointers, MayBeAliasesOfWhatComesLater) {
  // The referent of a holds the id of b's object; b itself comes with the referent.
  const received<two_nodes> self(ndr20, "07000000 05000000 07000000 07000000");
  EXPECT_EQ(self.frame.a->next, self.frame.a);
  EXPECT_EQ(self.frame.b, self.frame.a);
}

TEST(FullPointers, KeepTheIdsOfTheClientInTheResponse) {
  received<two_nodes> server(ndr20, cycle20);
  list_node* const one = server.frame.a;
  list_node* const two = server.frame.b;
  list_node fresh{3, one};
  one->next = &fresh;
  two->next = nullptr;
  // 1 -> new 3 -> 1; then b, which is 2.
  EXPECT_EQ(response(ndr20, server.frame),
            hex("01000000 01000000 03000000 03000000 01000000 02000000 02000000 00000000"));
}

TEST(FullPointers, LeadToTheClientsOwnObjectsAgain) {
  list_node two{2, nullptr};
  list_node one{1, &two};
  two.next = &one;
  two_nodes frame{&one, &two};
  request(ndr20, frame);
  receive(frame, "01000000 0b000000 09000000 21000000 01000000 02000000 0c000000 00000000");
  EXPECT_EQ(frame.a, &one);
  EXPECT_EQ(frame.b, &two);
  EXPECT_EQ(one.value, 11);
  EXPECT_EQ(two.value, 12);
  EXPECT_EQ(two.next, nullptr);
  list_node* const fresh = one.next;
  EXPECT_EQ(fresh->value, 33);
  EXPECT_EQ(fresh->next, &one);
  rpc::free(fresh);
}

// The first id goes where the caller's pointer leads, to the object that the second one means: what
// comes last for it counts, and is not lost while its own pointer is read.
TEST(FullPointers, MayCallOneObjectOfTheClientByTwoIds) {
  list_node one{1, nullptr};
  two_nodes frame{&one, &one};
  EXPECT_EQ(request(ndr20, frame), hex("01000000 01000000 00000000 01000000"));
  receive(frame, "06000000 05000000 01000000 07000000 00000000 01000000");
  EXPECT_EQ(frame.a, &one);
  EXPECT_EQ(frame.b, &one);
  EXPECT_EQ(one.value, 7);
  EXPECT_EQ(one.next, nullptr);
}

TEST(FullPointers, GiveResultsTheIdentityOfWhatWasSent) {
  list_node two{2, nullptr};
  list_node one{1, &two};
  list_node* taken = nullptr;
  replaced frame{&one, &taken};
  EXPECT_EQ(request(ndr64, frame), hex("0100000000000000 01000000 00000000 0200000000000000"
                                       "02000000 00000000 0000000000000000"));
  receive(frame,
          "0200000000000000 16000000 00000000 0100000000000000 0b000000 00000000"
          "0200000000000000",
          ndr64);
  EXPECT_EQ(taken, &two);
  EXPECT_EQ(two.value, 22);
  EXPECT_EQ(two.next, &one);
  EXPECT_EQ(one.value, 11);
  EXPECT_EQ(one.next, &two);
}

TEST(FullPointers, HaveTheirOldValuesAfterAFailure) {
  list_node two{2, nullptr};
  list_node one{1, &two};
  two_nodes frame{&one, &two};
  request(ndr20, frame);
  EXPECT_THROW(receive(frame, "01000000 0b000000 09000000 21000000"), rpc::error);
  EXPECT_EQ(frame.a, &one);
  EXPECT_EQ(one.next, &two);
}

TEST(FullPointers, TellAStructureFromItsFirstMember) {
  pair p{1, 2};
  EXPECT_EQ(request(ndr20, struct_and_member{&p, &p.first}),
            hex("01000000 01000000 02000000 02000000 01000000"));
  EXPECT_EQ(
      failure_of([] {
        received<struct_and_member>(ndr20, "01000000 01000000 02000000 01000000");
      }).second,
      "struct_and_member: 'first': the object 1 has another type elsewhere (at byte 16): the data "
      "break the rules of the interface (RPC_X_BAD_STUB_DATA, 0x6F7)");
}

TEST(FullPointers, ToArraysAreAliasesOfTheSameSize) {
  std::int16_t elements[] = {5, 6};
  sized a{2, elements}, b{2, elements}, shorter{1, elements};
  EXPECT_EQ(request(ndr20, two_arrays{&a, &b}),
            hex("02000000 01000000 02000000 0500 0600 02000000 01000000"));
  EXPECT_EQ(request(ndr20, two_arrays{&a, &shorter}),
            hex("02000000 01000000 02000000 0500 0600 01000000 02000000 01000000 0500"));
  const received<two_arrays> got(ndr20, "02000000 01000000 02000000 0500 0600 02000000 01000000");
  EXPECT_EQ(got.frame.a->a, got.frame.b->a);
  EXPECT_EQ(failure_of([] {
              received<two_arrays>(ndr20, "02000000 01000000 02000000 0500 0600 64000000 01000000");
            }).first,
            rpc::status::bad_stub_data);
}

TEST(FullPointers, WriteShorterArraysIntoTheSameStorage) {
  std::int16_t elements[] = {5, 6};
  sized a{2, elements}, b{2, elements};
  two_arrays frame{&a, &b};
  const std::string sent = request(ndr20, frame);
  received<two_arrays> server(ndr20, sent);
  server.frame.a->n = server.frame.b->n = 1;
  server.frame.a->a[0] = 9;
  const std::string back = response(ndr20, server.frame);
  EXPECT_EQ(back, hex("01000000 01000000 01000000 0900 0000 01000000 01000000"));
  receive(frame, back);
  EXPECT_EQ(a.a, elements);
  EXPECT_EQ(b.a, elements);
  EXPECT_EQ(elements[0], 9);
  EXPECT_EQ(elements[1], 6);
}

TEST(FullPointers, ToStringsAreWrittenIntoTheCallersAndNoFurther) {
  char text[] = "abc";
  texts frame{text, text};
  EXPECT_EQ(request(ndr20, frame), hex("01000000 04000000 00000000 04000000 61626300 01000000"));
  receive(frame, "01000000 03000000 00000000 03000000 786900 00 01000000");
  EXPECT_STREQ(text, "xi");
  // Room is what was sent, whatever stands there now.
  request(ndr20, frame);
  const auto longer = failure_of(
      [&] { receive(frame, "01000000 05000000 00000000 05000000 7879797900 000000 01000000"); });
  EXPECT_EQ(longer.first, rpc::status::byte_count_too_small);
}

// A full pointer may lead to the size of an array that another pointer leads to. The response may
// change the size before it comes to the array, whose room stays what it was.
TEST(FullPointers, CannotMakeRoomThatIsNotThere) {
  std::int16_t elements[] = {5, 6};
  mixed m{2, elements, nullptr};
  m.size = &m.n;
  overlapping frame{&m};
  EXPECT_EQ(request(ndr20, frame), hex("02000000 00000200 01000000 02000000 0500 0600 02000000"));
  const auto grown = failure_of(
      [&] { receive(frame, "04000000 00000200 01000000 04000000 0500 0600 0700 0800 04000000"); });
  EXPECT_EQ(grown.first, rpc::status::byte_count_too_small);
}

TEST(FullPointers, OfUserMarshalledDataAreNoAliases) {
  const received<two_nodes> got(ndr20, "55736572 05000000 00000000 55736572 06000000 00000000");
  EXPECT_NE(got.frame.a, got.frame.b);
  EXPECT_EQ(got.frame.b->value, 6);
}

TEST(FullPointers, AreLimited) {
  two_nodes frame;
  frame.objects.set_limit(2);
  list_node three{3, nullptr}, two{2, &three}, one{1, &two};
  frame.a = &two;
  request(ndr20, frame);
  two_nodes more;
  more.objects.set_limit(2);
  more.a = &one;
  const auto [code, text] = failure_of([&] { request(ndr20, more); });
  EXPECT_EQ(code, rpc::status::out_of_memory);
  EXPECT_NE(text.find("'a.next.next': too many pointees of full pointers"), text.npos) << text;

  EXPECT_EQ(failure_of([] { received<two_nodes>(ndr20, cycle20, std::endian::little, 64); }).first,
            rpc::status::out_of_memory);
}

TEST(FullPointers, OfAMillionNodesNeedNoStack) {
  constexpr std::size_t count = 1'000'000;
  std::vector<list_node> nodes(count);
  for (std::size_t i = 0; i < count; ++i)
    nodes[i] = {static_cast<std::int32_t>(i), &nodes[(i + 1) % count]};
  two_nodes frame{&nodes[0], &nodes[count / 2]};
  rpc::buffer message;
  rpc::ndr::marshal_request(ndr20, frame, message);
  rpc::arena memory;
  two_nodes server;
  rpc::ndr::unmarshal_request(ndr20, std::endian::little, message.bytes(), server, memory);
  const list_node* n = server.a;
  for (std::size_t i = 0; i < count; ++i, n = n->next)
    ASSERT_EQ(n->value, static_cast<std::int32_t>(i));
  EXPECT_EQ(n, server.a);
  rpc::buffer back;
  rpc::ndr::marshal_response(ndr20, server, back);
  EXPECT_EQ(back.size(), message.size());
  rpc::ndr::unmarshal_response(ndr20, std::endian::little, back.bytes(), frame);
  EXPECT_EQ(nodes[count - 1].next, &nodes[0]);
}

TEST(FullPointers, SurviveEveryTruncationAndChange) {
  const std::string whole = hex(cycle20);
  for (std::size_t i = 0; i < whole.size(); i += 2) {
    failure_of([&] { received<two_nodes>(ndr20, whole.substr(0, i)); });
    for (const char* value : {"00", "01", "02", "03", "ff"}) {
      std::string changed = whole;
      changed.replace(i, 2, value);
      failure_of([&] { received<two_nodes>(ndr20, changed); });
      list_node two{2, nullptr};
      list_node one{1, &two};
      two.next = &one;
      two_nodes frame{&one, &two};
      request(ndr20, frame);
      failure_of([&] { receive(frame, changed); });
      const auto release = [&](list_node* n) {
        if (n != nullptr && n != &one && n != &two) rpc::free(n);
      };
      if (frame.b != frame.a) release(frame.b);
      if (frame.a != &one && frame.a != &two) release(frame.a);
    }
  }
}

}  // namespace
