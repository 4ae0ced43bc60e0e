// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
int variable;
union [[rpc::switch_type(int)]] value {
  // expected-error@+1 {{case(variable) of union arm 'a' needs integer constants [union-case-const]}}
  [[rpc::case(variable)]] int a;
  // expected-error@+1 {{case(1, a) of union arm 'b' needs integer constants}}
  [[rpc::case(1, a)]] int b;
};
enum { three = 3 };
constexpr int four = 4;
union [[rpc::switch_type(int)]] right {
  [[rpc::case(-1, 2)]] int a;
  [[rpc::case(three, four, 'x', 1 << 8)]] int b;
};
void a(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] right r);
}

[[rpc::stubs]];
