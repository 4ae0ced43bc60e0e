// RUN: %bodies %s
#include "Inputs/rpc.h"

#include <cstdio>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; node *next; };
node *make();
int count([[rpc::in]] const node *n);
void grow([[rpc::in, rpc::out]] node *&list);
void cut([[rpc::in, rpc::out]] node **list, [[rpc::in]] int length);
void read([[rpc::out]] node **list);
}

[[rpc::stubs]];

namespace user {
using namespace tested;
void dropped(const client &c, bool again) {
  c.make(); // expected-warning {{'make' returns a pointer to new memory, which cannot be released if the pointer is dropped [orphan-client]}}
  if (again)
    c.make(); // expected-warning {{'make' returns a pointer to new memory}}
  for (int n = 0; n < 3; ++n)
    (c.make()); // expected-warning {{'make' returns a pointer to new memory}}
}
void unset(const client &c) {
  node *first;
  c.grow(first); // expected-warning {{'first' has no value, and 'grow' sends what it points to; let it point to an object}}
  node *second, *third;
  c.cut(&second, c.count(first)); // expected-warning {{'second' has no value, and 'cut' sends what it points to; set it to nullptr}}
  third = nullptr;
  c.cut(&third, 1);
  rpc::free(first);
  rpc::free(third);
}
template <class T> void generic(const client &c) {
  T *list;
  c.grow(list); // expected-warning {{'list' has no value}}
  rpc::free(list);
}
void instantiated(const client &c) { generic<node>(c); }

// Silent: what is kept, what has a value, what the call sets, and what is no operation.
node *kept(const client &c) {
  c.count(nullptr);
  rpc::free(c.make());
  node *list = c.make();
  return list ? list : c.make();
}
void set(const client &c) {
  node *list;
  node first{1, nullptr};
  list = &first;
  c.grow(list);
  rpc::free(list);
  node *result;
  c.read(&result);
  c.cut(&result, 1);
  rpc::free(result);
  static node *all;
  c.cut(&all, 1);
}
void parameter(const client &c, node *list) { c.cut(&list, 2); }
// A condition may have parts that are left out.
int parts(const client &c) {
  node *list = c.make();
  if (({ for (;;) break; list == nullptr; }))
    return 1;
  const int count = c.count(list);
  rpc::free(list);
  return count;
}
struct other {
  node *make() const;
  void grow(node *&list) const;
};
void others(const other &o) {
  node *list;
  o.make();
  o.grow(list);
}
// A function of C throws nothing, unless it calls something back.
void printed(const client &c) {
  try {
    node *list = nullptr;
    c.read(&list);
    if (list) {
      std::printf("%d\n", list->value);
      rpc::free(list);
    }
  } catch (const rpc::error &) {
  }
}
void sorted(const client &c, int (*order)(const void *, const void *)) {
  try {
    node *sorted = c.make(); // expected-warning {{'sorted' points to memory}}
    int numbers[] = {2, 1};
    std::qsort(numbers, 2, sizeof(int), order);
    rpc::free(sorted);
  } catch (const rpc::error &) {
  }
}
}
