// Unions through generated stubs: what a caller passes is what the implementation gets, and back.

#include "unions.h"

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "hex.h"
#include "peers.h"

namespace {

using unions::kind;

char* copy(const char* text) {
  char* memory = rpc::allocate_array<char>(std::strlen(text) + 1);
  return std::strcpy(memory, text);
}

/// A number that depends on everything that the union holds.
std::uint64_t weigh(kind k, const unions::value& v) {
  switch (k) {
    case kind::number: return static_cast<std::uint64_t>(v.number);
    case kind::text: return v.text == nullptr ? 0 : std::strlen(v.text);
    case kind::row: {
      std::uint64_t sum = 0;
      for (std::uint32_t i = 0; i < v.row.n; ++i) sum += v.row.row[i];
      return sum;
    }
    case kind::name: return v.name[0];
    case kind::nothing: break;
  }
  return 99;
}

/// A value whose weight is 3, of which nothing is the caller's.
void fill(kind k, unions::value& v) {
  switch (k) {
    case kind::number: v.number = 3; break;
    case kind::text: v.text = copy("abc"); break;
    case kind::row:
      v.row = {2, rpc::allocate_array<std::uint16_t>(2)};
      v.row.row[0] = 1;
      v.row.row[1] = 2;
      break;
    case kind::name:
      v.name[0] = 3;
      v.name[1] = 0;
      break;
    case kind::nothing: break;
  }
}

std::uint64_t weigh(const unions::info& i) {
  return i.level == 1   ? static_cast<std::uint64_t>(i.u.number)
         : i.level == 2 ? std::strlen(i.u.text)
                        : 0;
}

class server : public unions::service {
 public:
  std::uint64_t by_value(kind k, unions::value v) override { return weigh(k, v); }
  std::uint64_t by_reference(kind k, const unions::value& v) override { return weigh(k, v); }
  std::uint64_t by_pointer(const unions::value* v, kind k) override {
    return v == nullptr ? 1 : weigh(k, *v);
  }
  void result(kind k, unions::value* v) override { fill(k, *v); }
  void chosen(kind* k, unions::value& v) override { fill(*k = kind::row, v); }
  void allocated(kind& k, unions::value** v) override {
    *v = rpc::allocate<unions::value>();
    fill(k = kind::name, **v);
  }
  void advance(kind* k, unions::value* v) override {
    // No member has memory of its own to lose. rpc-check: ignore=change-union-tag
    *k = static_cast<kind>((static_cast<int>(*k) + 1) % 5);
    fill(*k, *v);
  }
  void echo_fields(unions::field_of_each* f) override {
    // rpc-check: ignore=change-union-tag
    f->s = f->s == unions::dot ? unions::line : unions::dot;
    if (f->s == unions::line) {
      f->u.real = 0.5;
    } else {
      f->u.octet = 5;
    }
    f->is_long = !f->is_long;  // rpc-check: ignore=change-union-tag
    f->length.longer = 7;
    if (f->l != nullptr && f->letter == 'a') ++f->l->a;
    f->masked->large += 1;
  }
  std::uint32_t depth(const unions::tree* t) override {
    std::uint32_t levels = 1;
    for (; t->is_tree != 0 && t->b.child != nullptr; t = t->b.child) ++levels;
    return t->b.leaf == nullptr ? levels : levels + 100;
  }
  unions::info next_info(unions::info i) override {
    unions::info next{};
    if (i.level == 0) next = {1, {.number = 17}};
    if (i.level == 1) next = {2, {.text = copy(std::to_string(i.u.number).c_str())}};
    return next;
  }
  void replace_info(unions::info* i) override { *i = next_info(*i); }
  std::uint64_t sum_infos(std::uint32_t n, const unions::info* all) override {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < n; ++i) sum += weigh(all[i]);
    return sum;
  }
  std::uint64_t of_choice(const unions::choice& c, const unions::info* more) override {
    return (c.k == kind::number ? c.u.octet : weigh(c.u.nested)) +
           (more == nullptr ? 1000 : weigh(*more));
  }
};

class each : public testing::TestWithParam<meeting> {
 protected:
  peers<unions::service, server> peers_{GetParam()};
  unions::client client_{peers_.connection()};

  char text_[4] = "abc";
  std::uint16_t row_[2] = {1, 2};

  unions::value of(kind k) {
    unions::value v{};
    switch (k) {
      case kind::number: v.number = 3; break;
      case kind::text: v.text = text_; break;
      case kind::row: v.row = {2, row_}; break;
      case kind::name: v.name[0] = 3; break;
      case kind::nothing: break;
    }
    return v;
  }
};

INSTANTIATE_TEST_SUITE_P(unions, each, testing::ValuesIn(meetings), meeting_name);

constexpr kind kinds[] = {kind::nothing, kind::number, kind::text, kind::row, kind::name};

TEST_P(each, parameter) {
  for (const kind k : kinds) {
    const unions::value v = of(k);
    const std::uint64_t weight = k == kind::nothing ? 99 : 3;
    EXPECT_EQ(client_.by_value(k, v), weight);
    EXPECT_EQ(client_.by_reference(k, v), weight);
    EXPECT_EQ(client_.by_pointer(&v, k), weight);
    EXPECT_EQ(client_.by_pointer(nullptr, k), 1u);
  }
}

void release(kind k, const unions::value& v) {
  if (k == kind::text) rpc::free(v.text);
  if (k == kind::row) rpc::free(v.row.row);
}

TEST_P(each, result) {
  for (const kind k : kinds) {
    unions::value v{};
    client_.result(k, &v);
    EXPECT_EQ(weigh(k, v), k == kind::nothing ? 99u : 3u);
    release(k, v);
  }
  kind k{};
  unions::value v{};
  client_.chosen(&k, v);
  EXPECT_EQ(k, kind::row);
  EXPECT_EQ(weigh(k, v), 3u);
  release(k, v);

  unions::value* memory = nullptr;
  client_.allocated(k, &memory);
  EXPECT_EQ(k, kind::name);
  EXPECT_EQ(weigh(k, *memory), 3u);
  rpc::free(memory);
}

TEST_P(each, change_of_arm) {
  kind k = kind::nothing;
  unions::value v{};
  for (const kind expected : {kind::number, kind::text, kind::row, kind::name, kind::nothing}) {
    const kind old_kind = k;
    const unions::value old = v;
    client_.advance(&k, &v);
    EXPECT_EQ(k, expected);
    EXPECT_EQ(weigh(k, v), k == kind::nothing ? 99u : 3u);
    release(old_kind, old);  // nothing else leads to it now
  }
}

TEST_P(each, fields) {
  unions::field_of_each::by_letter letter{.a = 1};
  unions::field_of_each f{};
  f.k = kind::text;
  f.v.text = text_;
  f.s = unions::dot;
  f.u.octet = 1;
  f.letter = 'a';
  f.l = &letter;
  f.low_bits = 6;
  std::remove_pointer_t<decltype(f.masked)> masked{.large = std::int64_t{1} << 40};
  f.masked = &masked;

  client_.echo_fields(&f);
  EXPECT_EQ(f.v.text, text_);
  EXPECT_STREQ(text_, "abc");
  EXPECT_EQ(f.s, unions::line);
  EXPECT_EQ(f.u.real, 0.5);
  EXPECT_TRUE(f.is_long);
  EXPECT_EQ(f.length.longer, 7);
  EXPECT_EQ(letter.a, 2);
  EXPECT_EQ(masked.large, (std::int64_t{1} << 40) + 1);

  f.letter = '\xC8';
  f.l = &letter;
  letter.high = 0x1234;
  client_.echo_fields(&f);
  EXPECT_EQ(f.s, unions::dot);
  EXPECT_EQ(f.u.octet, 5);
  EXPECT_EQ(f.length.shorter, 7);
  EXPECT_EQ(letter.high, 0x1234);
}

TEST_P(each, discriminant_without_an_arm) {
  EXPECT_THROW(client_.by_value(static_cast<kind>(5), {}), rpc::error);
  EXPECT_THROW(client_.next_info({3, {}}), rpc::error);
}

TEST_P(each, nested) {
  unions::tree leaf{0, {.leaf = nullptr}};
  unions::tree middle{1, {.child = &leaf}};
  const unions::tree root{1, {.child = &middle}};
  EXPECT_EQ(client_.depth(&root), 3u);
}

TEST_P(each, encapsulated) {
  unions::info i{};
  client_.replace_info(&i);
  EXPECT_EQ(i.level, 1);
  EXPECT_EQ(i.u.number, 17);
  client_.replace_info(&i);
  EXPECT_EQ(i.level, 2);
  EXPECT_STREQ(i.u.text, "17");
  rpc::free(i.u.text);

  const unions::info next = client_.next_info({1, {.number = 5}});
  EXPECT_EQ(next.level, 2);
  EXPECT_STREQ(next.u.text, "5");
  rpc::free(next.u.text);

  const unions::info all[] = {{1, {.number = 40}}, {0, {}}, {2, {.text = text_}}};
  EXPECT_EQ(client_.sum_infos(3, all), 43u);
  EXPECT_EQ(client_.of_choice({kind::number, {.octet = 4}}, nullptr), 1004u);
  EXPECT_EQ(client_.of_choice({kind::row, {.nested = all[2]}}, &all[0]), 43u);
}

template <class Frame>
std::string request(rpc::ndr::syntax s, const Frame& frame) {
  rpc::buffer out;
  rpc::ndr::marshal_request(s, frame, out);
  return to_hex(out);
}

// [ms_union] of the interface moves the arm to 8; that of a union in a struct with union_switch
// does not.
TEST(unions, alignment) {
  constexpr auto ndr20 = rpc::ndr::syntax::ndr20, ndr64 = rpc::ndr::syntax::ndr64;
  const unions_ms::wire::take taken{1, {.octet = 5}};
  EXPECT_EQ(request(ndr20, taken),
            "0101"
            "000000000000"
            "05");
  EXPECT_EQ(request(ndr64, taken),
            "01"
            "00000000000000"
            "01"
            "00000000000000"
            "05");

  const unions::choice c{kind::number, {.octet = 5}};
  const unions::wire::of_choice chosen{&c, nullptr};
  EXPECT_EQ(request(ndr20, chosen),
            "0100"
            "05"
            "00"
            "00000000");
  EXPECT_EQ(request(ndr64, chosen),
            "01000000"
            "00000000"
            "05"
            "00000000000000"
            "0000000000000000");
}

}  // namespace
