// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(std::int16_t)]] narrow {
  // expected-error@+1 {{case 70000 of union arm 'a' does not fit the switch_type 'std::int16_t' [union-case-range]}}
  [[rpc::case(70000)]] int a;
  [[rpc::case(-32768, 32767)]] int b;
};
union [[rpc::switch_type(std::uint8_t)]] byte {
  // expected-error@+1 {{case -1 of union arm 'a' does not fit}}
  [[rpc::case(-1)]] int a;
  // expected-error@+1 {{case 256 of union arm 'b' does not fit}}
  [[rpc::case(255, 256)]] int b;
};
union [[rpc::switch_type(bool)]] yes {
  [[rpc::case(0)]] int a;
  // expected-error@+1 {{case 2 of union arm 'b' does not fit the switch_type 'bool'}}
  [[rpc::case(1, 2)]] int b;
};
union [[rpc::switch_type(std::uint32_t)]] wide {
  [[rpc::case(0, 0xffffffff)]] int a;
};
constexpr char low = '\xfe';
union [[rpc::switch_type(char)]] letter {
  [[rpc::case('a', '\xff')]] int a;
  [[rpc::case(low)]] int b;
};
void a(std::int16_t s, std::uint8_t b, bool y, std::uint32_t w, char l, [[rpc::switch_is(s)]] narrow n,
       [[rpc::switch_is(b)]] byte c, [[rpc::switch_is(y)]] yes d, [[rpc::switch_is(w)]] wide e, [[rpc::switch_is(l)]] letter f);
}

[[rpc::stubs]];
