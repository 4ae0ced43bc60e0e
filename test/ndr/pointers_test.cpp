// Pointers: referent ids and the order of referents (C706 14.3.10 to 14.3.12).
#include "wire.h"

#include <cstdint>
#include <vector>

using namespace wire_test;

namespace {

struct pair {
  std::int32_t* a;
  std::int32_t* b;
};
struct tree {
  std::int8_t value;
  tree* left;
  tree* right;
};
struct holder {
  pair first;
  std::int32_t* third;
  tree* root;
};
struct by_unique {
  std::int32_t* p{};
  std::int32_t after{};
};
struct by_ref {
  std::int32_t* p{};
};
struct triple {
  std::uint16_t*** p{};
};
struct embedded {
  holder* h{};
};
struct embedded_ref {
  std::int32_t* r;
};
struct with_ref {
  embedded_ref* e{};
};
struct sized {
  std::uint32_t n;
  std::int32_t* numbers;
};
struct with_sized {
  sized* s{};
};
struct pointers {
  std::uint32_t n{};
  std::int32_t** a{};
};
struct forest {
  tree* t{};
};

}  // namespace

struct ring {
  ring* next;
};
struct in_ring {
  ring* r{};
};

template <>
struct rpc::ndr::layout<ring> {
  using type = ring;
  using members = fields<field<"next", &type::next, unique<>>>;
};
template <>
struct rpc::operation<in_ring> {
  RPC_TEST_OPERATION(in_ring);
  using parameters = ndr::parameters<ndr::in<"r", &call::r, ndr::unique<>>>;
};
template <>
struct rpc::ndr::layout<pair> {
  using type = pair;
  using members = fields<field<"a", &type::a, unique<>>, field<"b", &type::b, unique<>>>;
};
template <>
struct rpc::ndr::layout<tree> {
  using type = tree;
  using members = fields<field<"value", &type::value>, field<"left", &type::left, unique<>>,
                         field<"right", &type::right, unique<>>>;
};
template <>
struct rpc::ndr::layout<holder> {
  using type = holder;
  using members = fields<field<"first", &type::first>, field<"third", &type::third, unique<>>,
                         field<"root", &type::root, unique<>>>;
};
template <>
struct rpc::ndr::layout<embedded_ref> {
  using type = embedded_ref;
  using members = fields<field<"r", &type::r, ref<>>>;
};
template <>
struct rpc::ndr::layout<sized> {
  using type = sized;
  static checked numbers_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>,
                         field<"numbers", &type::numbers, unique<conformant<&numbers_size>>>>;
};
template <>
struct rpc::operation<by_unique> {
  RPC_TEST_OPERATION(by_unique);
  using parameters =
      ndr::parameters<ndr::in<"p", &call::p, ndr::unique<>>, ndr::in<"after", &call::after>>;
};
template <>
struct rpc::operation<by_ref> {
  RPC_TEST_OPERATION(by_ref);
  using parameters = ndr::parameters<ndr::in<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::operation<triple> {
  RPC_TEST_OPERATION(triple);
  using parameters = ndr::parameters<ndr::in<"p", &call::p, ndr::ref<ndr::unique<ndr::unique<>>>>>;
};
template <>
struct rpc::operation<embedded> {
  RPC_TEST_OPERATION(embedded);
  using parameters = ndr::parameters<ndr::in<"h", &call::h, ndr::ref<>>>;
};
template <>
struct rpc::operation<with_ref> {
  RPC_TEST_OPERATION(with_ref);
  using parameters = ndr::parameters<ndr::in<"e", &call::e, ndr::ref<>>>;
};
template <>
struct rpc::operation<with_sized> {
  RPC_TEST_OPERATION(with_sized);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::ref<>>>;
};
template <>
struct rpc::operation<pointers> {
  RPC_TEST_OPERATION(pointers);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in<"a", &call::a, ndr::ref<ndr::conformant<&a_size, ndr::unique<>>>>>;
};
template <>
struct rpc::operation<forest> {
  RPC_TEST_OPERATION(forest);
  using parameters = ndr::parameters<ndr::in<"t", &call::t, ndr::unique<>>>;
};

namespace {

TEST(Pointers, TopLevelRefsHaveNoId) {
  std::int32_t v = 5;
  EXPECT_EQ(request(ndr20, by_ref{&v}), hex("05000000"));
  EXPECT_EQ(request(ndr64, by_ref{&v}), hex("05000000"));
}

TEST(Pointers, TopLevelRefsMustNotBeNull) {
  const auto [code, text] = failure_of([] { request(ndr20, by_ref{nullptr}); });
  EXPECT_EQ(code, rpc::status::null_ref_pointer);
  EXPECT_NE(text.find("by_ref: 'p'"), std::string::npos) << text;
}

// A top-level unique pointer is not deferred behind the other parameters.
TEST(Pointers, TopLevelUniquesAreFollowedByTheirReferent) {
  std::int32_t v = 5;
  EXPECT_EQ(request(ndr20, by_unique{&v, 6}), hex("00000200 05000000 06000000"));
  EXPECT_EQ(request(ndr64, by_unique{&v, 6}), hex("0000020000000000 05000000 06000000"));
  EXPECT_EQ(request(ndr20, by_unique{nullptr, 6}), hex("00000000 06000000"));
  const received<by_unique> any_id(ndr20, "01000000 05000000 06000000");
  EXPECT_EQ(*any_id.frame.p, 5);
  EXPECT_EQ(any_id.frame.after, 6);
}

TEST(Pointers, ToPointersAreDeferredLevelByLevel) {
  std::uint16_t v = 7;
  std::uint16_t* one = &v;
  std::uint16_t** two = &one;
  EXPECT_EQ(request(ndr20, triple{&two}), hex("00000200 04000200 0700"));
  EXPECT_EQ(request(ndr64, triple{&two}), hex("0000020000000000 0400020000000000 0700"));
  EXPECT_EQ(***received<triple>(ndr20, "00000200 04000200 0700").frame.p, 7);
  one = nullptr;
  EXPECT_EQ(request(ndr20, triple{&two}), hex("00000200 00000000"));
  EXPECT_EQ(**received<triple>(ndr64, "0000020000000000 0000000000000000").frame.p, nullptr);
}

// All that the outermost structure holds by value comes first, nested structures included; then
// the referents in order of declaration, each with its own referents before the next.
TEST(Pointers, ReferentsComeInOrderOfDeclarationDepthFirst) {
  std::int32_t a = 1;
  std::int32_t b = 2;
  std::int32_t c = 3;
  tree leaf_left{12, nullptr, nullptr};
  tree leaf_right{14, nullptr, nullptr};
  tree left{11, &leaf_left, nullptr};
  tree right{13, nullptr, &leaf_right};
  tree root{10, &left, &right};
  holder h{{&a, &b}, &c, &root};
  EXPECT_EQ(request(ndr20, embedded{&h}), hex("00000200 04000200 08000200 0c000200"
                                              "01000000 02000000 03000000"
                                              "0a 000000 10000200 14000200"
                                              "0b 000000 18000200 00000000"
                                              "0c 000000 00000000 00000000"
                                              "0d 000000 00000000 1c000200"
                                              "0e 000000 00000000 00000000"));
  const std::string stub = request(ndr64, embedded{&h});
  const received<embedded> got(ndr64, stub);
  EXPECT_EQ(*got.frame.h->first.b, 2);
  EXPECT_EQ(*got.frame.h->third, 3);
  EXPECT_EQ(got.frame.h->root->left->left->value, 12);
  EXPECT_EQ(got.frame.h->root->right->right->value, 14);
  EXPECT_EQ(got.frame.h->root->right->left, nullptr);
}

TEST(Pointers, OfAnArrayComeBeforeAllTheirReferents) {
  std::int32_t x = 1;
  std::int32_t y = 2;
  std::int32_t* a[3] = {&x, nullptr, &y};
  EXPECT_EQ(request(ndr20, pointers{3, a}),
            hex("03000000 03000000 00000200 00000000 04000200 01000000 02000000"));
  const received<pointers> got(ndr20,
                               "03000000 03000000 00000200 00000000 04000200 01000000 02000000");
  EXPECT_EQ(*got.frame.a[0], 1);
  EXPECT_EQ(got.frame.a[1], nullptr);
  EXPECT_EQ(*got.frame.a[2], 2);
}

TEST(Pointers, EmbeddedRefsHaveAnIdThatMustNotBeNull) {
  std::int32_t v = 9;
  embedded_ref e{&v};
  EXPECT_EQ(request(ndr20, with_ref{&e}), hex("00000200 09000000"));
  EXPECT_EQ(*received<with_ref>(ndr20, "f1ae f1ae 09000000").frame.e->r, 9);
  const auto [sent, why] = failure_of([] {
    embedded_ref null{nullptr};
    request(ndr20, with_ref{&null});
  });
  EXPECT_EQ(sent, rpc::status::null_ref_pointer);
  EXPECT_NE(why.find("with_ref: 'e.r'"), std::string::npos) << why;
  const auto [code, text] = failure_of([] { received<with_ref>(ndr20, "00000000"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("with_ref: 'e.r': a [ref] pointer is null"), std::string::npos) << text;
}

TEST(Pointers, FailuresBehindAPointerNameIt) {
  const auto [code, text] =
      failure_of([] { received<forest>(ndr20, "01000000 0a 000000 01000000 00000000 0b"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("forest: 't.left': the data end too early"), std::string::npos) << text;
}

TEST(Pointers, CountsThatDisagreeNameTheirField) {
  const auto refuses = [](const char* request, const char* sentence) {
    const auto [code, text] = failure_of([&] { received<with_sized>(ndr20, request); });
    EXPECT_EQ(code, rpc::status::bad_stub_data);
    EXPECT_NE(text.find(sentence), std::string::npos) << text;
  };
  refuses(
      "02000000 00000000",
      "with_sized: 's.numbers': the pointer is null, but the count of its array is 2, which only "
      "[disable_consistency_check] allows");
  refuses("02000000 00000200 01000000 09000000", "with_sized: 's.numbers': max_count is 1");
}

TEST(Pointers, ACycleOfUniquePointersEndsAtTheLimit) {
  tree a{1, nullptr, nullptr};
  a.left = &a;
  rpc::buffer out;
  const auto code =
      failure_of([&] { rpc::ndr::marshal_request(ndr20, forest{&a}, out, 10000); }).first;
  EXPECT_EQ(code, rpc::status::invalid_bound);
}

TEST(Pointers, DepthCostsNoStack) {
  std::vector<tree> spine(300000);
  for (std::size_t i = 0; i + 1 < spine.size(); ++i) spine[i] = {1, &spine[i + 1], nullptr};
  spine.back() = {2, nullptr, nullptr};
  for (const auto syntax : {ndr20, ndr64}) {
    rpc::buffer out;
    rpc::ndr::marshal_request(syntax, forest{spine.data()}, out);
    rpc::arena memory;
    forest got;
    rpc::ndr::unmarshal_request(syntax, std::endian::little, out.bytes(), got, memory);
    std::size_t depth = 0;
    for (const tree* t = got.t; t != nullptr; t = t->left) ++depth;
    EXPECT_EQ(depth, spine.size());
  }
}

TEST(Pointers, InACycleEndAtTheLimit) {
  ring self{};
  self.next = &self;
  const auto [code, text] = failure_of([&] {
    rpc::buffer out;
    rpc::ndr::marshal_request(ndr20, in_ring{&self}, out, 100);
  });
  EXPECT_EQ(code, rpc::status::invalid_bound);
  EXPECT_NE(text.find("would be longer than 100 bytes; pointers in a cycle must be [ptr]"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("count"), std::string::npos) << text;
}

}  // namespace
