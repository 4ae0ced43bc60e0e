// Sizes and discriminants that ask, follow and cast: what the client passes is what the server
// gets, and what does not go together is refused on both sides.

#include "counts.h"

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "hex.h"
#include "peers.h"

namespace {

using counts::follows;

std::int64_t add(const std::int32_t* values, std::uint32_t n) {
  std::int64_t sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) sum += values[i];
  return sum;
}

std::int64_t number_in(std::uint32_t tag, const counts::value& v) {
  return tag == 2 ? v.number : tag == 3 ? v.longer : -1;
}

class server : public counts::service {
 public:
  // As a registry does: the data if there is room, and their size in any case.
  std::uint32_t query(std::uint8_t* data, std::uint32_t* size, std::uint32_t* length) override {
    if (size == nullptr || length == nullptr) return data == nullptr ? 87 : 88;
    const std::uint32_t room = *size;
    *size = data == nullptr ? 0 : 3;
    *length = 0;
    if (data == nullptr) return 0;
    if (room < 3) return 234;
    for (std::uint8_t i = 0; i < 3; ++i) data[i] = static_cast<std::uint8_t>(data[i] + 1);
    *length = 3;
    return 0;
  }
  std::int64_t sum(const follows* f) override {
    return (f->n == nullptr ? 0 : add(f->values, *f->n)) +
           (f->more == nullptr ? 0 : 1000 * add(f->more, *f->m));
  }
  void change(follows* f) override {
    f->values = rpc::allocate_array<std::int32_t>(*f->n += 1);
    for (std::uint32_t i = 0; i < *f->n; ++i) f->values[i] = 5;
    f->more = nullptr;
    *f->m = 0;
  }
  void results(follows* f) override {
    f->m = rpc::allocate<std::uint16_t>();
    *f->m = 2;
    f->more = rpc::allocate_array<std::int32_t>(2);
    f->more[0] = 3;
    f->more[1] = 4;
  }
  std::int64_t elements(std::uint32_t n, const std::uint32_t* sizes,
                        const std::int32_t* values) override {
    return n == 0 ? -1 : values == nullptr ? 0 : add(values, sizes[0]);
  }
  std::int64_t sum_firsts(const counts::firsts* f) override {
    return (f->a == nullptr ? 0 : f->a[f->fixed[0] - 1]) +
           (f->b == nullptr ? 0 : f->b[f->sizes[0] - 1]);
  }
  std::uint32_t presented(const std::optional<std::uint32_t>& n, const std::uint8_t* a) override {
    return n ? a[*n - 1] : 99;
  }
  void bytes(std::int16_t, const std::uint8_t* a, std::uint8_t* b) override { b[0] = a[254]; }
  std::uint32_t rows(std::uint32_t n, std::uint32_t** all) override {
    return all[n - 1] == nullptr ? 77 : *all[n - 1];
  }
  std::int64_t of_variant(const counts::variant* v) override { return number_in(v->vt, v->v); }
  std::int64_t masked(std::uint32_t level, const counts::value* v) override {
    return number_in(level & 0xFFFFFF, *v);
  }
  std::int64_t chosen(const counts::value* v, const std::uint16_t* level) override {
    return number_in(level == nullptr ? 3 : *level, *v);
  }
};

template <class Frame>
std::string request(rpc::ndr::syntax s, const Frame& frame) {
  rpc::buffer out;
  rpc::ndr::marshal_request(s, frame, out);
  return to_hex(out);
}

/// What a server says to a request of NDR20; "" if it takes it.
template <class Frame>
std::string refusal(std::string_view hex) {
  rpc::buffer message = from_hex(hex);
  rpc::arena memory(1 << 20);
  Frame frame{};
  try {
    rpc::ndr::unmarshal_request(rpc::ndr::syntax::ndr20, std::endian::little, message.bytes(),
                                frame, memory);
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::bad_stub_data);
    const std::string what = e.what();
    return what.substr(0, what.rfind(": "));
  }
  return "";
}

template <class Call>
std::string failure_of(Call call) {
  try {
    call();
  } catch (const rpc::error& e) {
    return e.what();
  }
  return "";
}

class each : public testing::TestWithParam<meeting> {
 protected:
  peers<counts::service, server> peers_{GetParam()};
  counts::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(counts, each, testing::ValuesIn(meetings), meeting_name);

TEST_P(each, null_counts) {
  EXPECT_EQ(client_.query(nullptr, nullptr, nullptr), 87u);
  std::uint32_t size = 0, length = 0;
  EXPECT_EQ(client_.query(nullptr, &size, &length), 0u);
  EXPECT_EQ(client_.query(nullptr, nullptr, &length), 87u);

  std::uint8_t data[5] = {1, 2, 3, 4, 5};
  size = 5;
  length = 3;
  EXPECT_EQ(client_.query(data, &size, &length), 0u);
  EXPECT_EQ(size, 3u);
  EXPECT_EQ(length, 3u);
  EXPECT_EQ(data[0], 2);
  EXPECT_EQ(data[2], 4);
  EXPECT_EQ(data[3], 4);
  // There is an array, and no elements.
  EXPECT_EQ(client_.query(data, nullptr, nullptr), 88u);
  size = length = 2;
  EXPECT_EQ(client_.query(data, &size, &length), 234u);
  EXPECT_EQ(size, 3u);
  EXPECT_EQ(length, 0u);
}

TEST_P(each, members_that_follow) {
  std::uint32_t n = 2;
  std::uint16_t m = 1;
  std::int32_t values[] = {1, 2}, more[] = {7};
  follows f{&n, values, more, &m};
  EXPECT_EQ(client_.sum(&f), 7003);
  m = 9;  // as many as four do not count
  f.more = nullptr;
  EXPECT_EQ(client_.sum(&f), 3);
  f = {};
  EXPECT_EQ(client_.sum(&f), 0);
  f = {&n, nullptr, nullptr, nullptr};
  n = 0;
  EXPECT_EQ(client_.sum(&f), 0);

  f = {nullptr, values, nullptr, nullptr};
  EXPECT_NE(failure_of([&] {
              client_.sum(&f);
            }).find("'f.values': size_is cannot be computed: a pointer in it is null"),
            std::string::npos)
      << failure_of([&] { client_.sum(&f); });
}

TEST_P(each, members_that_change) {
  auto* n = rpc::allocate<std::uint32_t>();
  auto* m = rpc::allocate<std::uint16_t>();
  *n = 1;
  *m = 2;
  follows f{n, rpc::allocate_array<std::int32_t>(1), rpc::allocate_array<std::int32_t>(2), m};
  f.values[0] = f.more[0] = f.more[1] = 1;
  std::int32_t* const old = f.more;
  // The server has room for one value only.
  EXPECT_NE(failure_of([&] { client_.change(&f); }).find("room for 1"), std::string::npos);
  EXPECT_EQ(f.more, old);
  rpc::free(f.values);
  f.values = nullptr;
  *n = 0;
  client_.change(&f);
  EXPECT_EQ(*f.n, 1u);
  EXPECT_EQ(f.values[0], 5);
  EXPECT_EQ(*f.m, 0u);
  EXPECT_EQ(f.more, nullptr);
  rpc::free(old);
  rpc::free(f.values);
  rpc::free(n);
  rpc::free(m);
}

TEST_P(each, results) {
  follows f{};
  client_.results(&f);
  EXPECT_EQ(f.n, nullptr);
  EXPECT_EQ(f.values, nullptr);
  ASSERT_EQ(*f.m, 2);
  EXPECT_EQ(f.more[1], 4);
  rpc::free(f.m);
  rpc::free(f.more);
}

TEST_P(each, first_elements) {
  const std::uint32_t sizes[] = {2, 9};
  const std::int32_t values[] = {3, 4};
  EXPECT_EQ(client_.elements(2, sizes, values), 7);
  EXPECT_EQ(client_.elements(0, sizes, nullptr), -1);
  EXPECT_NE(failure_of([&] { client_.elements(0, sizes, values); })
                .find("'values': size_is cannot be computed: a pointer in it is null, or an array "
                      "in it is empty"),
            std::string::npos);

  std::uint16_t two[] = {2};
  std::uint8_t a[] = {1}, b[] = {1, 5};
  counts::firsts f{{1, 0}, a, 1, two, b};
  EXPECT_EQ(client_.sum_firsts(&f), 6);
}

TEST_P(each, classes_and_casts) {
  const std::uint8_t a[255] = {3, 4};
  EXPECT_EQ(client_.presented(2, a), 4u);
  EXPECT_EQ(client_.presented(std::nullopt, nullptr), 99u);
  EXPECT_NE(failure_of([&] { client_.presented(300, nullptr); }), "");

  std::uint8_t result[15] = {};
  std::uint8_t all[255] = {};
  all[254] = 8;
  client_.bytes(-1, all, result);
  EXPECT_EQ(result[0], 8);

  std::uint32_t number = 5;
  std::uint32_t* rows[] = {nullptr, &number};
  EXPECT_EQ(client_.rows(2, rows), 5u);
  EXPECT_EQ(client_.rows(1, rows), 77u);
}

TEST_P(each, discriminants) {
  counts::variant v{3, {.longer = 70000}};
  EXPECT_EQ(client_.of_variant(&v), 70000);
  v = {0xFFFF, {}};
  EXPECT_EQ(client_.of_variant(&v), -1);
  counts::value u{.number = 4};
  EXPECT_EQ(client_.masked(0xAB000002, &u), 4);
  const std::uint16_t level = 2;
  EXPECT_EQ(client_.chosen(&u, &level), 4);
  u.longer = -7;
  EXPECT_EQ(client_.chosen(&u, nullptr), -7);
}

// By hand: referent id, max_count, offset, actual_count, elements; then each count after its id.
TEST(bytes_of_counts, query) {
  using rpc::ndr::syntax;
  std::uint8_t data[5] = {1, 2, 3, 4, 5};
  std::uint32_t size = 5, length = 3;
  const counts::wire::query full{data, &size, &length};
  EXPECT_EQ(request(syntax::ndr20, full),
            "00000200"
            "05000000"
            "00000000"
            "03000000"
            "010203"
            "00"
            "04000200"
            "05000000"
            "08000200"
            "03000000");
  EXPECT_EQ(request(syntax::ndr64, full),
            "0000020000000000"
            "0500000000000000"
            "0000000000000000"
            "0300000000000000"
            "010203"
            "0000000000"
            "0400020000000000"
            "05000000"
            "00000000"
            "0800020000000000"
            "03000000");
  const counts::wire::query none{};
  EXPECT_EQ(request(syntax::ndr20, none), "000000000000000000000000");
  const counts::wire::query empty{data, nullptr, nullptr};
  EXPECT_EQ(request(syntax::ndr20, empty),
            "00000200"
            "00000000"
            "00000000"
            "00000000"
            "00000000"
            "00000000");
}

TEST(bytes_of_counts, discriminant_in_switch_type) {
  // vt of 2 bytes; the tag of 4 and the arm, aligned to 4.
  const counts::variant v{2, {.number = 0x1234}};
  EXPECT_EQ(request(rpc::ndr::syntax::ndr20, counts::wire::of_variant{&v}),
            "0200"
            "0000"
            "02000000"
            "3412");
  EXPECT_EQ(refusal<counts::wire::of_variant>("0200"
                                              "0000"
                                              "02000000"
                                              "3412"),
            "");
  EXPECT_EQ(refusal<counts::wire::of_variant>("0200"
                                              "0000"
                                              "03000000"
                                              "34120000"),
            "counts::of_variant: 'v.v': the union's discriminant is 3, but its expression says 2 "
            "(at byte 12)");
  EXPECT_EQ(
      refusal<counts::wire::of_variant>("0200"
                                        "0000"
                                        "02000100"
                                        "3412"),
      "counts::of_variant: 'v.v': the union's discriminant is 65538, but its expression says 2 "
      "(at byte 8)");
}

TEST(refused, counts_that_differ) {
  using counts::wire::query;
  EXPECT_EQ(refusal<query>("00000200"
                           "05000000"
                           "00000000"
                           "03000000"
                           "01020300"
                           "04000200"
                           "06000000"
                           "08000200"
                           "03000000"),
            "counts::query: 'data': max_count is 5, but its expression says 6 (at byte 36)");
  EXPECT_EQ(refusal<query>("00000200"
                           "05000000"
                           "00000000"
                           "03000000"
                           "01020300"
                           "00000000"
                           "08000200"
                           "03000000"),
            "counts::query: 'data': max_count is 5, but its expression says 0 (at byte 32)");
  EXPECT_EQ(
      refusal<query>("00000000"
                     "04000200"
                     "06000000"
                     "00000000"),
      "counts::query: 'data': the pointer is null, but the count of its array is 6, which only "
      "[disable_consistency_check] allows (at byte 16)");
}

TEST(refused, members_that_differ) {
  using counts::wire::sum;
  // n, values, more and m; then their referents.
  EXPECT_EQ(refusal<sum>("00000200"
                         "04000200"
                         "00000000"
                         "00000000"
                         "01000000"
                         "01000000"
                         "07000000"),
            "");
  EXPECT_EQ(refusal<sum>("00000000"
                         "04000200"
                         "00000000"
                         "00000000"
                         "01000000"
                         "07000000"),
            "counts::sum: 'f.values': max_count is 1, but its expression cannot be computed: a "
            "pointer in "
            "it is null, or an array in it is empty (at byte 24)");
  EXPECT_EQ(
      refusal<sum>("00000200"
                   "00000000"
                   "00000000"
                   "00000000"
                   "01000000"),
      "counts::sum: 'f.values': the pointer is null, but the count of its array is 1, which only "
      "[disable_consistency_check] allows (at byte 20)");
  EXPECT_EQ(refusal<sum>("00000000"
                         "00000000"
                         "08000200"
                         "0c000200"
                         "01000000"
                         "07000000"
                         "0200"),
            "counts::sum: 'f.more': max_count is 1, but its expression says 2 (at byte 26)");
}

// Nothing is read of the array that is empty.
TEST(refused, first_element_of_nothing) {
  using counts::wire::elements;
  EXPECT_EQ(refusal<elements>("00000000"
                              "00000000"
                              "00000200"
                              "03000000"
                              "010000000200000003000000"),
            "counts::elements: 'values': max_count is 3, but its expression cannot be computed: a "
            "pointer "
            "in it is null, or an array in it is empty (at byte 28)");
  // n lies: what it says of the sizes is found wrong first.
  EXPECT_EQ(refusal<elements>("01000000"
                              "00000000"
                              "00000200"
                              "03000000"
                              "010000000200000003000000"),
            "counts::elements: 'sizes': max_count is 0, but its expression says 1 (at byte 28)");
  EXPECT_EQ(refusal<elements>("00000000"
                              "00000000"
                              "00000000"),
            "");
}

}  // namespace
