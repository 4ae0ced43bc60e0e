// Code that writes and reads some objects faster does what the engine does for all of them: the
// engine writes where full pointers are known, and it reads where memory is counted.
#ifndef RPC_TEST_NDR_AGAINST_ENGINE_H
#define RPC_TEST_NDR_AGAINST_ENGINE_H

#include <gtest/gtest.h>
#include <rpc/call_memory.h>
#include <rpc/ndr/call.h>

#include <bit>
#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <utility>

#include "wire.h"

namespace against_engine {

struct outcome {
  std::string failure;
  std::string bytes;
  friend bool operator==(const outcome&, const outcome&) = default;
  friend std::ostream& operator<<(std::ostream& out, const outcome& o) {
    return out << o.failure << o.bytes;
  }
};

constexpr std::size_t ample = std::size_t{1} << 24;

/// Of objects of a type and its descriptor.
template <class T, const rpc::ndr::referent_descriptor& Described>
class comparison {
 public:
  explicit comparison(rpc::ndr::syntax in) : syntax_(in) {}

  outcome written(const T& object, bool by_engine, std::size_t limit = ample) const {
    rpc::buffer out;
    rpc::ndr::object_table objects;
    rpc::ndr::writer w(syntax_, out, limit, {}, by_engine ? &objects : nullptr);
    rpc::ndr::put_object(w, Described, &object);
    if (w.failed()) return {w.failure().sentence(), {}};
    w.finish();
    return {{}, wire_test::hex(out)};
  }

  rpc::buffer message_of(const T& object) const {
    return wire_test::bytes(written(object, true).bytes);
  }

  // What is read, as it is written again.
  outcome read(std::span<const std::byte> bytes, bool by_engine, std::size_t budget = ample,
               std::endian sender = std::endian::little) const {
    rpc::buffer message;
    message.append(bytes);
    rpc::arena memory(budget);
    rpc::call_memory account;
    if (by_engine) memory.set_record(&account);
    memory.set_message(message.bytes());
    rpc::ndr::server_storage storage(memory);
    rpc::ndr::reader r(syntax_, message.bytes(), sender, storage);
    T* top = nullptr;
    rpc::ndr::get_object(r, Described, &top);
    r.finish();
    if (r.failed()) return {r.failure().sentence(), {}};
    return written(*top, true);
  }

  void expect_same_both_ways(const T& object) const {
    const outcome expected = written(object, true);
    ASSERT_EQ(expected.failure, "");
    EXPECT_EQ(written(object, false), expected);
    EXPECT_EQ(read(wire_test::bytes(expected.bytes).bytes(), false), expected);
  }

  // Written to messages that have too little room, `step` bytes more each time.
  void expect_same_with_little_room(const T& object, std::size_t step) const {
    const std::size_t size = message_of(object).size();
    for (std::size_t limit = 0; limit < size; limit += step)
      EXPECT_EQ(written(object, false, limit), written(object, true, limit));
  }

  // Read from each of its beginnings, and with `changes` bytes that are less than `values`.
  void expect_same_of_corrupted(const T& object, std::mt19937& random, unsigned changes,
                                unsigned values) const {
    rpc::buffer message = message_of(object);
    for (std::size_t size = 0; size < message.size(); ++size) {
      const auto part = std::as_const(message).bytes().first(size);
      EXPECT_EQ(read(part, false), read(part, true)) << size;
    }
    for (unsigned i = 0; i < changes; ++i) {
      std::byte& place = message.data()[random() % message.size()];
      const std::byte before = std::exchange(place, static_cast<std::byte>(random() % values));
      const outcome expected = read(message.bytes(), true);
      EXPECT_EQ(read(message.bytes(), false), expected);
      place = before;
    }
  }

  void expect_same_within_budgets(const T& object, std::size_t step) const {
    const rpc::buffer message = message_of(object);
    for (std::size_t budget = 0; budget < 40000; budget += step) {
      const outcome expected = read(message.bytes(), true, budget);
      EXPECT_EQ(read(message.bytes(), false, budget), expected) << budget;
    }
  }

 private:
  rpc::ndr::syntax syntax_;
};

}  // namespace against_engine

#endif  // RPC_TEST_NDR_AGAINST_ENGINE_H
