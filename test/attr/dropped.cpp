// What clang drops without an error is an error.
// RUN: %clang -fsyntax-only -Wno-missing-declarations -Xclang -verify %s

struct s {
  [[rpc::stubs]]; // expected-error {{'rpc::stubs' is on no declaration; it belongs on an empty declaration outside of every namespace [attribute-place]}}
  int n;
};
