// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; node *next; };
node *make();
void read([[rpc::out]] node **list);
[[rpc::string]] char *title();
struct person { [[rpc::string]] char *name; };
void who([[rpc::out]] person *p);
std::unique_ptr<node> lend();
}

[[rpc::stubs]];

namespace wrong {
using namespace tested;
struct deletes {
  void operator()(node *n) const { delete n; } // expected-note {{here, in a function that is called}}
};
void by_delete(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  delete list; // expected-warning {{'delete' releases memory that 'make' has allocated; release it with rpc::free [deallocator-client]}}
}
void by_free(const client &c) {
  char *text = c.title(); // expected-note {{allocated by this call}}
  std::free(text); // expected-warning {{'free' releases memory that 'title' has allocated; release it with rpc::free}}
}
void by_realloc(const client &c) {
  char *text = c.title(); // expected-note {{allocated by this call}}
  text = static_cast<char *>(realloc(text, 100)); // expected-warning {{'realloc' releases memory that 'title' has allocated}}
  free(text);
}
void inside(const client &c) {
  person p{};
  c.who(&p); // expected-note {{allocated by this call}}
  free(p.name); // expected-warning {{'free' releases memory that 'who' has allocated}}
}
int by_unique(const client &c) {
  std::unique_ptr<node> owner(c.make()); // expected-warning {{'std::unique_ptr' releases memory that 'make' has allocated}} expected-note {{allocated by this call}}
  return owner->value;
}
int by_array(const client &c) {
  const std::unique_ptr<char[]> owner{c.title()}; // expected-warning {{'std::unique_ptr' releases memory that 'title' has allocated}} expected-note {{allocated by this call}}
  return owner[0];
}
int by_shared(const client &c) {
  auto owner = std::shared_ptr<node>(c.make()); // expected-warning {{'std::shared_ptr' releases memory that 'make' has allocated}} expected-note {{allocated by this call}}
  auto other = owner;
  return other->value;
}
int by_function(const client &c) {
  std::unique_ptr<char, void (*)(void *)> owner(c.title(), std::free); // expected-warning {{'free' releases memory that 'title' has allocated}} expected-note {{allocated by this call}}
  return *owner;
}
int by_class(const client &c) {
  std::unique_ptr<node, deletes> owner(c.make()); // expected-warning {{'delete' releases memory that 'make' has allocated}} expected-note {{allocated by this call}}
  return owner->value;
}
int by_lambda(const client &c) {
  std::shared_ptr<node> owner(c.make(), [](node *n) { delete n; }); // expected-warning {{'delete' releases memory that 'make' has allocated}} expected-note {{allocated by this call}} expected-note {{here, in a function that is called}}
  return owner->value;
}
void moved(const client &c) {
  std::unique_ptr<node> owner(c.make()); // expected-warning {{'std::unique_ptr' releases memory that 'make' has allocated}} expected-note {{allocated by this call}}
  const auto other = std::move(owner);
}
}

// Silent.
namespace right {
using namespace tested;
struct release {
  template <class T> void operator()(T *memory) const { rpc::free(memory); }
};
int owners(const client &c) {
  const std::unique_ptr<node, release> first(c.make());
  std::unique_ptr<node, decltype(&rpc::free)> second(c.make(), &rpc::free);
  const std::shared_ptr<node> third(c.make(), rpc::free), fourth = third;
  auto frees = [](node *n) { midl_user_free(n); };
  std::unique_ptr<node, decltype(frees)> fifth(c.make(), frees);
  std::shared_ptr<node> sixth;
  sixth.reset(c.make(), frees);
  std::shared_ptr<node> seventh = std::move(second);
  return first->value + fourth->value + fifth->value + sixth->value +
         seventh->value;
}
int own_memory(const client &c) {
  const std::unique_ptr<node> copy(new node());
  node *list = c.make();
  *copy = *list;
  rpc::free(list);
  const auto lent = c.lend();
  return copy->value + (lent ? lent->value : 0);
}
}
