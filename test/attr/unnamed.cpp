// A member without a name has no attributes. Clang 14 gives it them, and its type is refused where it travels.
// UNSUPPORTED: clang-14
// RUN: %clang -fsyntax-only -Wno-missing-declarations -Xclang -verify %s

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
