// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using text [[rpc::string]] = char *;
struct s {
  int n;
  [[rpc::string, rpc::length_is(n)]] char p[8];    // expected-error {{field 'p' is a string, which begins at its first character and ends at its zero, and cannot have length_is [string-with-length]}}
};
void a(int n, [[rpc::in, rpc::size_is(n), rpc::last_is(n - 1)]] text p, [[rpc::in]] s *q); // expected-error {{cannot have last_is}}

// Silent: the part of an array of strings.
void b(int n, [[rpc::in, rpc::length_is(n)]] text p[8], [[rpc::in, rpc::string, rpc::size_is(n)]] char *q, [[rpc::in, rpc::size_is(n), rpc::length_is(n / 2)]] char *r);
}

[[rpc::stubs]];
