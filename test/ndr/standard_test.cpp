// Classes of the standard library: each is byte for byte what its C spelling is.
#include <rpc/ndr/release.h>
#include <rpc/none.h>

#include "wire.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

using namespace wire_test;

namespace {

struct point {
  std::int16_t x{};
  std::int32_t y{};
  bool operator==(const point&) const = default;
};

// Everything at once, as fields; `c` is the same in C.
struct modern {
  std::string name;
  std::u16string wide;
  std::vector<point> points;
  std::array<std::uint16_t, 3> three{};
  std::optional<std::int64_t> maybe;
  std::unique_ptr<point> owned;
  std::vector<std::string> words;
  std::vector<std::optional<point>> gaps;
  std::optional<std::string> title;
};
struct c_modern {
  const char* name{};
  const char16_t* wide{};
  std::uint32_t point_count{};
  point* points{};
  std::uint16_t three[3]{};
  std::int64_t* maybe{};
  point* owned{};
  std::uint32_t word_count{};
  const char** words{};
  std::uint32_t gap_count{};
  point** gaps{};
  const char* title{};
};

// A parameter of a type and shape, and the same in C.
template <class T, class Shape>
struct value {
  T v{};
};
template <class T, class Shape>
struct sized {
  std::uint32_t n{};
  T v{};
};

union c_arms {
  rpc::none nothing;
  std::uint16_t number;
  std::int64_t large;
};
struct c_choice {
  std::uint32_t kind{};
  c_arms arms{};
};

struct node {
  std::int32_t number{};
  std::unique_ptr<node> next;
};
struct tree {
  std::int32_t number{};
  std::vector<tree> children;
};
struct labelled {
  std::string label;
};

}  // namespace

namespace rpc::ndr {

template <>
struct layout<point> {
  using type = point;
  using members = fields<field<"x", &type::x>, field<"y", &type::y>>;
};
template <>
struct layout<modern> {
  using type = modern;
  using members =
      fields<field<"name", &type::name, unique<string>>, field<"wide", &type::wide, ref<string>>,
             field<"points", &type::points, unique<counted<>>>, field<"three", &type::three>,
             field<"maybe", &type::maybe, unique<>>, field<"owned", &type::owned, unique<>>,
             field<"words", &type::words, unique<counted<unique<string>>>>,
             field<"gaps", &type::gaps, unique<counted<unique<>>>>,
             field<"title", &type::title, unique<string>>>;
};
// Without its counts, which std::vector does not repeat.
template <>
struct layout<c_modern> {
  using type = c_modern;
  static checked points_size(const type& self) { return checked(self.point_count); }
  static checked words_size(const type& self) { return checked(self.word_count); }
  static checked gaps_size(const type& self) { return checked(self.gap_count); }
  using members =
      fields<field<"name", &type::name, unique<string>>, field<"wide", &type::wide, ref<string>>,
             field<"points", &type::points, unique<conformant<&points_size>>>,
             field<"three", &type::three>, field<"maybe", &type::maybe, unique<>>,
             field<"owned", &type::owned, unique<>>,
             field<"words", &type::words, unique<conformant<&words_size, unique<string>>>>,
             field<"gaps", &type::gaps, unique<conformant<&gaps_size, unique<>>>>,
             field<"title", &type::title, unique<string>>>;
};
template <>
struct layout<c_arms> {
  using type = c_arms;
  using tag = std::uint32_t;
  using arms = ndr::arms<empty_arm<cases<0>>, arm<cases<1>, "number", &type::number>,
                         arm<cases<3>, "large", &type::large>>;
};
template <>
struct layout<c_choice> {
  using type = c_choice;
  static constexpr bool encapsulated = true;
  static checked arms_tag(const type& self) { return checked(self.kind); }
  using members =
      fields<field<"kind", &type::kind>, field<"arms", &type::arms, switched<&arms_tag>>>;
};
template <>
struct layout<node> {
  using type = node;
  using members = fields<field<"number", &type::number>, field<"next", &type::next, unique<>>>;
};
template <>
struct layout<tree> {
  using type = tree;
  using members =
      fields<field<"number", &type::number>, field<"children", &type::children, unique<counted<>>>>;
};
template <>
struct layout<labelled> {
  using type = labelled;
  using members = fields<field<"label", &type::label, unique<string>>>;
};

}  // namespace rpc::ndr

template <class T, class Shape>
struct rpc::operation<value<T, Shape>> {
  using call = value<T, Shape>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "value";
  using parameters = ndr::parameters<ndr::in_out<"v", &call::v, Shape>>;
};
// The count is a sibling that does not travel, as std::vector's does not.
template <class T, class Shape>
struct rpc::operation<sized<T, Shape>> {
  using call = sized<T, Shape>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "sized";
  static ndr::checked size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in_out<"v", &call::v, ndr::ref<ndr::conformant<&size, Shape>>>>;
};

namespace {

namespace ndr = rpc::ndr;

template <class T>
using by_reference = value<T*, ndr::ref<>>;

modern example() {
  modern m;
  m.name = "ab";
  m.wide = u"\u00e9";
  m.points = {{1, 2}, {3, 4}};
  m.three = {5, 6, 7};
  m.maybe = 8;
  m.owned = std::make_unique<point>(point{9, 10});
  m.words = {"x", ""};
  m.gaps = {std::nullopt, point{11, 12}};
  return m;
}

template <class Frame>
void expect(const Frame& frame, std::string_view in_ndr20, std::string_view in_ndr64) {
  EXPECT_EQ(request(ndr20, frame), hex(in_ndr20));
  EXPECT_EQ(request(ndr64, frame), hex(in_ndr64));
}

template <class Frame, class CFrame>
void expect_same(const Frame& frame, const CFrame& in_c) {
  for (const auto syntax : {ndr20, ndr64}) EXPECT_EQ(request(syntax, frame), request(syntax, in_c));
}

template <class Frame>
void expect_round_trip(ndr::syntax syntax, const Frame& frame) {
  const std::string sent = request(syntax, frame);
  received<Frame> got(syntax, sent);
  EXPECT_EQ(request(syntax, got.frame), sent);
}

TEST(Standard, AStringParameterIsItsText) {
  value<std::string, ndr::string> frame{"hi"};
  expect(frame, "03000000 00000000 03000000 686900",
         "0300000000000000 0000000000000000 0300000000000000 686900");
  expect_same(frame, value<const char*, ndr::ref<ndr::string>>{"hi"});
  expect_same(value<std::string_view, ndr::string>{"hi"}, frame);
  expect_same(value<std::string, ndr::string>{}, value<const char*, ndr::ref<ndr::string>>{""});
  std::u16string wide = u"h\u00e9";
  expect_same(value<std::u16string*, ndr::ref<ndr::string>>{&wide},
              value<const char16_t*, ndr::ref<ndr::string>>{wide.c_str()});
}

TEST(Standard, AVectorParameterIsAnArrayWithItsCount) {
  value<std::vector<std::uint16_t>, ndr::counted<>> frame{{5, 6, 7}};
  expect(frame, "03000000 0500 0600 0700", "0300000000000000 0500 0600 0700");
  std::uint16_t numbers[] = {5, 6, 7};
  expect_same(frame, sized<std::uint16_t*, ndr::plain>{3, numbers});
  std::vector<std::string> words{"a", "bc"};
  const char* in_c[] = {"a", "bc"};
  expect_same(
      value<std::vector<std::string>*, ndr::ref<ndr::counted<ndr::unique<ndr::string>>>>{&words},
      sized<const char**, ndr::unique<ndr::string>>{2, in_c});
  expect_same(value<std::vector<point>, ndr::counted<>>{},
              sized<point*, ndr::plain>{0, reinterpret_cast<point*>(numbers)});
}

TEST(Standard, OptionalAndUniquePointersAreUnique) {
  std::int32_t seven = 7;
  value<std::optional<std::int32_t>, ndr::unique<>> some{7};
  expect(some, "00000200 07000000", "0000020000000000 07000000");
  expect_same(some, value<std::int32_t*, ndr::unique<>>{&seven});
  expect(value<std::optional<std::int32_t>, ndr::unique<>>{}, "00000000", "0000000000000000");
  value<std::unique_ptr<std::int32_t>, ndr::unique<>> owned{std::make_unique<std::int32_t>(7)};
  expect_same(owned, some);
  value<std::optional<std::string>, ndr::unique<ndr::string>> text{"hi"};
  expect_same(text, value<const char*, ndr::unique<ndr::string>>{"hi"});
}

TEST(Standard, FieldsArePointers) {
  modern m = example();
  point points[] = {{1, 2}, {3, 4}}, ten{9, 10}, twelve{11, 12};
  std::int64_t eight = 8;
  const char* words[] = {"x", ""};
  point* gaps[] = {nullptr, &twelve};
  c_modern c{"ab", u"\u00e9", 2, points, {5, 6, 7}, &eight, &ten, 2, words, 2, gaps, nullptr};
  expect_same(by_reference<modern>{&m}, by_reference<c_modern>{&c});
  EXPECT_EQ(request(ndr20, by_reference<modern>{&m}),
            hex("00000200 04000200 08000200 0500 0600 0700 0000 0c000200 10000200 14000200"
                "18000200 00000000"                                 // the structure
                "03000000 00000000 03000000 616200 00"              // name
                "02000000 00000000 02000000 e900 0000"              // wide
                "02000000 0100 0000 02000000 0300 0000 04000000"    // points
                "00000000 0800000000000000"                         // maybe
                "0900 0000 0a000000"                                // owned
                "02000000 1c000200 20000200"                        // words
                "02000000 00000000 02000000 7800 0000"              // "x"
                "01000000 00000000 01000000 00 000000"              // ""
                "02000000 00000000 24000200 0b00 0000 0c000000"));  // gaps
}

TEST(Standard, AVariantIsAUnionOfItsIndex) {
  using choice = std::variant<std::monostate, std::uint16_t, std::string, std::int64_t>;
  using shape = ndr::alternatives<ndr::plain, ndr::plain, ndr::unique<ndr::string>, ndr::plain>;
  expect(value<choice, shape>{}, "00000000", "0000000000000000");
  expect(value<choice, shape>{std::uint16_t{5}}, "01000000 0500", "0100000000000000 0500");
  expect(value<choice, shape>{"a"}, "02000000 00000200 02000000 00000000 02000000 6100",
         "0200000000000000 0000020000000000"
         "0200000000000000 0000000000000000 0200000000000000 6100");
  expect(value<choice, shape>{std::int64_t{6}}, "03000000 00000000 0600000000000000",
         "0300000000000000 0600000000000000");
  for (const std::uint32_t kind : {0U, 1U, 3U}) {
    c_choice c{kind, {}};
    choice same;
    if (kind == 1) same = c.arms.number = 5;
    if (kind == 3) same = c.arms.large = 6;
    expect_same(value<choice, shape>{same}, by_reference<c_choice>{&c});
    expect_round_trip(ndr20, value<choice, shape>{same});
  }
  EXPECT_EQ(failure_of([] { received<value<choice, shape>>(ndr20, "04000000"); }).first,
            rpc::status::bad_stub_data);
}

TEST(Standard, ASpanIsAnArrayElsewhere) {
  std::uint16_t numbers[] = {5, 6, 7};
  const value<std::span<const std::uint16_t>, ndr::counted<>> frame{numbers};
  expect_same(frame, value<std::vector<std::uint16_t>, ndr::counted<>>{{5, 6, 7}});
  received<value<std::span<std::uint16_t>, ndr::counted<>>> got(ndr20, request(ndr20, frame));
  EXPECT_TRUE(got.in_message(got.frame.v.data()));
  EXPECT_EQ(got.frame.v[2], 7);

  value<std::span<std::uint16_t>, ndr::counted<>> mine{numbers};
  rpc::buffer message = bytes("03000000 0800 0900 0a00");
  rpc::ndr::unmarshal_response(ndr20, std::endian::little, message.bytes(), mine);
  EXPECT_EQ(numbers[2], 10);
  for (const char* wrong : {"02000000 0800 0900", "04000000 0800 0900 0a00 0b00"}) {
    message = bytes(wrong);
    EXPECT_NE(failure_of([&] {
                rpc::ndr::unmarshal_response(ndr20, std::endian::little, message.bytes(), mine);
              }).first,
              rpc::status::ok);
  }
}

TEST(Standard, WhatWasSentIsReceived) {
  modern m = example();
  for (const auto syntax : {ndr20, ndr64}) {
    expect_round_trip(syntax, by_reference<modern>{&m});
    const std::string sent = request(syntax, by_reference<modern>{&m});
    received<by_reference<modern>> got(syntax, sent);
    EXPECT_EQ(got.frame.v->wide, m.wide);
    EXPECT_EQ(got.frame.v->points, m.points);
    EXPECT_EQ(got.frame.v->words, m.words);
    EXPECT_EQ(got.frame.v->gaps, m.gaps);
    EXPECT_EQ(*got.frame.v->owned, *m.owned);
    EXPECT_EQ(got.frame.v->title, std::nullopt);
  }
}

TEST(Standard, BothByteOrdersAreRead) {
  received<value<std::vector<std::u16string>, ndr::counted<ndr::unique<ndr::string>>>> got(
      ndr20, "00000001 00020000 00000002 00000000 00000002 00e9 0000", std::endian::big);
  EXPECT_EQ(got.frame.v, std::vector<std::u16string>{u"\u00e9"});
  received<value<std::u16string_view, ndr::string>> view(
      ndr20, "00000002 00000000 00000002 00e9 0000", std::endian::big);
  EXPECT_EQ(view.frame.v, u"\u00e9");
}

TEST(Standard, ViewsLeadIntoTheMessage) {
  received<value<std::string_view, ndr::string>> got(ndr20, "03000000 00000000 03000000 686900");
  EXPECT_EQ(got.frame.v, "hi");
  EXPECT_TRUE(got.in_message(got.frame.v.data()));
}

TEST(Standard, ANullIsEmptyUnlessRef) {
  using text = std::vector<std::string>;
  EXPECT_EQ(
      (received<value<text, ndr::counted<ndr::unique<ndr::string>>>>(ndr20, "01000000 00000000")
           .frame.v),
      text{""});
  const auto [code, words] = failure_of([] {
    received<value<text, ndr::counted<ndr::ref<ndr::string>>>>(ndr64,
                                                               "0100000000000000 0000000000000000");
  });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(words.find("[ref] pointer is null"), std::string::npos) << words;
}

TEST(Standard, TextEndsAtItsFirstZero) {
  EXPECT_EQ((received<value<std::string, ndr::string>>(ndr20, "04000000 00000000 04000000 61006200")
                 .frame.v),
            "a");
  const auto [code, words] =
      failure_of([] { request(ndr20, value<std::string, ndr::string>{std::string("a\0b", 3)}); });
  EXPECT_EQ(code, rpc::status::invalid_bound);
  EXPECT_NE(words.find("'v': the character 1 is a zero"), std::string::npos) << words;
}

TEST(Standard, CountsAreHeldAgainstTheMessageAndTheBudget) {
  using numbers = value<std::vector<std::uint16_t>, ndr::counted<>>;
  using texts = value<std::string, ndr::string>;
  EXPECT_EQ(failure_of([] { received<numbers>(ndr20, "ffffffff 0100"); }).first,
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure_of([] { received<texts>(ndr20, "ffffffff 00000000 ffffffff 00"); }).first,
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure_of([] { received<texts>(ndr20, "02000000 00000000 02000000 6161"); }).first,
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure_of([] {
              received<numbers>(ndr20, "03000000 0100 0200 0300", std::endian::little, 5);
            }).first,
            rpc::status::out_of_memory);
  using nodes = value<std::unique_ptr<node>, ndr::unique<>>;
  EXPECT_EQ(failure_of([] {
              received<nodes>(ndr20, "00000200 01000000 00000200 02000000 00000000",
                              std::endian::little, 2 * sizeof(node) - 1);
            }).first,
            rpc::status::out_of_memory);
}

TEST(Standard, ObjectsInTheMemoryOfTheCallAreDestroyedWithIt) {
  // Long enough to own memory: a leak is reported by the sanitizer.
  labelled many[] = {{std::string(100, 'a')}, {std::string(200, 'b')}};
  const std::string sent = request(ndr20, sized<labelled*, ndr::plain>{2, many});
  for (std::size_t length = 0; length < sent.size(); length += 8) {
    EXPECT_EQ(failure_of([&] {
                received<sized<labelled*, ndr::plain>>(ndr20, sent.substr(0, length));
              }).first,
              rpc::status::bad_stub_data);
  }
  rpc::arena memory;
  rpc::buffer message = bytes(sent);
  sized<labelled*, ndr::plain> frame{2, nullptr};
  rpc::ndr::unmarshal_request(ndr20, std::endian::little, message.bytes(), frame, memory);
  EXPECT_EQ(frame.v[1].label, many[1].label);
}

TEST(Standard, ResultsReplaceWhatTheCallerHas) {
  std::vector<std::string> words{"old", "older", "oldest"};
  value<std::vector<std::string>*, ndr::ref<ndr::counted<ndr::unique<ndr::string>>>> frame{&words};
  rpc::buffer message = bytes("01000000 00000200 02000000 00000000 02000000 6e00");
  rpc::ndr::unmarshal_response(ndr20, std::endian::little, message.bytes(), frame);
  EXPECT_EQ(words, std::vector<std::string>{"n"});
}

// A list whose destructors would need a stack of megabytes.
constexpr std::int32_t length = 1'000'000;

TEST(Standard, ListsOfAnyLengthAreReleased) {
  std::unique_ptr<node> list;
  for (std::int32_t i = 0; i < length; ++i) list = std::make_unique<node>(node{i, std::move(list)});
  const value<std::unique_ptr<node>, ndr::unique<>> frame{std::move(list)};
  rpc::buffer message;
  rpc::ndr::marshal_request(ndr64, frame, message);
  {
    value<std::unique_ptr<node>, ndr::unique<>> got;
    const rpc::ndr::owned_parameters owned(got);
    rpc::arena memory;
    rpc::ndr::unmarshal_request(ndr64, std::endian::little, message.bytes(), got, memory);
    EXPECT_EQ(got.v->number, length - 1);
    EXPECT_GE(memory.used(), length * sizeof(node));
  }
  {
    by_reference<node> got;
    rpc::arena memory;
    rpc::ndr::unmarshal_request(ndr64, std::endian::little,
                                message.bytes().subspan(sizeof(std::uint64_t)), got, memory);
    EXPECT_EQ(got.v->number, length - 1);
  }
  rpc::release(const_cast<std::unique_ptr<node>&>(frame.v));
  EXPECT_EQ(frame.v, nullptr);
}

TEST(Standard, TreesOfAnyDepthAreReleased) {
  tree root;
  for (std::int32_t i = 0; i < length; ++i) {
    tree above{i, {}};
    above.children.push_back(std::move(root));
    root = std::move(above);
  }
  rpc::release(root);
  EXPECT_TRUE(root.children.empty());
  static_assert(rpc::detail::deep<tree>() && rpc::detail::deep<std::optional<node>>());
  static_assert(!rpc::detail::deep<modern>() && !rpc::detail::deep<point>());
}

}  // namespace
