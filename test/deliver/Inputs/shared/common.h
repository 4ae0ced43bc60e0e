// What the interfaces of several headers carry: types of no interface, types in the namespace of one, an interface without stubs.
#pragma once
#include <rpc/rpc.h>

#include <cstdint>
#include <string>

namespace common {

enum colour { red, green };

struct node {
  std::int32_t value;
  [[rpc::unique]] node* next;
};

union [[rpc::switch_type(colour)]] either {
  [[rpc::case(red)]] std::int32_t number;
  [[rpc::case(green)]] node* list;
};

template <class T>
struct pair {
  T first;
  T second;
};

struct box {
  colour which;
  [[rpc::switch_is(which)]] either value;
  pair<std::int32_t> numbers;
  struct {
    std::uint8_t small;
  } unnamed;
  std::string text;
};

}  // namespace common

namespace one {
struct held {
  common::box inner;
};
}  // namespace one

namespace [[rpc::interface("2f6a3e1c-8a57-4a5e-9c2f-000000000000", 1, 0), rpc::pointer_default(unique)]] base {
void ping([[rpc::in]] const common::box& box);
}
