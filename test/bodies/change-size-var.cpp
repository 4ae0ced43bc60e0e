// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct buffer { int size; [[rpc::size_is(size)]] char *data; };
struct open { int count; [[rpc::size_is(count)]] int values[1]; };
void parameter([[rpc::in, rpc::out]] int *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] char *a); // expected-note {{to return fewer elements use length_is}}
void field([[rpc::in, rpc::out]] buffer *b);      // expected-note {{to return fewer}}
void last([[rpc::in, rpc::out]] open &o);         // expected-note {{to return fewer}}
void length([[rpc::in]] int n, [[rpc::in, rpc::out]] int *used, [[rpc::in, rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *a);
void made([[rpc::out]] buffer *b);
void replaced([[rpc::in, rpc::out]] buffer *b);
void given([[rpc::out]] int *n, [[rpc::out, rpc::size_is(, *n)]] char **a);
void grown([[rpc::in, rpc::out]] int *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] char *&a);
void kept([[rpc::in, rpc::out]] int *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] char *&a); // expected-note {{to return fewer}} expected-note {{test}}
void value([[rpc::in]] int n, [[rpc::in, rpc::out, rpc::size_is(n)]] char *a);
void scratch([[rpc::in]] buffer *b);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void parameter(int *n, char *) override {
    *n = 9; // expected-warning {{this changes the size of [in, out] parameter 'a', whose memory stays as it is [change-size-var]}}
  }
  void field(buffer *b) override {
    --b->size; // expected-warning {{this changes the size of 'b->data' of [in, out] parameter 'b'}}
  }
  void last(open &o) override {
    o.count += 1; // expected-warning {{this changes the size of 'o.values' of [in, out] parameter 'o'}}
  }
  void kept(int *n, char *&a) override {
    *n = 9; // expected-warning {{this changes the size of [in, out] parameter 'a'}}
    a[0] = 1; // expected-warning {{[in, out] parameter 'a' has no element}}
  }

  // Silent: lengths, new arrays with their sizes, copies, and what does not go back.
  void length(int, int *used, char *) override { *used = 1; }
  void made(buffer *b) override {
    b->size = 3;
    b->data = rpc::allocate_array<char>(3);
  }
  void replaced(buffer *b) override {
    b->data = rpc::allocate_array<char>(3);
    b->size = 3;
  }
  void given(int *n, char **a) override {
    *a = rpc::allocate_array<char>(2);
    *n = 2;
  }
  void grown(int *n, char *&a) override {
    char *larger = rpc::allocate_array<char>(9);
    *n = 9;
    a = larger;
  }
  void value(int n, char *a) override {
    while (n-- > 0)
      *a++ = 0;
  }
  void scratch(buffer *b) override { b->size = 0; }
};
}
