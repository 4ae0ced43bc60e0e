// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct buffer { int size; [[rpc::size_is(size)]] char *data; };
void top([[rpc::in]] int n, [[rpc::in, rpc::out, rpc::size_is(n)]] char *a); // expected-note {{allocate new memory with rpc::allocate and copy}}
void embedded([[rpc::in]] buffer *b);             // expected-note {{allocate new memory}}
void both([[rpc::in, rpc::out]] buffer **b);      // expected-note {{allocate new memory}}
void fresh([[rpc::in]] int n);
void copied([[rpc::in]] buffer *b);
void replaced([[rpc::in, rpc::out]] buffer *b);
void null([[rpc::out]] buffer *b);
void unknown([[rpc::in]] buffer *b);
}

[[rpc::stubs]];

char *pick(tested::buffer *);

namespace tested {
struct implementation : service {
  void top(int, char *a) override {
    char *more = static_cast<char *>(realloc(a, 100)); // expected-warning {{'realloc' releases what [in, out] parameter 'a' points to, which belongs to the stub and may be part of the message [realloc-stub-owned]}}
    (void)more;
  }
  void embedded(buffer *b) override {
    b->data = static_cast<char *>(realloc(b->data, 100)); // expected-warning {{'realloc' releases what 'b->data' of [in] parameter 'b' points to}}
  }
  void both(buffer **b) override {
    if (*b)
      *b = static_cast<buffer *>(realloc(*b, 100)); // expected-warning {{'realloc' releases what '*b' of [in, out] parameter 'b' points to}} expected-warning {{foreign-allocator}}
  }

  // Silent.
  void fresh(int n) override {
    char *p = nullptr;
    for (int i = 0; i < n; ++i)
      p = static_cast<char *>(realloc(p, 10));
    free(p);
  }
  void copied(buffer *b) override {
    char *copy = static_cast<char *>(malloc(1));
    copy[0] = b->size > 0 ? b->data[0] : 0;
    free(realloc(copy, 2));
  }
  void replaced(buffer *b) override {
    b->data = static_cast<char *>(malloc(10));
    free(realloc(b->data, 20));
    b->data = nullptr;
  }
  void null(buffer *b) override { free(realloc(b->data, 0)); }
  void unknown(buffer *b) override { free(realloc(pick(b), 1)); }
};
}
