// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <array>
#include <string>

namespace [[INTERFACE]] tested {
struct node { int n; [[rpc::unique]] node *next; };
struct text { [[rpc::string]] char s[8]; };
struct part { int n; [[rpc::length_is(n)]] int a[8]; };
struct open { int n; [[rpc::size_is(n)]] int a[1]; };
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] int i; };
struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
enum class colour : std::uint16_t { red };
enum class [[rpc::v1_enum]] shade : std::uint32_t { dark };
using seconds = std::int64_t;
struct [[rpc::transmit_as(seconds)]] when { int year; };
using wide [[rpc::int3264]] = std::int64_t;
struct sized { [[rpc::int3264]] std::int64_t n; };
using name [[rpc::string]] = char[8];
// expected-error@+2 {{[in] parameter 'p' is a pipe of 'tested::node', which holds 'tested::node *', a pointer [pipe-element]}}
// expected-note@+1 {{use numbers, enumerations with [v1_enum], and structs and std::array of such}}
void a([[rpc::in]] rpc::pipe<node> &p);
// expected-error@+1 {{is a pipe of 'int *', a pointer [pipe-element]}}
void b([[rpc::in]] rpc::pipe<int *> &p);
// expected-error@+1 {{is a pipe of 'tested::text', which holds 'char[8]', which has no fixed size on the wire [pipe-element]}}
void c([[rpc::in]] rpc::pipe<text> &p);
// expected-error@+1 {{is a pipe of 'tested::part', which holds 'int[8]', which has no fixed size on the wire [pipe-element]}}
void d([[rpc::in]] rpc::pipe<part> &p);
// expected-error@+1 {{[out] parameter 'p' is a pipe of 'tested::open', which holds 'int[]', which has no fixed size on the wire [pipe-element]}}
void e([[rpc::out]] rpc::pipe<open> &p);
// expected-error@+1 {{is a pipe of 'std::string', which has no fixed size on the wire [pipe-element]}}
void f([[rpc::in]] rpc::pipe<std::string> &p);
// expected-error@+1 {{is a pipe of 'tested::tagged', which holds 'tested::value', a union [pipe-element]}}
void g([[rpc::in]] rpc::pipe<tagged> &p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'rpc::pipe<tested::value>' holds a union without its discriminant [not-standard-layout]}}
void h([[rpc::in]] rpc::pipe<value> &p);
// expected-error@+1 {{is a pipe of 'tested::colour', an enumeration without [v1_enum] [pipe-element]}}
void i([[rpc::in]] rpc::pipe<colour> &p);
// expected-error@+1 {{is a pipe of 'tested::when', which travels as another type [pipe-element]}}
void j([[rpc::in]] rpc::pipe<when> &p);
// expected-error@+1 {{is a pipe of 'rpc::pipe<int>', which is not data [pipe-element]}}
void k([[rpc::in]] rpc::pipe<rpc::pipe<int>> &p);
// expected-error@+1 {{is a pipe of 'const int', which cannot be received [pipe-element]}}
void l([[rpc::in]] rpc::pipe<const int> &p);
// expected-error@+1 {{is a pipe of 'int[3]', which C++ does not copy [pipe-element]}}
void m([[rpc::in]] rpc::pipe<int[3]> &p);
// expected-error@+1 {{is a pipe of 'char[8]', which has no fixed size on the wire [pipe-element]}}
void n([[rpc::in]] rpc::pipe<name> &p);
// expected-error@+1 {{[in] parameter 'p' has type 'long'}}
void o([[rpc::in]] rpc::pipe<long> &p);
// expected-error@+1 {{is a pipe of 'tested::wide', which has no fixed size on the wire [pipe-element]}}
void q([[rpc::in]] rpc::pipe<wide> &p);
// expected-error@+1 {{is a pipe of 'tested::sized', which holds 'std::int64_t', which has no fixed size on the wire [pipe-element]}}
void r([[rpc::in]] rpc::pipe<sized> &p);

// Silent.
struct flat { int n[3]; shade c; struct { double d; bool b; } inner; std::array<char16_t, 4> a; };
using bytes = rpc::pipe<std::int64_t>;
template <class T> using stream = rpc::pipe<T>;
void y([[rpc::in]] rpc::pipe<flat> &p, [[rpc::out]] bytes &q, [[rpc::in, rpc::out]] stream<std::array<shade, 2>> &r);
void z([[rpc::in, rpc::range(1, 9)]] rpc::pipe<int> &p);
}

template <> struct rpc::wire_form<tested::when> {};

[[rpc::stubs]];
