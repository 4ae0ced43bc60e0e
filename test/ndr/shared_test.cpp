// std::shared_ptr: byte for byte a full pointer; its objects live as long as somebody needs them.
#include <rpc/ndr/release.h>
#include <rpc/serialize.h>

#include "nodes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace wire_test;

namespace {

struct node {
  std::int32_t value{};
  std::shared_ptr<node> next;
  static inline int alive = 0;

  explicit node(std::int32_t v = 0) : value(v) { ++alive; }
  node(const node&) = delete;
  node& operator=(const node&) = delete;
  ~node() { --alive; }
};
// Whose cycles go through whatever may hold a pointer.
struct crowd {
  std::int32_t value{};
  std::vector<std::shared_ptr<crowd>> friends;
  std::unique_ptr<crowd> child;
  std::optional<std::shared_ptr<crowd>> leader;
};
struct texts {
  std::shared_ptr<std::string> a;
  std::shared_ptr<std::string> b;
};
struct c_texts {
  const char* a{};
  const char* b{};
};

template <class T>
struct one_object {
  T* p{};
  mutable rpc::ndr::object_table objects{};
};

using shared = std::shared_ptr<node>;
using modern = two_full<shared>;
using in_c = two_full<list_node*>;

}  // namespace

template <>
struct rpc::ndr::layout<node> {
  using type = node;
  using members = fields<field<"value", &type::value>, field<"next", &type::next, full<>>>;
};
template <>
struct rpc::ndr::layout<crowd> {
  using type = crowd;
  using members = fields<
      field<"value", &type::value>, field<"friends", &type::friends, unique<counted<full<>>>>,
      field<"child", &type::child, unique<>>, field<"leader", &type::leader, unique<full<>>>>;
};
template <>
struct rpc::ndr::layout<texts> {
  using type = texts;
  using members = fields<field<"a", &type::a, full<string>>, field<"b", &type::b, full<string>>>;
};
template <>
struct rpc::ndr::layout<c_texts> {
  using type = c_texts;
  using members = fields<field<"a", &type::a, full<string>>, field<"b", &type::b, full<string>>>;
};
template <class T>
struct rpc::operation<one_object<T>> {
  using call = one_object<T>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "one_object";
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::ref<>>>;
};

namespace {

// A ring of two, whose second one is the second parameter.
constexpr std::string_view ring20 = "01000000 01000000 02000000 02000000 01000000 02000000";
constexpr std::string_view ring64 =
    "0100000000000000 01000000 00000000 0200000000000000 02000000 00000000 0100000000000000 "
    "0200000000000000";

shared ring() {
  const auto one = std::make_shared<node>(1);
  one->next = std::make_shared<node>(2);
  one->next->next = one;
  return one;
}
void cut(const shared& one) { one->next->next.reset(); }

TEST(SharedPointers, AreByteForByteFullPointers) {
  const shared one = ring();
  list_node c_two{2, nullptr}, c_one{1, &c_two};
  c_two.next = &c_one;
  for (const auto syntax : {ndr20, ndr64}) {
    const std::string expected = hex(syntax == ndr20 ? ring20 : ring64);
    EXPECT_EQ(request(syntax, in_c{&c_one, &c_two}), expected);
    EXPECT_EQ(request(syntax, modern{one, one->next}), expected);
    EXPECT_EQ(request(syntax, modern{nullptr, nullptr}), request(syntax, in_c{}));
  }
  cut(one);

  const auto text = std::make_shared<std::string>("ab");
  texts both{text, text};
  c_texts c_both;
  c_both.a = c_both.b = text->c_str();
  const std::string expected = hex("01000000 01000000 03000000 00000000 03000000 616200");
  EXPECT_EQ(request(ndr20, one_object<texts>{&both}), expected);
  EXPECT_EQ(request(ndr20, one_object<c_texts>{&c_both}), expected);
}

TEST(SharedPointers, AliasesAreOneObjectWithOneOwner) {
  {
    for (const auto order : {std::endian::little, std::endian::big}) {
      const bool little = order == std::endian::little;
      const received<modern> got(
          ndr20, little ? ring20 : "00000001 00000001 00000002 00000002 00000001 00000002", order);
      const auto& [a, b, objects] = got.frame;
      EXPECT_EQ(a->value, 1);
      EXPECT_EQ(a->next, b);
      EXPECT_EQ(b->value, 2);
      EXPECT_EQ(b->next, a);
      EXPECT_EQ(node::alive, 2);
      // The parameter, the other node, and the call.
      EXPECT_EQ(a.use_count(), 3);
      EXPECT_FALSE(a.owner_before(b->next) || b->next.owner_before(a));
    }
    const received<modern> null(ndr64, "0000000000000000 0000000000000000");
    EXPECT_EQ(null.frame.a, nullptr);
  }
  EXPECT_EQ(node::alive, 0);
}

TEST(SharedPointers, OfTextAreOneText) {
  const received<one_object<texts>> got(ndr20,
                                        "01000000 01000000 03000000 00000000 03000000 616200");
  EXPECT_EQ(*got.frame.p->a, "ab");
  EXPECT_EQ(got.frame.p->a, got.frame.p->b);
}

TEST(SharedPointers, TheResponseSpeaksOfTheClientsObjects) {
  const shared one = ring();
  modern frame{one, one->next};
  EXPECT_EQ(request(ndr20, frame), hex(ring20));
  // The server has swapped the parameters, changed the values, and put a third node between them.
  receive(frame, "02000000 0c000000 01000000 0b000000 03000000 0d000000 02000000 01000000");
  EXPECT_EQ(frame.b, one);
  EXPECT_EQ(one->value, 11);
  EXPECT_EQ(frame.a->value, 12);
  EXPECT_EQ(frame.a->next, one);
  EXPECT_EQ(one->next->value, 13);
  EXPECT_EQ(one->next->next, frame.a);
  EXPECT_EQ(node::alive, 3);
  cut(one);
}

TEST(SharedPointers, TheServerAnswersWithTheClientsIds) {
  {
    received<modern> got(ndr20, "05000000 01000000 00000000 05000000");
    got.frame.b = std::make_shared<node>(2);
    got.frame.b->next = got.frame.a;
    got.frame.a->next = got.frame.b;
    EXPECT_EQ(response(ndr20, got.frame),
              hex("05000000 01000000 01000000 02000000 05000000 01000000"));
  }
  EXPECT_EQ(node::alive, 0);
}

TEST(SharedPointers, CyclesEndWithTheCall) {
  {
    const received<modern> got(ndr20, ring20);
  }
  EXPECT_EQ(node::alive, 0);
  // So do those that the implementation has made and returned,
  {
    received<modern> got(ndr20, "00000000 00000000");
    got.frame.a = ring();
    response(ndr20, got.frame);
  }
  EXPECT_EQ(node::alive, 0);
  // and those that it has put something in between.
  {
    const received<modern> got(ndr20, ring20);
    const auto added = std::make_shared<node>(3);
    added->next = std::exchange(got.frame.a->next, added);
  }
  EXPECT_EQ(node::alive, 0);
}

TEST(SharedPointers, WhatTheImplementationKeepsStaysWhole) {
  shared kept;
  {
    const received<modern> got(ndr20, ring20);
    kept = got.frame.b;
  }
  EXPECT_EQ(node::alive, 2);
  EXPECT_EQ(kept->value, 2);
  EXPECT_EQ(kept->next->value, 1);
  EXPECT_EQ(kept->next->next, kept);

  // Its own ring, which it returns.
  {
    received<modern> got(ndr20, "00000000 00000000");
    got.frame.a = kept->next;
    response(ndr20, got.frame);
  }
  EXPECT_EQ(kept->next->next, kept);
  EXPECT_EQ(kept.use_count(), 2);
  rpc::release(kept);
  EXPECT_EQ(kept, nullptr);
  EXPECT_EQ(node::alive, 0);
}

TEST(SharedPointers, ReleaseCutsWhatNobodyElseHolds) {
  shared one = ring();
  shared other = one->next;
  rpc::release(one);
  EXPECT_EQ(one, nullptr);
  EXPECT_EQ(other->next->next, other);
  rpc::release(other);
  EXPECT_EQ(node::alive, 0);
}

TEST(SharedPointers, CyclesThroughWhateverHoldsThem) {
  std::weak_ptr<crowd> watched;
  {
    crowd boss{1, {}, nullptr, {}};
    auto first = std::make_shared<crowd>();
    first->friends.push_back(first);
    first->child = std::make_unique<crowd>();
    first->child->leader = first;
    boss.friends.push_back(first);
    rpc::buffer message;
    marshal_request(ndr20, one_object<crowd>{&boss}, message);
    {
      const received<one_object<crowd>> got(ndr20, hex(message));
      const auto& seen = got.frame.p->friends[0];
      EXPECT_EQ(seen->friends[0], seen);
      EXPECT_EQ(*seen->child->leader, seen);
      watched = seen;
    }
    EXPECT_TRUE(watched.expired());
    watched = first;
    first.reset();
    rpc::release(boss);
  }
  EXPECT_TRUE(watched.expired());
}

TEST(SharedPointers, CyclesEndWithWhatWasDecoded) {
  const shared one = ring();
  const auto stream = rpc::encode(*one);
  {
    const auto copy = rpc::decode<node>(stream);
    EXPECT_EQ(copy->value, 1);
    // The object of the stream itself is not behind a pointer.
    EXPECT_EQ(copy->next->value, 2);
    EXPECT_EQ(copy->next->next->next, copy->next);
    EXPECT_EQ(node::alive, 5);
  }
  EXPECT_EQ(node::alive, 2);
  cut(one);
}

TEST(SharedPointers, PlainPointersLeadToOtherObjects) {
  const auto one = std::make_shared<node>(1);
  using both = two_full<shared, node*>;
  both frame;
  frame.a = one;
  frame.b = one.get();
  EXPECT_EQ(request(ndr20, frame), hex("01000000 01000000 00000000 02000000 01000000 00000000"));
  const auto [code, text] = failure_of([] {
    received<two_full<shared, std::shared_ptr<crowd>>>(ndr20,
                                                       "01000000 01000000 00000000 01000000");
  });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("the object 1 has another type elsewhere"), text.npos) << text;
}

TEST(SharedPointers, UserMarshalIsNoAlias) {
  const received<modern> got(ndr20, "55736572 01000000 00000000 55736572 02000000 00000000");
  EXPECT_EQ(got.frame.a->value, 1);
  EXPECT_EQ(got.frame.b->value, 2);
}

TEST(SharedPointers, AreChargedToTheBudget) {
  EXPECT_EQ(failure_of([] { received<modern>(ndr20, ring20, std::endian::little, 16); }).first,
            rpc::status::out_of_memory);
  EXPECT_EQ(
      failure_of([] { received<modern>(ndr20, ring20, std::endian::little, 4096 + 40); }).first,
      rpc::status::out_of_memory);
  EXPECT_EQ(node::alive, 0);
  const shared one = ring();
  modern frame{one, nullptr};
  frame.objects.set_limit(1);
  const auto [code, text] = failure_of([&] { request(ndr20, frame); });
  EXPECT_EQ(code, rpc::status::out_of_memory);
  EXPECT_NE(text.find("'a.next': too many objects of std::shared_ptr"), text.npos) << text;
  cut(one);
}

TEST(SharedPointers, SurviveEveryTruncationAndChange) {
  const std::string whole = hex(ring20);
  for (std::size_t i = 0; i < whole.size(); i += 2) {
    failure_of([&] { received<modern>(ndr20, whole.substr(0, i)); });
    for (const char* value : {"00", "01", "02", "03", "ff"}) {
      std::string changed = whole;
      changed.replace(i, 2, value);
      failure_of([&] { received<modern>(ndr20, changed); });
      std::vector<shared> left{ring()};
      {
        modern frame{left[0], left[0]->next};
        request(ndr20, frame);
        failure_of([&] { receive(frame, changed); });
        left.push_back(frame.a);
        left.push_back(frame.b);
      }
      rpc::release(left);
      ASSERT_EQ(node::alive, 0) << changed;
    }
  }
}

}  // namespace
