#ifndef TEST_RUNTIME_PIPES_H
#define TEST_RUNTIME_PIPES_H

#include "fixture.h"

#include <rpc/rpc.h>

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

// An interface of operations with pipes, with the stubs that the plugin would write.

namespace pipes {

using byte_pipe = rpc::pipe<std::uint8_t>;
using word_pipe = rpc::pipe<std::uint32_t>;

class service {
 public:
  virtual ~service() = default;
  virtual std::uint64_t store(std::uint32_t step, byte_pipe& data) = 0;
  virtual std::uint32_t fetch(std::uint64_t count, byte_pipe& data) = 0;
  virtual void turn(word_pipe& words) = 0;
  virtual void several(byte_pipe& first, word_pipe& second, byte_pipe& third,
                       word_pipe& fourth) = 0;
  virtual std::uint32_t plain(std::uint32_t value) = 0;
};

namespace wire {
struct store {
  std::uint32_t step{};
  byte_pipe* data{};
  std::uint64_t return_value{};
};
struct fetch {
  std::uint64_t count{};
  byte_pipe* data{};
  std::uint32_t return_value{};
};
struct turn {
  word_pipe* words{};
};
struct several {
  byte_pipe* first{};
  word_pipe* second{};
  byte_pipe* third{};
  word_pipe* fourth{};
};
struct plain {
  std::uint32_t value{};
  std::uint32_t return_value{};
};
}  // namespace wire
}  // namespace pipes

namespace rpc {

template <>
struct operation<pipes::wire::store> {
  using call = pipes::wire::store;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "store";
  using parameters = ndr::parameters<ndr::in<"step", &call::step>,
                                     ndr::in<"data", &call::data, ndr::ref<ndr::pipe<>>>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(pipes::service& to, call& c) { c.return_value = to.store(c.step, *c.data); }
};

template <>
struct operation<pipes::wire::fetch> {
  using call = pipes::wire::fetch;
  static constexpr std::uint16_t opnum = 1;
  static constexpr char name[] = "fetch";
  using parameters = ndr::parameters<ndr::in<"count", &call::count>,
                                     ndr::out<"data", &call::data, ndr::ref<ndr::pipe<>>>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(pipes::service& to, call& c) { c.return_value = to.fetch(c.count, *c.data); }
};

template <>
struct operation<pipes::wire::turn> {
  using call = pipes::wire::turn;
  static constexpr std::uint16_t opnum = 2;
  static constexpr char name[] = "turn";
  using parameters = ndr::parameters<ndr::in_out<"words", &call::words, ndr::ref<ndr::pipe<>>>>;
  static void run(pipes::service& to, call& c) { to.turn(*c.words); }
};

template <>
struct operation<pipes::wire::several> {
  using call = pipes::wire::several;
  static constexpr std::uint16_t opnum = 3;
  static constexpr char name[] = "several";
  using parameters = ndr::parameters<ndr::in<"first", &call::first, ndr::ref<ndr::pipe<>>>,
                                     ndr::in_out<"second", &call::second, ndr::ref<ndr::pipe<>>>,
                                     ndr::out<"third", &call::third, ndr::ref<ndr::pipe<>>>,
                                     ndr::in<"fourth", &call::fourth, ndr::ref<ndr::pipe<>>>>;
  static void run(pipes::service& to, call& c) {
    to.several(*c.first, *c.second, *c.third, *c.fourth);
  }
};

template <>
struct operation<pipes::wire::plain> {
  using call = pipes::wire::plain;
  static constexpr std::uint16_t opnum = 4;
  static constexpr char name[] = "plain";
  using parameters = ndr::parameters<ndr::in<"value", &call::value>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(pipes::service& to, call& c) { c.return_value = to.plain(c.value); }
};

template <>
struct interface<pipes::service> {
  static constexpr char name[] = "pipes";
  // The uuid of echo, whose bind the raw client knows.
  static constexpr syntax_id id{uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};
  using operations = operation_list<pipes::wire::store, pipes::wire::fetch, pipes::wire::turn,
                                    pipes::wire::several, pipes::wire::plain>;
};

}  // namespace rpc

namespace pipes {

class client {
 public:
  explicit client(const rpc::connection& peer)
      : binding_(peer, rpc::interface<service>::id, rpc::interface<service>::name) {}
  std::uint64_t store(std::uint32_t step, byte_pipe& data) const {
    return rpc::invoke(binding_, wire::store{step, &data});
  }
  std::uint32_t fetch(std::uint64_t count, byte_pipe& data) const {
    return rpc::invoke(binding_, wire::fetch{count, &data});
  }
  void turn(word_pipe& words) const { rpc::invoke(binding_, wire::turn{&words}); }
  void several(byte_pipe& first, word_pipe& second, byte_pipe& third, word_pipe& fourth) const {
    rpc::invoke(binding_, wire::several{&first, &second, &third, &fourth});
  }
  std::uint32_t plain(std::uint32_t value) const {
    return rpc::invoke(binding_, wire::plain{value});
  }
  rpc::ndr::syntax syntax() const { return binding_.syntax(); }

 private:
  rpc::binding binding_;
};

/// Element number `i` of every stream in these tests.
template <class T>
T element(std::uint64_t i) {
  return static_cast<T>(i * 2654435761u >> 7);
}

/// Gives `count` elements and checks nothing.
template <class T>
auto giving(std::uint64_t count) {
  return rpc::source<T>([count, next = std::uint64_t{0}](std::span<T> into) mutable {
    std::size_t given = 0;
    for (; given < into.size() && next < count; ++given) into[given] = element<T>(next++);
    return given;
  });
}

/// Checks what comes; how many elements came, and how often the end was told.
template <class T>
struct taking final : rpc::pipe<T> {
  void push(std::span<const T> elements) override {
    if (elements.empty()) ++ends;
    for (const T each : elements) wrong += each != element<T>(count++);
  }
  std::uint64_t count = 0;
  std::uint64_t wrong = 0;
  int ends = 0;
};

/// Implements the operations as the tests say.
struct implementation : service {
  std::uint64_t store(std::uint32_t step, byte_pipe& data) override {
    if (on_store) return on_store(step, data);
    std::vector<std::uint8_t> room(step);
    std::uint64_t total = 0;
    while (const std::size_t count = data.pull(room))
      for (std::size_t i = 0; i < count; ++i) {
        if (room[i] != element<std::uint8_t>(total++)) return 0;
      }
    return total;
  }
  std::uint32_t fetch(std::uint64_t count, byte_pipe& data) override {
    if (on_fetch) return on_fetch(count, data);
    std::array<std::uint8_t, 1000> part{};
    for (std::uint64_t next = 0; next < count;) {
      std::size_t size = 0;
      for (; size < part.size() && next < count; ++size) part[size] = element<std::uint8_t>(next++);
      data.push(std::span(part).first(size));
    }
    return 17;
  }
  void turn(word_pipe& words) override {
    if (on_turn) return on_turn(words);
    std::vector<std::uint32_t> all, room(77);
    while (const std::size_t count = words.pull(room))
      all.insert(all.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(count));
    words.push(all);
  }
  void several(byte_pipe& first, word_pipe& second, byte_pipe& third, word_pipe& fourth) override {
    on_several(first, second, third, fourth);
  }
  std::uint32_t plain(std::uint32_t value) override { return value + 1; }

  std::function<std::uint64_t(std::uint32_t, byte_pipe&)> on_store;
  std::function<std::uint32_t(std::uint64_t, byte_pipe&)> on_fetch;
  std::function<void(word_pipe&)> on_turn;
  std::function<void(byte_pipe&, word_pipe&, byte_pipe&, word_pipe&)> on_several;
};

/// A started server of it.
struct services {
  void add_to(rpc::server& server) { server.add<service>(impl); }

  implementation impl;
};
using running_server = fixture::listening<services>;

}  // namespace pipes

#endif  // TEST_RUNTIME_PIPES_H
