// Pipes through generated stubs.

#include "pipes.h"

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "hex.h"
#include "peers.h"

namespace {

using pipes::kind;
using pipes::reading;

constexpr std::uint64_t endless = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint8_t poison = 0xEE;

template <class T>
std::vector<T> all(rpc::pipe<T>& from) {
  std::vector<T> result;
  const auto room = std::make_unique<T[]>(100);
  while (const std::size_t count = from.pull({room.get(), 100}))
    result.insert(result.end(), room.get(), room.get() + count);
  return result;
}

struct implementation : pipes::service {
  std::uint64_t store(rpc::pipe<std::uint8_t>& data) override {
    std::uint64_t sum = 0;
    std::vector<std::uint8_t> room(1000);
    while (const std::size_t count = data.pull(room))
      for (const std::uint8_t byte : std::span(room).first(count)) {
        if (byte == poison) throw rpc::error(rpc::status::invalid_bound, "poison");
        sum += byte;
      }
    return sum;
  }
  void fetch(std::uint64_t count, rpc::pipe<std::uint8_t>& data) override {
    for (std::uint64_t i = 0; i < count; ++i) {
      if (i == 100'000) throw rpc::error(rpc::status::invalid_bound, "too much");
      const auto byte = static_cast<std::uint8_t>(i);
      data.push({&byte, 1});
    }
  }
  void sort(rpc::pipe<std::int64_t>* numbers) override {
    auto sorted = all(*numbers);
    std::ranges::sort(sorted);
    numbers->push(sorted);
  }
  std::uint32_t choose(pipes::readings& readings, const char* place, pipes::readings& chosen,
                       const double* above, std::vector<std::string>& notes, rpc::pipe<kind>& kinds,
                       std::uint32_t* seen) override {
    std::vector<kind> of;
    const auto read = all(readings);
    for (const reading& each : read) {
      if (std::strcmp(each.place, place) != 0 || each.value <= *above) continue;
      chosen.push({&each, 1});
      of.push_back(each.of);
    }
    kinds.push(of);
    notes = {place, std::to_string(of.size())};
    if (seen != nullptr) *seen += static_cast<std::uint32_t>(read.size());
    return static_cast<std::uint32_t>(of.size());
  }
  std::int32_t sum(rpc::pipe<std::int16_t>& small, rpc::pipe<std::array<std::int32_t, 3>>& triples,
                   rpc::pipe<bool>& bits) override {
    std::int32_t total = 0;
    for (const std::int16_t each : all(small)) total += each;
    for (const auto& [a, b, c] : all(triples)) total += a + b + c;
    for (const bool bit : all(bits)) total += bit ? 1000 : 0;
    return total;
  }
  void add(rpc::pipe<std::int32_t>& numbers, pipes::ring* to) override {
    for (const std::int32_t each : all(numbers)) {
      if (to == nullptr) continue;
      to->number += each;
      to = to->next;
    }
  }
};

/// Gives some elements, and takes others.
template <class T>
struct stream final : rpc::pipe<T> {
  explicit stream(std::vector<T> values = {}) : given(std::move(values)) {}
  std::size_t pull(std::span<T> into) override {
    const std::size_t count = std::min(into.size(), given.size() - at);
    std::copy_n(given.begin() + static_cast<std::ptrdiff_t>(at), count, into.begin());
    at += count;
    return count;
  }
  void push(std::span<const T> elements) override {
    if (elements.empty()) ++ends;
    taken.insert(taken.end(), elements.begin(), elements.end());
  }
  std::vector<T> given, taken;
  std::size_t at = 0;
  int ends = 0;
};

class piped : public testing::TestWithParam<meeting> {
 protected:
  /// The connection serves calls as before.
  void expect_service() {
    stream<std::int64_t> numbers({2, 1});
    client_.sort(&numbers);
    EXPECT_EQ(numbers.taken, (std::vector<std::int64_t>{1, 2}));
  }

  peers<pipes::service, implementation> peers_{GetParam()};
  pipes::client client_{peers_.connection()};
};

TEST_P(piped, CarryMoreThanAFragment) {
  stream<std::uint8_t> data(std::vector<std::uint8_t>(100'000, 3));
  EXPECT_EQ(client_.store(data), 300'000U);
  stream<std::uint8_t> result;
  client_.fetch(20'000, result);
  ASSERT_EQ(result.taken.size(), 20'000U);
  for (std::size_t i = 0; i < 20'000; ++i)
    ASSERT_EQ(result.taken[i], static_cast<std::uint8_t>(i)) << i;
  EXPECT_EQ(result.ends, 1);
}

TEST_P(piped, CarryNothing) {
  stream<std::uint8_t> none;
  EXPECT_EQ(client_.store(none), 0U);
  client_.fetch(0, none);
  EXPECT_TRUE(none.taken.empty());
  EXPECT_EQ(none.ends, 1);
}

TEST_P(piped, CarryBothWays) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  stream<std::int64_t> numbers({3, -1, 2, least});
  client_.sort(&numbers);
  EXPECT_EQ(numbers.taken, (std::vector<std::int64_t>{least, -1, 2, 3}));
}

TEST_P(piped, StandAmongOtherParameters) {
  std::vector<reading> readings;
  for (int i = 0; i < 5000; ++i) {
    reading next{i / 10.0, i % 3 == 0 ? kind::warm : kind::cold, static_cast<pipes::level>(i % 100),
                 "here"};
    if (i % 2 == 0) std::strcpy(next.place, "there");
    readings.push_back(next);
  }
  stream<reading> sent(readings), chosen;
  stream<kind> kinds;
  std::vector<std::string> notes;
  std::uint32_t seen = 7;
  const double above = 250;
  EXPECT_EQ(client_.choose(sent, "there", chosen, &above, notes, kinds, &seen), 1249U);
  EXPECT_EQ(seen, 5007U);
  EXPECT_EQ(notes, (std::vector<std::string>{"there", "1249"}));
  ASSERT_EQ(chosen.taken.size(), 1249U);
  EXPECT_EQ(chosen.taken[0].value, 250.2);
  EXPECT_STREQ(chosen.taken[0].place, "there");
  EXPECT_EQ(chosen.taken[1248].battery, 98);
  ASSERT_EQ(kinds.taken.size(), 1249U);
  for (std::size_t i = 0; i < 1249; ++i) EXPECT_EQ(kinds.taken[i], chosen.taken[i].of);
}

TEST_P(piped, CarryArraysAndBits) {
  stream<std::int16_t> small({5, -4});
  stream<std::array<std::int32_t, 3>> triples({{1, 2, 3}, {10, 20, 30}});
  stream<bool> bits({true, false, true});
  EXPECT_EQ(client_.sum(small, triples, bits), 2067);
}

TEST_P(piped, StandBesideObjectsThatAreShared) {
  pipes::ring second{20, nullptr}, first{10, &second};
  second.next = &first;
  stream<std::int32_t> numbers({1, 2, 3});
  client_.add(numbers, &first);
  EXPECT_EQ(first.number, 14);
  EXPECT_EQ(second.number, 22);
  EXPECT_EQ(first.next, &second);
  EXPECT_EQ(second.next, &first);
}

// Receivers refuse what is outside of the range of elements.
TEST_P(piped, CheckElements) {
  stream<std::int16_t> small({5, 6});
  stream<std::array<std::int32_t, 3>> triples;
  stream<bool> bits;
  try {
    client_.sum(small, triples, bits);
    ADD_FAILURE();
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::bad_stub_data);
  }
  expect_service();
}

TEST_P(piped, AreGivenUpByTheServer) {
  stream<std::uint8_t> data(std::vector<std::uint8_t>(300'000, 1));
  data.given[150'000] = poison;
  stream<std::uint8_t> result;
  for (const bool in : {true, false}) {
    try {
      if (in)
        client_.store(data);
      else
        client_.fetch(endless, result);
      ADD_FAILURE();
    } catch (const rpc::error& e) {
      EXPECT_EQ(e.code(), rpc::status::invalid_bound);
    }
    expect_service();
  }
  EXPECT_LE(result.taken.size(), 100'000U);
  EXPECT_EQ(result.ends, 0);
}

TEST_P(piped, AreGivenUpByTheClient) {
  std::size_t given = 0;
  rpc::source<std::uint8_t> broken([&](std::span<std::uint8_t> into) {
    if (given > 100'000) throw std::runtime_error("broken");
    std::ranges::fill(into, std::uint8_t{1});
    given += into.size();
    return into.size();
  });
  EXPECT_THROW(client_.store(broken), std::runtime_error);
  expect_service();
  rpc::sink<std::uint8_t> full(
      [](std::span<const std::uint8_t>) { throw std::runtime_error("full"); });
  EXPECT_THROW(client_.fetch(50'000, full), std::runtime_error);
  expect_service();
}

INSTANTIATE_TEST_SUITE_P(, piped, testing::ValuesIn(meetings), meeting_name);

// Derived by hand from C706 14.3.9 and MS-RPCE 2.2.5.3.4.5: what is no pipe comes first, whatever
// the order of the parameters, then the pipe: a chunk of two, and the end.
struct request {
  request() { calls = {&all, "ab", &chosen, &above, &notes, &kinds, &seen, 0}; }

  std::string in(rpc::ndr::syntax syntax) {
    rpc::buffer bytes;
    rpc::ndr::marshal_request(syntax, calls, bytes);
    return to_hex(bytes);
  }

  stream<reading> all{{{2, kind::warm, 100, "ab"}, {-2, kind::cold, 1, "cdefg"}}};
  stream<reading> chosen;
  stream<kind> kinds;
  double above = 1.5;
  std::vector<std::string> notes;
  std::uint32_t seen = 7;
  pipes::wire::choose calls;
};

TEST(PipesInNdr20, HaveBytes) {
  EXPECT_EQ(request().in(rpc::ndr::syntax::ndr20),
            "03000000"
            "00000000"
            "03000000"
            "616200"
            "00"                // place, gap
            "000000000000f83f"  // above
            "00000200"
            "07000000"  // seen
            "02000000"
            "00000000"  // a chunk of two, gap
            "0000000000000040"
            "01000000"
            "64"
            "616200000000"
            "0000000000"  // gap
            "00000000000000c0"
            "00000000"
            "01"
            "636465666700"
            "00"  // gap
            "00000000");
}

TEST(PipesInNdr64, HaveBytes) {
  EXPECT_EQ(request().in(rpc::ndr::syntax::ndr64),
            "0300000000000000"
            "0000000000000000"
            "0300000000000000"
            "616200"
            "0000000000"
            "000000000000f83f"  // above
            "0000020000000000"
            "07000000"
            "00000000"  // seen, gap
            "0200000000000000"
            "0000000000000040"
            "01000000"
            "64"
            "616200000000"
            "0000000000"
            "00000000000000c0"
            "00000000"
            "01"
            "636465666700"
            "0000000000"
            "feffffffffffffff"
            "0000000000000000"
            "0000000000000000");
}

}  // namespace
