// Structures that point to themselves have code of their own (direct.h). Whatever it meets, the
// engine does the same by the descriptor: it writes where full pointers are known, and it reads
// where memory is counted.
#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <random>
#include <string>
#include <vector>

#include "against_engine.h"

namespace {

using against_engine::outcome;
using rpc::ndr::syntax;

// Everything that such code knows. One node waits for another.
struct knot {
  std::int32_t count;
  knot* left;
  std::uint8_t* data;
  std::int16_t* must;
  std::int64_t* numbers;
  std::int16_t half;
  knot* right;

  static constexpr std::array children{&knot::left, &knot::right};
};
// Several wait, and their numbers tell what comes next; no loop follows the last pointer.
struct trident {
  std::int32_t count;
  trident* first;
  trident* second;
  std::uint8_t* data;
  trident* third;
  std::int16_t* must;
  std::int64_t* numbers;
  std::int16_t half;

  static constexpr std::array children{&trident::first, &trident::second, &trident::third};
};
// Nothing but numbers and nodes, so that no gaps come between them, and it lies in memory as in a
// message of NDR64.
struct pair {
  std::int64_t half;
  pair* left;
  pair* right;

  static constexpr std::array children{&pair::left, &pair::right};
};

}  // namespace

template <>
struct rpc::ndr::layout<knot> {
  using type = knot;
  static checked size(const type& self) { return self.count; }
  using members = fields<field<"count", &type::count>, field<"left", &type::left, unique<>>,
                         field<"data", &type::data, unique<conformant<size>>>,
                         field<"must", &type::must, ref<conformant<size>>>,
                         field<"numbers", &type::numbers, unique<conformant<size>>>,
                         field<"half", &type::half>, field<"right", &type::right, unique<>>>;
};
template <>
struct rpc::ndr::layout<trident> {
  using type = trident;
  static checked size(const type& self) { return self.count; }
  using members = fields<
      field<"count", &type::count>, field<"first", &type::first, unique<>>,
      field<"second", &type::second, unique<>>,
      field<"data", &type::data, unique<conformant<size>>>, field<"third", &type::third, unique<>>,
      field<"must", &type::must, ref<conformant<size>>>,
      field<"numbers", &type::numbers, unique<conformant<size>>>, field<"half", &type::half>>;
};
template <>
struct rpc::ndr::layout<pair> {
  using type = pair;
  using members = fields<field<"half", &type::half>, field<"left", &type::left, unique<>>,
                         field<"right", &type::right, unique<>>>;
};

namespace {

template <class Node>
constexpr auto& described = rpc::ndr::referent_description<rpc::ndr::plain, Node, void>::value;

template <class Node>
constexpr bool has_code = described<Node>.element != nullptr &&
                          rpc::ndr::is_node<Node>(typename rpc::ndr::layout<Node>::members{});
static_assert(has_code<knot> && has_code<trident> && has_code<pair>);

template <class Node>
constexpr bool has_arrays = requires(Node n) { n.must; };

/// Trees of any form.
template <class Node>
class forest {
 public:
  explicit forest(unsigned seed) : random_(seed) {}

  Node* tree(unsigned nodes) {
    if (nodes == 0) return nullptr;
    Node& made = nodes_.emplace_back();
    made.half = 7;
    if constexpr (has_arrays<Node>) {
      made.count = static_cast<std::int32_t>(random_() % 4) * 9;
      made.must = halves_.data();
      if (made.count != 0) {
        made.data = data_.data();
        made.numbers = numbers_.data();
      }
    }
    unsigned left = nodes - 1;
    for (const auto child : Node::children) {
      const unsigned some = child == Node::children.back() ? left : random_() % (left + 1);
      made.*child = tree(some);
      left -= some;
    }
    return &made;
  }
  /// `nodes` in a row, by pointers that are not the last of their structure.
  Node* row(unsigned nodes) {
    Node* last = nullptr;
    for (; nodes > 0; --nodes) {
      Node* const made = tree(1);
      made->*Node::children[nodes % (Node::children.size() - 1)] = last;
      last = made;
    }
    return last;
  }
  Node& any() { return nodes_[random_() % nodes_.size()]; }

 private:
  std::mt19937 random_;
  std::deque<Node> nodes_;
  std::vector<std::uint8_t> data_ = std::vector<std::uint8_t>(40, 3);
  std::vector<std::int64_t> numbers_ = std::vector<std::int64_t>(40, -1);
  std::vector<std::int16_t> halves_ = std::vector<std::int16_t>(40, 5);
};

template <class Node, syntax In>
struct kind {
  using node = Node;
  static constexpr syntax in = In;
};
/// The code of a node and the engine in a syntax.
template <class Kind>
struct both : against_engine::comparison<typename Kind::node, described<typename Kind::node>> {
  both() : both::comparison(Kind::in) {}
};

// Typed tests ask the C++ library for names of types, which MSan takes for uninitialized.
template <class Check>
void for_each_kind(Check check) {
  check.template operator()<kind<knot, syntax::ndr20>>();
  check.template operator()<kind<knot, syntax::ndr64>>();
  check.template operator()<kind<trident, syntax::ndr20>>();
  check.template operator()<kind<trident, syntax::ndr64>>();
  check.template operator()<kind<pair, syntax::ndr20>>();
  check.template operator()<kind<pair, syntax::ndr64>>();
}

template <class TypeParam>
void writes_and_reads_what_the_engine_does() {
  both<TypeParam> compared;
  for (unsigned seed = 0; seed < 200; ++seed) {
    forest<typename TypeParam::node> f(seed);
    const auto* const top = seed % 5 == 0 ? f.row(1 + 3 * seed) : f.tree(1 + seed);
    compared.expect_same_both_ways(*top);
  }
}

template <class TypeParam>
void refuses_to_write_as_the_engine_does() {
  both<TypeParam> compared;
  if constexpr (has_arrays<typename TypeParam::node>)
    for (unsigned seed = 0; seed < 200; ++seed) {
      forest<typename TypeParam::node> f(seed);
      const auto* const top = f.tree(2 + seed % 20);
      auto& wrong = f.any();
      if (seed % 2 == 0)
        wrong.must = nullptr;
      else
        wrong.count = -1;
      if (seed % 2 == 1 && wrong.data == nullptr) continue;  // it may have any count
      const outcome expected = compared.written(*top, true);
      EXPECT_NE(expected.failure, "");
      EXPECT_EQ(compared.written(*top, false), expected);
    }
  forest<typename TypeParam::node> f(1);
  compared.expect_same_with_little_room(*f.tree(50), 7);
}

template <class TypeParam>
void reads_what_is_cut_off_or_corrupted_as_the_engine_does() {
  both<TypeParam> compared;
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 10; ++seed) {
    forest<typename TypeParam::node> f(seed);
    compared.expect_same_of_corrupted(*f.tree(12), random, 500, 3);
  }
}

template <class TypeParam>
void stays_within_the_budget() {
  both<TypeParam> compared;
  forest<typename TypeParam::node> f(2);
  compared.expect_same_within_budgets(*f.tree(300), 997);
}

TEST(Direct, WritesAndReadsWhatTheEngineDoes) {
  for_each_kind([]<class Kind>() { writes_and_reads_what_the_engine_does<Kind>(); });
}
TEST(Direct, RefusesToWriteAsTheEngineDoes) {
  for_each_kind([]<class Kind>() { refuses_to_write_as_the_engine_does<Kind>(); });
}
TEST(Direct, ReadsWhatIsCutOffOrCorruptedAsTheEngineDoes) {
  for_each_kind(
      []<class Kind>() { reads_what_is_cut_off_or_corrupted_as_the_engine_does<Kind>(); });
}
TEST(Direct, StaysWithinTheBudget) {
  for_each_kind([]<class Kind>() { stays_within_the_budget<Kind>(); });
}

}  // namespace
