// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"

namespace tested {
class list;
class set;
template <class T> class bag {};
}
template <> struct rpc::wire_form<tested::list> {};
template <> struct rpc::wire_form<tested::set>; // declared, and nothing more
template <class T> struct rpc::wire_form<tested::bag<T>> {};

namespace [[INTERFACE]] tested {
struct wire_list { int n; };
class list {};
class set {};
class map {};
using as_list [[rpc::transmit_as(wire_list)]] = list;
using as_set [[rpc::wire_marshal(wire_list)]] = set;
struct [[rpc::represent_as(map)]] wire_map { int n; };
// expected-error@+2 {{[in] parameter 's' has type 'tested::as_set', which nothing makes a 'tested::wire_list' of [xmit-routines-missing]}}
// expected-note@+1 {{specialise 'rpc::wire_form<tested::as_set>' before the stubs, with to_wire and from_wire}}
void a(const as_set &s);
// expected-error@+2 {{the value that 'b' returns has type 'tested::map', which nothing makes a 'tested::wire_map' of}}
// expected-note@+1 {{specialise 'rpc::wire_form<tested::map>'}}
map b();
// expected-error@+3 {{field 'inner' has type 'tested::as_set'}}
// expected-note@+2 {{specialise}}
struct holder {
  as_set inner;
};
void c(const holder &h);
// Silent.
as_list d(const as_list &l);
using as_bag [[rpc::transmit_as(wire_list)]] = bag<int>;
as_bag e();
}

[[rpc::stubs]];
