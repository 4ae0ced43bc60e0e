// RUN: %clang -fsyntax-only -Xclang -verify %s

[[rpc::in]] void f(int n);           // expected-error {{'rpc::in' belongs on a parameter, not on a function [attribute-place]}}
void g([[rpc::case(1)]] int n);      // expected-error {{'rpc::case' belongs on a union arm, not on a parameter [attribute-place]}}
struct [[rpc::v1_enum]] s {          // expected-error {{'rpc::v1_enum' belongs on an enumeration, not on a struct}}
  [[rpc::default]] int n;            // expected-error {{'rpc::default' belongs on a union arm, not on a field}}
  [[rpc::out]] static int m;         // expected-error {{'rpc::out' belongs on a parameter}}
};
union u {
  [[rpc::in]] int n;                 // expected-error {{'rpc::in' belongs on a parameter, not on a union arm}}
};
enum e {
  one [[rpc::v1_enum]]               // expected-error {{'rpc::v1_enum' belongs on an enumeration, not on an enumerator}}
};
using alias [[rpc::out]] = int *;    // expected-error {{'rpc::out' belongs on a parameter, not on a type alias}}
namespace [[rpc::string]] n {}       // expected-error {{'rpc::string' belongs on a function, a parameter, a field, a union arm or a type alias, not on a namespace}}
namespace [[rpc::interface]] {}      // expected-error {{'rpc::interface' belongs on a namespace}}
[[rpc::unique]] int variable;        // expected-error {{'rpc::unique' belongs on}}

namespace inner {
[[rpc::stubs]];                      // expected-error {{'rpc::stubs' belongs on an empty declaration outside of every namespace}}
}

// Of a member without a name.
struct unnamed_union {
  int which;
  // expected-error@+2 {{'rpc::switch_is' belongs on a parameter, a field or a union arm, not on a union [attribute-place]}}
  // expected-note@+1 {{write it before the declaration, and a name after the '}'}}
  union [[rpc::switch_is(which)]] { [[rpc::case(1)]] int c; };
};
// expected-error@+1 {{'rpc::switch_is' belongs on a parameter, a field or a union arm, not on a union}}
union [[rpc::switch_is(which)]] named_union { [[rpc::case(1)]] int c; };
