// What local variables of clients lead to is not lost.
// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; node *next; };
node *make();
[[rpc::ptr]] node *find([[rpc::in, rpc::ptr]] node *list);
int count([[rpc::in]] const node *n);
void grow([[rpc::in, rpc::out]] node *&list);
void cut([[rpc::in, rpc::out]] node **list, [[rpc::in]] int length);
int read([[rpc::out]] node **list);
[[rpc::reflect_deletions]] void prune([[rpc::in, rpc::ptr]] node *list);
}

[[rpc::stubs]];

namespace lost {
using namespace tested;
void assigned(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  list = c.make(); // expected-warning {{'list' points to memory that 'make' has allocated, which cannot be released after it is changed [orphan-client]}}
  rpc::free(list);
}
void moved_on(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  list = list->next; // expected-warning {{'list' points to memory that 'make' has allocated}}
  rpc::free(list);
}
void replaced(const client &c) {
  node *list;
  c.read(&list); // expected-note {{allocated by this call}}
  c.read(&list); // expected-warning {{'list' points to memory that 'read' has allocated, which cannot be released after 'read' has changed it}}
  rpc::free(list);
}
void reseated(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  c.count(list);
  c.grow(list); // expected-warning {{'list' points to memory that 'make' has allocated, which cannot be released after 'grow' has changed it}}
  rpc::free(list);
}
void filled(const client &c) {
  node *list = nullptr;
  c.cut(&list, 1); // expected-note {{allocated by this call}}
  if (list != nullptr)
    list = nullptr; // expected-warning {{'list' points to memory that 'cut' has allocated}}
  rpc::free(list);
}
int looked_at(const client &c) {
  node *list = c.make(); // expected-warning {{'list' points to memory that 'make' has allocated, which cannot be released after the end of the variable}}
  if (!list)
    return 0;
  list->value += c.count(list);
  return list->value;
}
int read_only(const client &c) {
  node *list;
  c.read(&list); // expected-warning {{'list' points to memory that 'read' has allocated, which cannot be released after the end of the variable}}
  return list ? list->value : 0;
}
void never_mentioned(const client &c) {
  for (int i = 0; i < 3; ++i)
    node *unused = c.make(); // expected-warning {{'unused' points to memory that 'make' has allocated}}
  auto inside = [&c] {
    node *list = c.make(); // expected-warning {{'list' points to memory that}}
    return list->value;
  };
  inside();
}
node *walked(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  for (; list; list = list->next) // expected-warning {{'list' points to memory that 'make' has allocated, which cannot be released after it is changed}}
    if (list->value > 0)
      return list;
  return nullptr;
}
int captured(const client &c) {
  node *list = c.make(); // expected-warning {{'list' points to memory that}}
  auto by_reference = [&] { return list->value; };
  return by_reference();
}
template <class T> int generic(const client &c) {
  T *list = c.make(); // expected-warning {{'list' points to memory that}}
  return list->value;
}
int instantiated(const client &c) { return generic<node>(c); }
}

// Silent.
namespace kept {
using namespace tested;
void keep(node *);
void take(node *&);
void exhausted(const client &c, bool again) {
  node *list = c.make();
  if (!list)
    list = c.make();
  if (list) {
    rpc::free(list);
    list = c.make();
  }
  // Whether there is memory is not known.
  node *result;
  if (c.read(&result) != 0)
    result = nullptr;
  while (again)
    list = c.make();
  rpc::free(list);
  rpc::free(result);
}
void remembered(const client &c, std::vector<node *> &all) {
  node *list = c.make(), *old = list;
  c.grow(list);
  rpc::free(old);
  all.push_back(list);
  list = c.make();
  all.push_back(list);
  list = c.make();
  keep(list);
  list = c.make();
  take(list);
  list = c.make();
}
node *returned(const client &c) {
  node *list = c.make();
  if (list->value > 0)
    return list;
  rpc::free(list);
  list = c.make();
  return list;
}
void owned(const client &c) {
  node *list = c.make();
  std::unique_ptr<node, void (*)(node *)> owner(list, keep);
  list = c.make();
  owner.reset(list);
}
int captured(const client &c) {
  node *list = c.make();
  auto by_value = [list] { rpc::free(list); };
  auto by_reference = [&] { return list->value; };
  by_value();
  list = c.make();
  const int value = by_reference();
  rpc::free(list);
  return value;
}
int released_by_scope(const client &c) {
  rpc::stub_memory_scope memory;
  node *list = c.make();
  list = c.make();
  return list->value;
}
int released_by_environment(const client &c) {
  rpc::ss_enable_allocate();
  node *list = c.make();
  int value = list->value;
  rpc::ss_disable_allocate();
  return value;
}
int listed(const client &c) {
  rpc::orphans lost;
  node *list = c.make();
  c.grow(list);
  return list->value;
}
int not_new(const client &c) {
  node first{1, nullptr}, *list = &first;
  c.cut(&list, 1);
  list = c.find(list);
  list = &first;
  c.prune(list);
  return list->value;
}
bool null_in_every_case(const client &c) {
  node *list;
  c.read(&list);
  return list == nullptr;
}
int &part(const client &c) {
  node *list = c.make();
  return list->value;
}
node *walked(const client &c, node *&all) {
  all = c.make();
  for (node *list = all; list; list = list->next)
    if (list->value > 0)
      return list;
  return nullptr;
}
void on_failure(const client &c) {
  node *list = nullptr;
  try {
    list = c.make();
  } catch (const rpc::error &) {
    list = nullptr;
  }
  rpc::free(list);
}
}
