// What clang drops without an error is an error.
// RUN: %clang -fsyntax-only -Wno-missing-declarations -Xclang -verify %s

struct s {
  [[rpc::stubs]]; // expected-error {{'rpc::stubs' is on no declaration; it belongs on an empty declaration outside of every namespace [attribute-place]}}
  int n;
};

// Members without a name.
struct unnamed {
  int which;
  // expected-error@+2 {{'rpc::switch_is' is on no declaration: the union after it is unnamed [attribute-place]}}
  // expected-note@+1 {{write a name after the '}'; the wire stays the same}}
  [[rpc::switch_is(which)]] union [[rpc::switch_type(int)]] {
    [[rpc::case(1)]] int a;
    // expected-error@+2 {{'rpc::case' is on no declaration: the struct after it is unnamed}}
    // expected-note@+1 {{write a name after the '}'; the wire stays the same}}
    [[rpc::case(2)]] struct { int b; };
  };
  [[rpc::switch_is(which)]] union { [[rpc::case(1)]] int d; } right;
};
