#ifndef TEST_RUNTIME_TALLY_H
#define TEST_RUNTIME_TALLY_H

#include "fixture.h"

// An interface that counts how often each call is executed, with the stubs that the plugin would
// write.

namespace tally {

class service {
 public:
  virtual ~service() = default;
  virtual std::uint32_t add(std::uint32_t id, std::uint32_t milliseconds) = 0;
  virtual std::uint32_t look(std::uint32_t id, std::uint32_t milliseconds) = 0;
};

namespace wire {
struct add {
  std::uint32_t id{};
  std::uint32_t milliseconds{};
  std::uint32_t return_value{};
};
struct look {
  std::uint32_t id{};
  std::uint32_t milliseconds{};
  std::uint32_t return_value{};
};
}  // namespace wire
}  // namespace tally

namespace rpc {

template <>
struct operation<tally::wire::add> {
  using call = tally::wire::add;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "add";
  using parameters =
      ndr::parameters<ndr::in<"id", &call::id>, ndr::in<"milliseconds", &call::milliseconds>,
                      ndr::result<"return value", &call::return_value>>;
  static void run(tally::service& to, call& c) { c.return_value = to.add(c.id, c.milliseconds); }
};

template <>
struct operation<tally::wire::look> {
  using call = tally::wire::look;
  static constexpr std::uint16_t opnum = 1;
  static constexpr char name[] = "look";
  static constexpr bool idempotent = true;
  using parameters =
      ndr::parameters<ndr::in<"id", &call::id>, ndr::in<"milliseconds", &call::milliseconds>,
                      ndr::result<"return value", &call::return_value>>;
  static void run(tally::service& to, call& c) { c.return_value = to.look(c.id, c.milliseconds); }
};

template <>
struct interface<tally::service> {
  static constexpr char name[] = "tally";
  static constexpr syntax_id id{uuid{"7d5b1c7e-0a3c-4b52-9f0e-2f1a6d0c9b11"}, 1, 0};
  using operations = operation_list<tally::wire::add, tally::wire::look>;
};

}  // namespace rpc

namespace tally {
template <class Binding>
class basic_client {
 public:
  explicit basic_client(const Binding& to) : binding_(to) {}
  explicit operator const Binding&() const { return binding_; }

  rpc::returned<Binding, std::uint32_t> add(std::uint32_t id,
                                            std::uint32_t milliseconds = 0) const {
    return rpc::invoke(binding_, wire::add{id, milliseconds});
  }
  rpc::returned<Binding, std::uint32_t> look(std::uint32_t id,
                                             std::uint32_t milliseconds = 0) const {
    return rpc::invoke(binding_, wire::look{id, milliseconds});
  }

 private:
  Binding binding_;
};

class client : public basic_client<rpc::binding> {
 public:
  explicit client(const rpc::connection& peer)
      : basic_client(
            rpc::binding(peer, rpc::interface<service>::id, rpc::interface<service>::name)) {}
};
}  // namespace tally

namespace fixture {

/// Each call returns how often that of its id was executed before. Those that last sleep when they
/// are executed for the first time only.
struct tally_service : tally::service {
  static constexpr std::uint32_t most = 1u << 16;

  std::uint32_t add(std::uint32_t id, std::uint32_t milliseconds) override {
    const std::uint32_t before = executed[id]++;
    if (before == 0) std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    return before;
  }
  std::uint32_t look(std::uint32_t id, std::uint32_t milliseconds) override {
    return add(id, milliseconds);
  }

  std::atomic<std::uint8_t> executed[most]{};
};

}  // namespace fixture

#endif  // TEST_RUNTIME_TALLY_H
