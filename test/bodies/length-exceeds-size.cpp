// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct text { int used; [[rpc::length_is(used)]] char16_t characters[16]; };
void more([[rpc::in]] int n, [[rpc::out]] int *used, [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *a);
void constant([[rpc::out]] int *used, [[rpc::out, rpc::size_is(8), rpc::length_is(*used)]] char *a);
void negative([[rpc::out]] int &used, [[rpc::out, rpc::size_is(8), rpc::length_is(used)]] char *a);
void field([[rpc::in, rpc::out]] text *t);
void all([[rpc::in]] int n, [[rpc::out]] int *used, [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *a);
void fewer([[rpc::in]] int n, [[rpc::out]] int *used, [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *a);
void counted([[rpc::out]] int *used, [[rpc::out, rpc::size_is(8), rpc::length_is(*used)]] char *a);
void other([[rpc::in]] int n, [[rpc::in]] int m, [[rpc::out]] int *used, [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *a);
void full([[rpc::in, rpc::out]] text *t);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void more(int n, int *used, char *) override {
    *used = n + 1; // expected-warning {{this would send more elements than 'n', its size, of [out] parameter 'a' [length-exceeds-size]}}
  }
  void constant(int *used, char *) override {
    *used = 9; // expected-warning {{this would send 9 elements of 8, of [out] parameter 'a'}}
  }
  void negative(int &used, char *) override {
    used = -1; // expected-warning {{this would send a negative number of elements, of [out] parameter 'a'}}
  }
  void field(text *t) override {
    t->used = 17; // expected-warning {{this would send 17 elements of 16, of 't->characters' of [in, out] parameter 't'}}
  }

  // Silent: what fits, and what is not known.
  void all(int n, int *used, char *) override { *used = n; }
  void fewer(int n, int *used, char *) override { *used = n - 1; }
  void counted(int *used, char *a) override {
    for (*used = 0; *used < 8; ++*used)
      a[*used] = 1;
  }
  void other(int, int m, int *used, char *) override { *used = m + 1; }
  void full(text *t) override { t->used = 16; }
};
}
