// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <memory>
#include <string>

namespace [[INTERFACE]] tested {
struct linked { int n; linked *next; };
struct owned { int n; std::unique_ptr<owned> next; std::string text; };
class list {};
using bad [[rpc::transmit_as(linked)]] = list;
using good [[rpc::wire_marshal(owned)]] = list;
// expected-error@+2 {{[in] parameter 'l' travels as 'tested::linked', which holds a plain pointer whose pointee would not be released [xmit-pointer]}}
// expected-note@+1 {{use std::unique_ptr, std::vector or std::string there}}
void a(const bad &l);
// Silent.
good b(const good &l, const linked &plain);
}

template <> struct rpc::wire_form<tested::list> {};

[[rpc::stubs]];
