// Callers: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_callers {
using namespace works;
static folder *cached;
int w1(const client &c) {
  c.home(1); // expected-warning {{[orphan-client]}}
  return 0;
}
int w2(const client &c) {
  folder *f = nullptr;
  c.tree(2, &f);
  if (!f)
    return 0;
  int n = f->id;
  f = nullptr; // expected-warning {{[orphan-client]}}
  return n;
}
int w3(const client &c) {
  char *text;
  c.caption(1, &text); // expected-warning {{[orphan-client]}}
  std::string s(text);
  return s.size();
}
int w4(const client &c) {
  int n = 0;
  for (unsigned i = 0; i < 3; ++i) {
    folder *f = c.home(i); // expected-warning {{[orphan-client]}}
    if (f)
      n += f->id;
  }
  return n;
}
int w5(const client &c) {
  std::unique_ptr<folder> f(c.home(1)); // expected-warning {{[deallocator-client]}}
  return f ? 1 : 0;
}
int w6(const client &c) {
  std::shared_ptr<char> s(c.motd()); // expected-warning {{[deallocator-client]}}
  return s ? 1 : 0;
}
int w7(const client &c) {
  folder *f = c.home(1);
  const unsigned char *alias = reinterpret_cast<const unsigned char *>(f);
  rpc::free(f);
  return alias ? c.depth(f) : 0; // expected-warning {{[dangling-client]}}
}
int w8(const client &c) {
  folder *f = c.home(1);
  rpc::free(f);
  rpc::free(f); // expected-warning {{[dangling-client]}}
  return 0;
}
int w9(const client &c) {
  tile *t = nullptr;
  try {
    c.read_tile(1, 1, &t);
  } catch (const rpc::error &e) {
    return t->size; // expected-warning {{[failed-read-client]}}
  }
  rpc::free(t);
  return 0;
}
int w10(const client &c) {
  unsigned colour;
  try {
    c.palette(1, &colour);
  } catch (...) {
  }
  return colour; // expected-warning {{[failed-read-client]}}
}
int w11(const client &c) {
  folder *f = nullptr;
  c.tree(2, &f);
  if (f)
    std::free(f); // expected-warning {{[deallocator-client]}}
  return 0;
}
int w12(const client &c, bool twice) {
  folder *f = c.home(1);
  if (f && twice) {
    folder *g = f->first;
    rpc::free(f);
    if (g && f->id) // expected-warning {{[dangling-client]}}
      return 1;
    return 2;
  }
  rpc::free(f);
  return 0;
}
int w13(const client &c) {
  struct freer {
    void operator()(void *p) const {
      rpc::free(p);
    }
  };
  std::unique_ptr<folder, freer> f(c.home(1));
  rpc::free(f.get()); // expected-warning {{[dangling-client]}}
  return 0;
}
int w14(const client &c, cal h) {
  event *e = nullptr;
  if (c.get_event(h, 1, &e) != 0) // expected-warning {{[orphan-client]}}
    return 1;
  trace("%u", e->count);
  if (!allowed())
    return 2;
  rpc::free(e);
  return 0;
}
int w15(const client &c) {
  folder *root;
  c.prune(&root); // expected-warning {{[orphan-client]}}
  return 0;
}
void w16(const client &c) {
  folder *f = c.home(7);
  f = f ? f->first : nullptr; // expected-warning {{[orphan-client]}}
  trace("%p", f);
}
int w17(const client &c) {
  char *m = c.motd();
  if (m) {
    puts(m);
    delete m; // expected-warning {{[deallocator-client]}}
  }
  return 0;
}
int w18(const client &c) {
  unsigned *counts = nullptr;
  if (c.bins(4, &counts) == 0 && counts) {
    unsigned first = counts[0];
    operator delete(counts); // expected-warning {{[deallocator-client]}}
    return first;
  }
  return 0;
}
}
