#ifndef OFFICE_H
#define OFFICE_H

#include <rpc/rpc.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace [[rpc::interface("0d6c2f51-7f0e-4a57-9c1e-6b8f0a3d2e11", 2, 1), rpc::pointer_default(unique),
            rpc::endpoint("ncacn_ip_tcp:127.0.0.1[5000]")]] office {

enum colour : std::uint16_t { red, green = 7 };
enum [[rpc::v1_enum]] size : std::uint32_t { small, large = 70000 };

struct node {
  std::int64_t value;
  node* next;
  [[rpc::ptr]] node* other;
};

struct record {
  std::uint8_t count;
  [[rpc::size_is(count), rpc::range(0, 9)]] std::uint8_t* data;
  [[rpc::string]] const char16_t* title;
  std::string text;
  std::optional<double> weight;
  std::shared_ptr<node> owner;
  std::array<std::int16_t, 4> corners;
  std::variant<std::int32_t, std::string> either;
  bool version;
};

struct tail {
  std::uint32_t n;
  [[rpc::size_is(n)]] std::int32_t values[1];
};

union [[rpc::switch_type(colour)]] paint {
  [[rpc::case(red)]] std::int32_t number;
  [[rpc::case(green)]] rpc::none nothing;
  [[rpc::default]] [[rpc::string]] char* name;
};

struct [[rpc::union_switch(level)]] info {
  std::uint32_t level;
  union {
    [[rpc::case(1, 2)]] std::int32_t low;
    [[rpc::case(100)]] node* high;
  } body;
};

struct desk;
using lamp [[rpc::context_handle]] = desk*;
[[rpc::local]] void lamp_rundown(lamp left);

lamp on([[rpc::in]] const std::u16string& name, [[rpc::in]] colour paint);
void store([[rpc::in]] lamp where, [[rpc::in]] const record& what, [[rpc::in]] colour tag,
           [[rpc::in, rpc::switch_is(tag)]] const paint& how);
[[rpc::reserved]] void op2();
void read([[rpc::in]] lamp where, [[rpc::in, rpc::unique]] const std::uint32_t* most,
          [[rpc::in, rpc::out]] std::uint32_t& count,
          [[rpc::out, rpc::size_is(, count), rpc::length_is(, count)]] node** found);
void fill([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n ? n * 2 : 1)]] const tail* const* tails,
          [[rpc::in, rpc::out, rpc::ptrs(ref, ref)]] info** about,
          [[rpc::out, rpc::comm_status]] std::uint32_t* status);
[[rpc::idempotent]] void off([[rpc::in, rpc::out]] lamp* which);
std::int32_t total([[rpc::in]] rpc::pipe<std::int32_t>& numbers, [[rpc::in]] size s);

}  // namespace office

[[rpc::stubs]];

#endif
