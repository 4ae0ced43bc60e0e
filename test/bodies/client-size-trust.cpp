// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct request { int count; int table; [[rpc::range(0, 99)]] int few; };
void memory([[rpc::in]] int n, [[rpc::out, rpc::size_is(, n)]] char **a);     // expected-note {{compare it with a limit first, or declare it with [[rpc::range(0, limit)]]}}
void narrow([[rpc::in]] std::uint16_t n, [[rpc::out, rpc::size_is(, n)]] char **a);
void object([[rpc::in]] const request *r);                 // expected-note {{compare it}}
void copied([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] const char *a); // expected-note {{compare it}}
void index([[rpc::in]] int n, [[rpc::out]] int *r);        // expected-note {{compare it}}
void counted([[rpc::in]] int n, [[rpc::out]] int *r);      // expected-note {{compare it}}
void waited([[rpc::in]] std::uint8_t n, [[rpc::out]] int *r); // expected-note {{compare it}}
void enough([[rpc::in]] std::uint8_t n, [[rpc::out]] int *r);
void small([[rpc::in, rpc::range(0, 4)]] int n, [[rpc::out]] int *r);
void stopped([[rpc::in]] int n, [[rpc::out]] int *r);
void left([[rpc::in]] int n, [[rpc::out]] int *r);
void masked([[rpc::in]] int n, [[rpc::out]] int *r);
void known([[rpc::in]] int n, [[rpc::out]] int *r);
void lowered([[rpc::in]] int n, [[rpc::out]] int *r);
void compared([[rpc::in]] int n, [[rpc::out, rpc::size_is(, n)]] char **a);
void ranged([[rpc::in]] const request *r);
void sized([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] const char *a);
void clamped([[rpc::in]] int n, [[rpc::out, rpc::size_is(, n)]] char **a);
void own([[rpc::in]] int n, [[rpc::out, rpc::size_is(, n)]] char **a);
void checked([[rpc::in]] int n, [[rpc::out]] int *r);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void memory(int n, char **a) override {
    *a = rpc::allocate_array<char>(n); // expected-warning {{the client chooses [in] parameter 'n', and nothing bounds it where it is the size of new memory [client-size-trust]}}
  }
  void narrow(std::uint16_t n, char **a) override { *a = rpc::allocate_array<char>(n); }
  void object(const request *r) override {
    int *a = new int[r->count]; // expected-warning {{the client chooses 'r->count' of [in] parameter 'r'}}
    delete[] a;
  }
  void copied(int n, const char *a) override {
    char here[16];
    memcpy(here, a, n); // expected-warning {{where it is the size of what is written to an array}}
  }
  void index(int n, int *r) override {
    int squares[] = {0, 1, 4, 9};
    *r = squares[n]; // expected-warning {{where it is an index of an array}}
  }
  void counted(int n, int *r) override {
    int all[16] = {};
    for (int i = 0; i < n; ++i)
      all[i] = i; // expected-warning {{the client chooses [in] parameter 'n', and nothing bounds it where it is how far an index of an array counts}}
    *r = all[0];
  }
  void waited(std::uint8_t n, int *r) override {
    int all[16] = {};
    int i = 0;
    while (n != i)
      all[i++] = 1;
    for (int j = 1; j <= n; j++)
      *r += all[j]; // expected-warning {{nothing bounds it where it is how far}}
  }

  // Silent.
  void enough(std::uint8_t n, int *r) override {
    int all[256] = {};
    for (int i = 0; i < n; ++i)
      *r += all[i];
  }
  void small(int n, int *r) override {
    int all[4] = {};
    for (int i = 0; i < n; ++i)
      *r += all[i];
  }
  void stopped(int n, int *r) override {
    int all[4] = {};
    for (int i = 0; i < n && i < 4; ++i)
      *r += all[i];
  }
  void left(int n, int *r) override {
    int all[4] = {};
    for (int i = 0; i < n; ++i) {
      if (i == 4)
        break;
      *r += all[i];
    }
  }
  void masked(int n, int *r) override {
    int all[4] = {};
    for (int i = 0, j = 0; i < n; ++i, j = (j + 1) % 4)
      *r += all[i % 4] + all[j];
  }
  void known(int n, int *r) override {
    int all[4] = {};
    if (n > 4)
      return;
    for (int i = 0; i < n; ++i)
      *r += all[i];
  }
  void lowered(int n, int *r) override {
    int all[4] = {};
    n %= 4;
    for (int i = 0; i < n; ++i)
      *r += all[i];
  }
  void compared(int n, char **a) override {
    if (n > 100)
      throw rpc::error(rpc::status::call_failed);
    *a = rpc::allocate_array<char>(n);
  }
  void ranged(const request *r) override { delete[] new int[r->few]; }
  void sized(int n, const char *a) override {
    char *copy = new char[n];
    memcpy(copy, a, n);
    delete[] copy;
  }
  void clamped(int n, char **a) override { *a = rpc::allocate_array<char>(std::min(n, 100)); }
  void own(int, char **a) override {
    int n = 100;
    *a = rpc::allocate_array<char>(n);
  }
  void checked(int n, int *r) override {
    int squares[] = {0, 1, 4, 9};
    *r = n >= 0 && n < 4 ? squares[n] : 0;
  }
};
}
