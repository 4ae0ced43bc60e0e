// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <vector>

namespace [[INTERFACE]] tested {
class list {};
struct [[rpc::represent_as(list)]] open {
  std::uint32_t n;
  [[rpc::size_is(n)]] double values[1];
};
class tree {};
using numbers [[rpc::user_marshal(tree)]] = std::vector<double>;
// expected-error@+2 {{[in] parameter 'l' travels as 'tested::open', which has no fixed size [xmit-conformant]}}
// expected-note@+1 {{let it travel as a std::vector}}
void a(const list &l);
// Silent.
tree b(const tree &t);
}

template <> struct rpc::wire_form<tested::list> {};
template <> struct rpc::wire_form<tested::tree> {};

[[rpc::stubs]];
