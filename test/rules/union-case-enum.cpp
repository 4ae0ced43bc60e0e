// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum level { low = 1, high = 4 };
union [[rpc::switch_type(level)]] value {
  [[rpc::case(low)]] int a;
  // expected-error@+1 {{case 2 of union arm 'b' is not a value of 'level', the union's switch_type [union-case-enum]}}
  [[rpc::case(2, high)]] int b;
};
using alias = level;
union [[rpc::switch_type(alias)]] other {
  // expected-error@+1 {{case 0 of union arm 'a' is not a value of 'level'}}
  [[rpc::case(0)]] rpc::none a;
  [[rpc::case(4)]] int b;
};
void a(level tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] other o);
}

[[rpc::stubs]];
