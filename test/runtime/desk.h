#ifndef TEST_RUNTIME_DESK_H
#define TEST_RUNTIME_DESK_H

#include "fixture.h"

#include <set>

// Two interfaces with context handles: drawers that a desk keeps for its clients, and a second
// desk, which must not take the drawers of the first.

namespace desk {

struct drawer {
  std::uint32_t number;
  std::atomic<int> in_use = 0;
};

/// How long a call lasts. Counts how often one is decoded.
struct duration {
  std::uint32_t milliseconds = 0;
  static inline std::atomic<int> decoded = 0;
};

/// What happens to drawers, for tests to look at.
struct ledger {
  void note(std::multiset<std::uint32_t>& where, std::uint32_t number) {
    const std::lock_guard lock(mutex);
    where.insert(number);
  }
  std::multiset<std::uint32_t> seen(const std::multiset<std::uint32_t>& where) {
    const std::lock_guard lock(mutex);
    return where;
  }
  std::mutex mutex;
  std::multiset<std::uint32_t> run_down;
  std::multiset<std::uint32_t> closed;
  std::atomic<int> run_down_in_use = 0;
};
inline ledger book;

inline void (*on_rundown)() = nullptr;

inline void drawer_rundown(void* left) {
  if (on_rundown != nullptr) on_rundown();
  const std::unique_ptr<drawer> gone(static_cast<drawer*>(left));
  if (gone->in_use != 0) ++book.run_down_in_use;
  book.note(book.run_down, gone->number);
}

class service {
 public:
  virtual ~service() = default;
  virtual void open(std::uint32_t number, drawer** made) = 0;
  virtual drawer* make(std::uint32_t number) = 0;
  virtual std::uint32_t use(drawer* with, std::uint32_t milliseconds) = 0;
  virtual std::uint32_t peek(drawer* with, std::uint32_t milliseconds) = 0;
  virtual void close(drawer** left, std::uint32_t how) = 0;
  virtual void open_two(std::uint32_t number, drawer** first, drawer** second) = 0;
  virtual std::uint32_t both(drawer* first, drawer* second, std::uint32_t milliseconds) = 0;
  virtual std::uint32_t use_other_type(drawer* with) = 0;
};

namespace wire {
struct open {
  std::uint32_t number{};
  drawer** made{};
};
struct make {
  std::uint32_t number{};
  drawer* return_value{};
};
struct use {
  drawer* with{};
  duration time{};
  std::uint32_t return_value{};
};
struct peek {
  drawer* with{};
  std::uint32_t milliseconds{};
  std::uint32_t return_value{};
};
struct close {
  drawer** left{};
  std::uint32_t how{};
};
struct open_two {
  std::uint32_t number{};
  drawer** first{};
  drawer** second{};
};
struct both {
  drawer* first{};
  drawer* second{};
  std::uint32_t milliseconds{};
  std::uint32_t return_value{};
};
struct use_other_type {
  drawer* with{};
  std::uint32_t return_value{};
};
}  // namespace wire

}  // namespace desk

namespace second_desk {
class service {
 public:
  virtual ~service() = default;
  virtual std::uint32_t use(desk::drawer* with) = 0;
};
namespace wire {
struct use {
  desk::drawer* with{};
  std::uint32_t return_value{};
};
}  // namespace wire
}  // namespace second_desk

namespace rpc {

using desk_handle = ndr::context_handle<"drawer">;
using desk_result = ndr::context_handle<"drawer", ndr::context_trait::nullable>;

template <>
struct operation<desk::wire::open> {
  using call = desk::wire::open;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "open";
  using parameters = ndr::parameters<ndr::in<"number", &call::number>,
                                     ndr::out<"made", &call::made, ndr::ref<desk_result>>>;
  static void run(desk::service& to, call& c) { to.open(c.number, c.made); }
};
template <>
struct operation<desk::wire::make> {
  using call = desk::wire::make;
  static constexpr std::uint16_t opnum = 1;
  static constexpr char name[] = "make";
  using parameters = ndr::parameters<ndr::in<"number", &call::number>,
                                     ndr::result<"return value", &call::return_value, desk_result>>;
  static void run(desk::service& to, call& c) { c.return_value = to.make(c.number); }
};
template <>
struct wire_form<desk::duration> {
  static std::uint32_t to_wire(desk::duration value) { return value.milliseconds; }
  static desk::duration from_wire(std::uint32_t wire) {
    ++desk::duration::decoded;
    return {wire};
  }
};
template <>
struct operation<desk::wire::use> {
  using call = desk::wire::use;
  static constexpr std::uint16_t opnum = 2;
  static constexpr char name[] = "use";
  using parameters =
      ndr::parameters<ndr::in<"with", &call::with, desk_handle>,
                      ndr::in<"milliseconds", &call::time, ndr::presented<std::uint32_t>>,
                      ndr::result<"return value", &call::return_value>>;
  static void run(desk::service& to, call& c) {
    c.return_value = to.use(c.with, c.time.milliseconds);
  }
};
template <>
struct operation<desk::wire::peek> {
  using call = desk::wire::peek;
  static constexpr std::uint16_t opnum = 3;
  static constexpr char name[] = "peek";
  using parameters = ndr::parameters<
      ndr::in<"with", &call::with, ndr::context_handle<"drawer", ndr::context_trait::shared>>,
      ndr::in<"milliseconds", &call::milliseconds>,
      ndr::result<"return value", &call::return_value>>;
  static void run(desk::service& to, call& c) { c.return_value = to.peek(c.with, c.milliseconds); }
};
template <>
struct operation<desk::wire::close> {
  using call = desk::wire::close;
  static constexpr std::uint16_t opnum = 4;
  static constexpr char name[] = "close";
  using parameters = ndr::parameters<ndr::in_out<"left", &call::left, ndr::ref<desk_result>>,
                                     ndr::in<"how", &call::how>>;
  static void run(desk::service& to, call& c) { to.close(c.left, c.how); }
};
template <>
struct operation<desk::wire::open_two> {
  using call = desk::wire::open_two;
  static constexpr std::uint16_t opnum = 5;
  static constexpr char name[] = "open_two";
  using parameters = ndr::parameters<ndr::in<"number", &call::number>,
                                     ndr::out<"first", &call::first, ndr::ref<desk_result>>,
                                     ndr::out<"second", &call::second, ndr::ref<desk_result>>>;
  static void run(desk::service& to, call& c) { to.open_two(c.number, c.first, c.second); }
};
template <>
struct operation<desk::wire::both> {
  using call = desk::wire::both;
  static constexpr std::uint16_t opnum = 6;
  static constexpr char name[] = "both";
  using parameters = ndr::parameters<ndr::in<"first", &call::first, desk_handle>,
                                     ndr::in<"second", &call::second, desk_handle>,
                                     ndr::in<"milliseconds", &call::milliseconds>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(desk::service& to, call& c) {
    c.return_value = to.both(c.first, c.second, c.milliseconds);
  }
};
template <>
struct operation<desk::wire::use_other_type> {
  using call = desk::wire::use_other_type;
  static constexpr std::uint16_t opnum = 7;
  static constexpr char name[] = "use_other_type";
  using parameters = ndr::parameters<ndr::in<"with", &call::with, ndr::context_handle<"chair">>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(desk::service& to, call& c) { c.return_value = to.use_other_type(c.with); }
};
template <>
struct interface<desk::service> {
  static constexpr char name[] = "desk";
  static constexpr syntax_id id{uuid{"5d6ad6c8-7b37-4b9c-8f0e-1c1b5a3a3d10"}, 1, 0};
  using operations = operation_list<desk::wire::open, desk::wire::make, desk::wire::use,
                                    desk::wire::peek, desk::wire::close, desk::wire::open_two,
                                    desk::wire::both, desk::wire::use_other_type>;
  static std::span<const context_rundown> rundowns() {
    static constexpr context_rundown all[] = {{"drawer", desk::drawer_rundown}};
    return all;
  }
};

template <>
struct operation<second_desk::wire::use> {
  using call = second_desk::wire::use;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "use";
  using parameters = ndr::parameters<ndr::in<"with", &call::with, desk_handle>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(second_desk::service& to, call& c) { c.return_value = to.use(c.with); }
};
template <>
struct interface<second_desk::service> {
  static constexpr char name[] = "second_desk";
  static constexpr syntax_id id{uuid{"5d6ad6c8-7b37-4b9c-8f0e-1c1b5a3a3d11"}, 1, 0};
  using operations = operation_list<second_desk::wire::use>;
};

}  // namespace rpc

namespace desk {

class client {
 public:
  explicit client(const rpc::connection& peer)
      : binding_(peer, rpc::interface<service>::id, rpc::interface<service>::name) {}
  drawer* open(std::uint32_t number) const {
    drawer* made = nullptr;
    rpc::invoke(binding_, wire::open{number, &made});
    return made;
  }
  drawer* make(std::uint32_t number) const { return rpc::invoke(binding_, wire::make{number}); }
  std::uint32_t use(drawer* with, std::uint32_t milliseconds = 0) const {
    return rpc::invoke(binding_, wire::use{with, {milliseconds}});
  }
  std::uint32_t peek(drawer* with, std::uint32_t milliseconds = 0) const {
    return rpc::invoke(binding_, wire::peek{with, milliseconds});
  }
  void close(drawer*& left, std::uint32_t how = 0) const {
    rpc::invoke(binding_, wire::close{&left, how});
  }
  void open_two(std::uint32_t number, drawer** first, drawer** second) const {
    rpc::invoke(binding_, wire::open_two{number, first, second});
  }
  std::uint32_t both(drawer* first, drawer* second, std::uint32_t milliseconds = 0) const {
    return rpc::invoke(binding_, wire::both{first, second, milliseconds});
  }
  std::uint32_t use_other_type(drawer* with) const {
    return rpc::invoke(binding_, wire::use_other_type{with});
  }

 private:
  rpc::binding binding_;
};

}  // namespace desk

namespace second_desk {
class client {
 public:
  explicit client(const rpc::connection& peer)
      : binding_(peer, rpc::interface<service>::id, rpc::interface<service>::name) {}
  std::uint32_t use(desk::drawer* with) const { return rpc::invoke(binding_, wire::use{with}); }

 private:
  rpc::binding binding_;
};
}  // namespace second_desk

namespace fixture {

struct desk_service : desk::service {
  static constexpr std::uint32_t throws_after_opening = 1000;

  void open(std::uint32_t number, desk::drawer** made) override {
    *made = make(number);
    if (number < throws_after_opening) return;
    delete *made;  // what an implementation does not hand over is its own
    throw std::runtime_error("thrown after opening");
  }
  desk::drawer* make(std::uint32_t number) override {
    return number == 0 ? nullptr : new desk::drawer{number};
  }
  std::uint32_t use(desk::drawer* with, std::uint32_t milliseconds) override {
    return spend(with, milliseconds, most_users);
  }
  std::uint32_t peek(desk::drawer* with, std::uint32_t milliseconds) override {
    return spend(with, milliseconds, most_peekers);
  }
  void close(desk::drawer** left, std::uint32_t how) override {
    if (how == 2) {  // replaces what the handle stands for
      auto* const other = new desk::drawer{(*left)->number + 1};
      delete *left;
      *left = other;
      return;
    }
    if (*left == nullptr) {
      *left = make(77);
      return;
    }
    desk::book.note(desk::book.closed, (*left)->number);
    delete *left;
    *left = nullptr;
    if (how == 1) throw std::runtime_error("thrown after closing");
  }
  void open_two(std::uint32_t number, desk::drawer** first, desk::drawer** second) override {
    *first = make(number);
    *second = make(number + 1);
  }
  std::uint32_t both(desk::drawer* first, desk::drawer* second,
                     std::uint32_t milliseconds) override {
    return spend(first, milliseconds, most_users) + (second == first ? 0 : second->number);
  }
  std::uint32_t use_other_type(desk::drawer* with) override { return with->number; }

  std::uint32_t spend(desk::drawer* with, std::uint32_t milliseconds, std::atomic<int>& most) {
    ++uses;
    const int now = ++with->in_use;
    for (int before = most; now > before && !most.compare_exchange_weak(before, now);) {
    }
    if (milliseconds == until_woken)
      woken.wait(false);
    else
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    --with->in_use;
    return with->number;
  }

  /// Ends all calls that last until_woken, also those that are still to come.
  void wake() {
    woken = true;
    woken.notify_all();
  }
  static constexpr std::uint32_t until_woken = 0xFFFFFFFF;

  std::atomic<int> uses = 0;
  std::atomic<int> most_users = 0;
  std::atomic<int> most_peekers = 0;
  std::atomic<bool> woken = false;
};

struct second_desk_service : second_desk::service {
  std::uint32_t use(desk::drawer* with) override { return with->number; }
};

/// Both desks and echo. The book is empty then.
struct desk_services {
  desk_services() {
    desk::book.run_down.clear();
    desk::book.closed.clear();
    desk::book.run_down_in_use = 0;
  }
  void add_to(rpc::server& server) {
    server.add<desk::service>(service);
    server.add<second_desk::service>(second);
    server.add<echo::service>(echoes);
  }

  desk_service service;
  second_desk_service second;
  echo_service echoes;
};
using desk_server = listening<desk_services>;

}  // namespace fixture

#endif  // TEST_RUNTIME_DESK_H
