#ifndef PRESENTED_H
#define PRESENTED_H

#include <rpc/rpc.h>

#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

// Types that travel as others, by each of the four attributes.

/// A class of the user.
class money {
 public:
  money() = default;
  explicit money(std::int64_t cents) : cents_(cents) {}
  [[nodiscard]] std::int64_t cents() const { return cents_; }

 private:
  std::int64_t cents_ = 0;
};

// wire_marshal: as transmit_as, here of a definition.
class [[rpc::wire_marshal(std::uint16_t)]] angle {
 public:
  [[nodiscard]] double degrees() const { return degrees_; }
  void turn(double by) { degrees_ += by; }

 private:
  double degrees_ = 0;
};

namespace [[rpc::interface("3b1de1b1-6d0e-4f63-9d7c-07d90f4bb5a1", 1, 0)]] presented {

// transmit_as: this name of the type travels as the other one.
using wire_time = std::int64_t;
using when [[rpc::transmit_as(wire_time)]] = std::chrono::sys_seconds;
using array = std::vector<std::int32_t>;
using list [[rpc::transmit_as(array)]] = std::list<std::int32_t>;

// represent_as: wherever the program has a money, an amount travels.
struct [[rpc::represent_as(money)]] amount {
  std::string currency;
  std::int64_t cents;
};

// user_marshal: the same by another name, here of a class of the standard library.
struct entry {
  std::string key;
  std::string value;
};
using dictionary = std::map<std::string, std::string>;
using entries [[rpc::user_marshal(dictionary)]] = std::vector<entry>;

struct bill {
  when due;
  money sum;
  std::vector<money> parts;
};

when tomorrow(when now);
money add([[rpc::in]] const money& a, [[rpc::in]] const money& b);
void negate([[rpc::in, rpc::out]] money& sum);
bill pay([[rpc::in]] const bill& b);
angle opposite([[rpc::in]] angle to);
list reversed([[rpc::in]] const list& numbers);
dictionary inverted([[rpc::in]] const dictionary& words);

}  // namespace presented

template <>
struct rpc::wire_form<std::chrono::sys_seconds> {
  static std::int64_t to_wire(std::chrono::sys_seconds value) {
    return value.time_since_epoch().count();
  }
  static std::chrono::sys_seconds from_wire(std::int64_t wire) {
    return std::chrono::sys_seconds(std::chrono::seconds(wire));
  }
};

template <>
struct rpc::wire_form<std::list<std::int32_t>> {
  static std::vector<std::int32_t> to_wire(const std::list<std::int32_t>& value) {
    return {value.begin(), value.end()};
  }
  static std::list<std::int32_t> from_wire(const std::vector<std::int32_t>& wire) {
    return {wire.begin(), wire.end()};
  }
};

template <>
struct rpc::wire_form<money> {
  static presented::amount to_wire(const money& value) {
    if (value.cents() == 13) throw std::domain_error("an unlucky amount");
    return {"EUR", value.cents()};
  }
  static money from_wire(const presented::amount& wire) {
    if (wire.cents == 13 || wire.cents == 17)
      throw std::domain_error("an amount that nobody wants");
    return money(wire.cents);
  }
};

template <>
struct rpc::wire_form<angle> {
  static std::uint16_t to_wire(const angle& value) {
    return static_cast<std::uint16_t>(value.degrees());
  }
  static angle from_wire(std::uint16_t wire) {
    angle value;
    value.turn(wire);
    return value;
  }
};

template <>
struct rpc::wire_form<presented::dictionary> {
  static std::vector<presented::entry> to_wire(const presented::dictionary& value) {
    std::vector<presented::entry> wire;
    for (const auto& [key, text] : value) wire.push_back({key, text});
    return wire;
  }
  static presented::dictionary from_wire(const std::vector<presented::entry>& wire) {
    presented::dictionary value;
    for (const presented::entry& e : wire) value[e.key] = e.value;
    return value;
  }
};

[[rpc::stubs]];

#endif
