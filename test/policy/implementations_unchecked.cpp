// An error keeps the rules over implementations and clients from running, which is said once.
// RUN: %clang -fplugin-arg-rpcgen-bodies -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DSILENCED -Xclang -verify=silenced %s
// RUN: %clang -fplugin-arg-rpcgen-bodies -fsyntax-only -DRIGHT -Xclang -verify=right %s
// RUN: %clang -fplugin-arg-rpcgen-bodies -fsyntax-only -DCALLER -Xclang -verify=caller %s
// RUN: %clang -fplugin-arg-rpcgen-bodies -fsyntax-only -DHEADER -Xclang -verify=header %s
#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20183", 1, 0), rpc::pointer_default(unique)]] tested {
int follow([[rpc::in, rpc::unique]] const int *n);
#ifndef RIGHT
// expected-error@+5 {{[string-bad-type]}}
// silenced-error@+4 {{[string-bad-type]}}
// caller-error@+3 {{[string-bad-type]}}
// header-error@+2 {{[string-bad-type]}}
// expected-note@+1 0+ {{}} silenced-note@+1 0+ {{}} caller-note@+1 0+ {{}} header-note@+1 0+ {{}}
void wrong([[rpc::in, rpc::string]] double *d);
#endif
}
[[rpc::stubs]];

#ifdef CALLER
// caller-warning@+1 {{because of errors, no implementation and no client of this file is checked; correct the errors first [implementations-unchecked]}}
int call(const tested::client &c) { return c.follow(nullptr); }
#elif !defined(HEADER)
struct first : tested::service {
  // right-warning@+2 {{[unchecked-null]}}
  // expected-warning@+1 {{because of errors, no implementation and no client of this file is checked; correct the errors first [implementations-unchecked]}}
  int follow(const int *n) override { return *n; }
};
struct second : tested::service {
  // right-warning@+1 {{[unchecked-null]}}
  int follow(const int *n) override { return *n; }
};
#endif
// right-note@* 0+ {{}}
