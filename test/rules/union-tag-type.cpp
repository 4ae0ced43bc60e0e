// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum level { low, high };
// expected-error@+2 {{nothing gives the type of the discriminant of union 'untyped' [union-tag-type]}}
// expected-note@+1 {{write 'union [[rpc::switch_type(std::uint32_t)]] untyped'}}
union untyped { [[rpc::case(1)]] int number; };
// expected-error@+1 {{the discriminant of union 'wide' has type 'std::int64_t' and must be an integer of at most 32 bits, a char, a bool or an enumeration}}
union [[rpc::switch_type(std::int64_t)]] wide { [[rpc::case(1)]] int number; };
// expected-error@+1 {{the discriminant of union 'real' has type 'double'}}
union [[rpc::switch_type(double)]] real { [[rpc::case(1)]] int number; };
// expected-error@+1 {{the discriminant of union 'lengthy' has type 'long'}}
union [[rpc::switch_type(long)]] lengthy { [[rpc::case(1)]] int number; };
// expected-error@+1 {{the discriminant of union 'missing' has type 'nowhere'}}
union [[rpc::switch_type(nowhere)]] missing { [[rpc::case(1)]] int number; };
void a(int tag, [[rpc::switch_is(tag & 7)]] untyped u, [[rpc::switch_is(tag)]] wide w,
       [[rpc::switch_is(tag)]] real r, [[rpc::switch_is(tag)]] lengthy l,
       [[rpc::switch_is(tag)]] missing m);

// Silent: without switch_type it is the type of the discriminant.
union implied { [[rpc::case(high)]] int number; };
union implied_too { [[rpc::case('a')]] int number; };
struct holder { level l; [[rpc::switch_is(l)]] implied u; };
void c(holder h, [[rpc::in]] level *l, [[rpc::switch_is(*l)]] implied u, [[rpc::in]] char &n, [[rpc::switch_is(n)]] implied_too v);
union [[rpc::switch_type(std::uint8_t)]] small { [[rpc::case(1)]] int number; };
union [[rpc::switch_type(level)]] named { [[rpc::case(high)]] int number; };
union [[rpc::switch_type(bool)]] yes { [[rpc::case(1)]] int number; };
union [[rpc::switch_type(char)]] letter { [[rpc::case('a')]] int number; };
void b(std::uint8_t s, level n, bool y, char l, [[rpc::switch_is(s)]] small a,
       [[rpc::switch_is(n)]] named b, [[rpc::switch_is(y)]] yes c, [[rpc::switch_is(l)]] letter d);
}

[[rpc::stubs]];
