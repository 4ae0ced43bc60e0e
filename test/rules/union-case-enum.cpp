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
// expected-note@+1 4 {{the other enumeration is declared here}}
enum other_level { other_low = 1, other_high = 4 };
enum class grade { one = 1 };           // expected-note {{the other enumeration is declared here}}
typedef enum { t_low = 1 } typed_level; // expected-note {{the other enumeration is declared here}}
constexpr other_level chosen = other_high;
enum { nameless = 4 };
constexpr int number = 4;
using aliased = other_level;
union [[rpc::switch_type(level)]] strange {
  // expected-error@+1 {{case 1 of union arm 'a' is of another enumeration than 'level', the union's switch_type [union-case-enum]}}
  [[rpc::case(other_low)]] rpc::none a;
  [[rpc::case(high, other_high)]] int b; // expected-error {{case 4 of union arm 'b' is of another enumeration}} expected-error {{case 4 already selects 'b'}}
};
union [[rpc::switch_type(alias)]] stranger {
  [[rpc::case(chosen)]] rpc::none a; // expected-error {{case 4 of union arm 'a' is of another}}
  [[rpc::case(aliased::other_low)]] int b; // expected-error {{case 1 of union arm 'b' is of another}}
};
union scoped {
  [[rpc::case(grade::one)]] rpc::none a; // expected-error {{case 1 of union arm 'a' is of another}}
  [[rpc::default]] int b;
};
union scoped_too {
  [[rpc::case(t_low)]] rpc::none a; // expected-error {{case 1 of union arm 'a' is of another}}
  [[rpc::default]] int b;
};
// Right: numbers, what is cast, and an integer that selects.
union [[rpc::switch_type(level)]] numbers {
  [[rpc::case(1)]] rpc::none a;
  [[rpc::case(nameless)]] int b;
};
union [[rpc::switch_type(level)]] cast {
  [[rpc::case(int(other_low))]] rpc::none a;
  [[rpc::case(number)]] int b;
};
union [[rpc::switch_type(std::uint32_t)]] integers {
  [[rpc::case(other_low)]] rpc::none a;
  [[rpc::case(grade::one + 1)]] int b;
};
void b(level tag, [[rpc::switch_is(tag)]] strange s, [[rpc::switch_is(tag)]] stranger t, [[rpc::switch_is(tag)]] scoped u, [[rpc::switch_is(tag)]] scoped_too w);
void c(level tag, std::uint32_t n, [[rpc::switch_is(tag)]] numbers s, [[rpc::switch_is(tag)]] cast t, [[rpc::switch_is(n)]] integers u);
void a(level tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] other o);
}

[[rpc::stubs]];
