#ifndef TEST_RUNTIME_ECHO_H
#define TEST_RUNTIME_ECHO_H

// Two interfaces with the stubs that the plugin would write for them, so that the runtime is
// tested without it.
#define RPC_HAS_STUBS
#include <rpc/rpc.h>

#include <cstdint>
#include <memory>

namespace echo {

class service {
 public:
  virtual ~service() = default;
  virtual void add_one(std::uint32_t value, std::uint32_t* result) = 0;
  virtual void reverse(std::uint32_t count, std::uint8_t* data) = 0;
  virtual std::uint32_t sleep(std::uint32_t milliseconds) = 0;
  virtual void fail(std::uint32_t how) = 0;
  virtual void fill(std::uint32_t count, std::uint8_t* data) = 0;
};

namespace wire {
struct add_one {
  std::uint32_t value{};
  std::uint32_t* result{};
};
struct reverse {
  std::uint32_t count{};
  std::uint8_t* data{};
};
struct sleep {
  std::uint32_t milliseconds{};
  std::uint32_t return_value{};
};
struct fail {
  std::uint32_t how{};
};
struct fill {
  std::uint32_t count{};
  std::uint8_t* data{};
};
/// Not served: an opnum that the server does not know.
struct unknown {};
}  // namespace wire
}  // namespace echo

namespace other {
class service {
 public:
  virtual ~service() = default;
  virtual std::uint32_t twice(std::uint32_t value) = 0;
};
namespace wire {
struct twice {
  std::uint32_t value{};
  std::uint32_t return_value{};
};
}  // namespace wire
}  // namespace other

namespace rpc {

template <>
struct operation<echo::wire::add_one> {
  using call = echo::wire::add_one;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "add_one";
  using parameters = ndr::parameters<ndr::in<"value", &call::value>,
                                     ndr::out<"result", &call::result, ndr::ref<>>>;
  static void run(echo::service& to, call& c) { to.add_one(c.value, c.result); }
};

template <>
struct operation<echo::wire::reverse> {
  using call = echo::wire::reverse;
  static constexpr std::uint16_t opnum = 1;
  static constexpr char name[] = "reverse";
  static ndr::checked data_size(const call& self) { return ndr::checked(self.count); }
  using parameters =
      ndr::parameters<ndr::in<"count", &call::count>,
                      ndr::in_out<"data", &call::data, ndr::ref<ndr::conformant<&data_size>>>>;
  static void run(echo::service& to, call& c) { to.reverse(c.count, c.data); }
};

// Opnum 2 is not used.
template <>
struct operation<echo::wire::sleep> {
  using call = echo::wire::sleep;
  static constexpr std::uint16_t opnum = 3;
  static constexpr char name[] = "sleep";
  using parameters = ndr::parameters<ndr::in<"milliseconds", &call::milliseconds>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(echo::service& to, call& c) { c.return_value = to.sleep(c.milliseconds); }
};

template <>
struct operation<echo::wire::fail> {
  using call = echo::wire::fail;
  static constexpr std::uint16_t opnum = 4;
  static constexpr char name[] = "fail";
  using parameters = ndr::parameters<ndr::in<"how", &call::how>>;
  static void run(echo::service& to, call& c) { to.fail(c.how); }
};

template <>
struct operation<echo::wire::fill> {
  using call = echo::wire::fill;
  static constexpr std::uint16_t opnum = 5;
  static constexpr char name[] = "fill";
  static ndr::checked data_size(const call& self) { return ndr::checked(self.count); }
  using parameters =
      ndr::parameters<ndr::in<"count", &call::count>,
                      ndr::out<"data", &call::data, ndr::ref<ndr::conformant<&data_size>>>>;
  static void run(echo::service& to, call& c) { to.fill(c.count, c.data); }
};

template <>
struct operation<echo::wire::unknown> {
  static constexpr std::uint16_t opnum = 2;
  static constexpr char name[] = "unknown";
  using parameters = ndr::parameters<>;
};

template <>
struct interface<echo::service> {
  static constexpr char name[] = "echo";
  static constexpr syntax_id id{uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};
  using operations = operation_list<echo::wire::add_one, echo::wire::reverse, echo::wire::sleep,
                                    echo::wire::fail, echo::wire::fill>;
};

template <>
struct operation<other::wire::twice> {
  using call = other::wire::twice;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "twice";
  using parameters = ndr::parameters<ndr::in<"value", &call::value>,
                                     ndr::result<"return value", &call::return_value>>;
  static void run(other::service& to, call& c) { c.return_value = to.twice(c.value); }
};

template <>
struct interface<other::service> {
  static constexpr char name[] = "other";
  static constexpr syntax_id id{uuid{"01020304-0506-0708-090a-0b0c0d0e0f10"}, 2, 3};
  using operations = operation_list<other::wire::twice>;
};

}  // namespace rpc

namespace echo {
template <class Binding>
class basic_client {
 public:
  explicit basic_client(const Binding& to) : binding_(to) {}
  explicit operator const Binding&() const { return binding_; }

  rpc::returned<Binding, void> add_one(std::uint32_t value, std::uint32_t* result) const {
    return rpc::invoke(binding_, wire::add_one{value, result});
  }
  rpc::returned<Binding, void> reverse(std::uint32_t count, std::uint8_t* data) const {
    return rpc::invoke(binding_, wire::reverse{count, data});
  }
  rpc::returned<Binding, std::uint32_t> sleep(std::uint32_t milliseconds) const {
    return rpc::invoke(binding_, wire::sleep{milliseconds});
  }
  rpc::returned<Binding, void> fail(std::uint32_t how) const {
    return rpc::invoke(binding_, wire::fail{how});
  }
  rpc::returned<Binding, void> fill(std::uint32_t count, std::uint8_t* data) const {
    return rpc::invoke(binding_, wire::fill{count, data});
  }
  rpc::returned<Binding, void> unknown() const { return rpc::invoke(binding_, wire::unknown{}); }
  rpc::ndr::syntax syntax() const { return binding_.syntax(); }

 private:
  Binding binding_;
};

class client : public basic_client<rpc::binding> {
 public:
  explicit client(const rpc::connection& peer)
      : basic_client(
            rpc::binding(peer, rpc::interface<service>::id, rpc::interface<service>::name)) {}
  using basic_client::add_one;
  std::uint32_t add_one(std::uint32_t value) const {
    std::uint32_t result = 0;
    add_one(value, &result);
    return result;
  }
};
}  // namespace echo

namespace other {
class client {
 public:
  explicit client(const rpc::connection& peer)
      : binding_(peer, rpc::interface<service>::id, rpc::interface<service>::name) {}
  std::uint32_t twice(std::uint32_t value) const {
    return rpc::invoke(binding_, wire::twice{value});
  }

 private:
  rpc::binding binding_;
};
}  // namespace other

#endif  // TEST_RUNTIME_ECHO_H
