// Packed and over-aligned types through generated stubs.

#include "packed.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "peers.h"

namespace {

// What a pointer in a packed structure leads to.
template <class T>
T* at(T* pointer) {
  return pointer;
}

class service : public packed::service {
 public:
  void increment(packed::entry* e) override {
    for (; e != nullptr; e = e->next) {
      for (int i = 0; i < 2 * e->count; ++i) ++at(e->numbers)[i];
      for (packed::leaf& each : e->leaves)
        if (each.number != nullptr) ++*at(each.number);
      for (int i = 0; i < 2; ++i)
        if (e->shorts[i] != nullptr) *at(e->shorts[i]) = 77;
      for (int i = 0; i < 2; ++i) e->values[i].large = e->values[i].large + 1;
      if (e->tag == 1) e->chosen.large = e->chosen.large + 1;
      if (e->tag == 2) ++*at(at(e->chosen.more)->number);
    }
  }

  std::uint32_t sum(const packed::open* o) override {
    std::uint32_t total = 0;
    for (std::uint32_t i = 0; i < o->count; ++i) {
      std::uint32_t element = 0;
      std::memcpy(&element, reinterpret_cast<const char*>(o) + 5 + 4 * i, sizeof element);
      total += element;
    }
    return total;
  }

  void ask(std::int32_t number, packed::answer* a) override {
    a->c = 'x';
    *at(a->number) = number;
  }

  void twice(const packed::aligned* from, packed::aligned** to) override {
    *to = rpc::allocate<packed::aligned>();
    (*to)->value = 2 * from->value;
  }
};

class packed_types : public testing::TestWithParam<meeting> {
 protected:
  peers<packed::service, service> peers_{GetParam()};
  packed::client client_{peers_.connection()};
};

TEST_P(packed_types, KeepPointersWhereverTheyLie) {
  std::int32_t numbers[4] = {1, 2, 3, 4};
  char16_t name[] = u"name";
  std::int32_t leaves[3] = {10, 20, 30};
  std::int16_t number = 5;
  packed::leaf more{'m', &leaves[2]};
  packed::entry second{0,
                       numbers,
                       name,
                       {{'a', nullptr}, {'b', nullptr}},
                       {nullptr, nullptr},
                       {{1, 100}, {2, 200}},
                       1,
                       {1000},
                       nullptr};
  packed::entry first{2,
                      numbers,
                      name,
                      {{'a', &leaves[0]}, {'b', &leaves[1]}},
                      {nullptr, &number},
                      {{1, 100}, {2, 200}},
                      2,
                      {0},
                      &second};
  first.chosen.more = &more;
  client_.increment(&first);
  EXPECT_EQ(numbers[3], 5);
  EXPECT_EQ(leaves[0], 11);
  EXPECT_EQ(leaves[1], 21);
  EXPECT_EQ(leaves[2], 31);
  EXPECT_EQ(number, 77);
  EXPECT_EQ(std::int64_t{first.values[1].large}, 201);
  EXPECT_EQ(std::int64_t{second.chosen.large}, 1001);
  EXPECT_EQ(at(first.numbers), numbers);
  EXPECT_EQ(at(first.next), &second);
}

TEST_P(packed_types, MayEndInAnArray) {
  alignas(4) char memory[sizeof(packed::open) + 4];
  auto* const o = reinterpret_cast<packed::open*>(memory);
  const std::uint32_t elements[2] = {40, 2};
  o->kind = 0;
  o->count = 2;
  std::memcpy(memory + 5, elements, sizeof elements);
  EXPECT_EQ(client_.sum(o), 42U);
}

TEST_P(packed_types, HaveReferencesPrepared) {
  std::int32_t number = 0;
  packed::answer a{'a', &number};
  client_.ask(42, &a);
  EXPECT_EQ(a.c, 'x');
  EXPECT_EQ(number, 42);
}

TEST_P(packed_types, MayBeAlignedToWhatMemoryIs) {
  const packed::aligned from{21};
  packed::aligned* to = nullptr;
  client_.twice(&from, &to);
  EXPECT_EQ(to->value, 42);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(to) % 16, 0U);
  rpc::free(to);
}

INSTANTIATE_TEST_SUITE_P(everywhere, packed_types, testing::ValuesIn(meetings), meeting_name);

}  // namespace
