// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum level { low, high };
union value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};
// expected-error@+1 {{union_switch(kind) needs 'missing' to have two fields: the discriminant 'kind', then a union [union-switch]}}
struct [[rpc::union_switch(kind)]] missing { int tag; value v; };
// expected-error@+1 {{union_switch(tag) needs 'reversed' to have two fields}}
struct [[rpc::union_switch(tag)]] reversed { value v; int tag; };
// expected-error@+1 {{union_switch(tag) needs 'longer' to have two fields}}
struct [[rpc::union_switch(tag)]] longer { int tag; value v; int more; };
// expected-error@+1 {{union_switch(tag) needs 'pointed' to have two fields}}
struct [[rpc::union_switch(tag)]] pointed { int tag; value *v; };
struct [[rpc::union_switch(tag)]] twice {
  int tag;
  // expected-error@+1 {{union_switch says what selects from 'v', which needs no switch_is}}
  [[rpc::switch_is(tag)]] value v;
};
// expected-error@+1 {{the discriminant of field 'v', 'tag', has type 'double' and must be an integer}}
struct [[rpc::union_switch(tag)]] real { double tag; value v; };
union [[rpc::switch_type(short)]] narrow { [[rpc::case(1)]] int number; };
// expected-error@+1 {{the discriminant of field 'v', 'tag', has type 'int', which is wider than the union's switch_type 'short'}}
struct [[rpc::union_switch(tag)]] wide { int tag; narrow v; };
void a(missing m, reversed r, longer l, pointed p, twice t, real d, wide w);

// Silent.
struct [[rpc::union_switch(tag)]] named { int tag; value v; };
struct [[rpc::union_switch(tag)]] unnamed {
  level tag;
  union {
    [[rpc::case(low)]] int number;
    [[rpc::case(high)]] named inner;
  } u;
};
named b(named n, unnamed u, int size, [[rpc::in, rpc::size_is(size)]] unnamed *all);
}

[[rpc::stubs]];
