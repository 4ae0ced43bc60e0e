// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; node *next; };
node *make();
int count([[rpc::in]] const node *n);
void read([[rpc::out]] node **list);
void cut([[rpc::in, rpc::out]] node **list);
[[rpc::string]] char *title();
}

[[rpc::stubs]];

struct release {
  void operator()(void *memory) const { rpc::free(memory); } // expected-note {{released here}}
};
void show(std::string_view text);
void look(const tested::node *n);

namespace dangling {
using namespace tested;
void again(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  rpc::free(list); // expected-note {{released here}}
  rpc::free(list); // expected-warning {{memory that 'make' has allocated is released after it has been released [dangling-client]}}
}
int followed(const client &c) {
  node *list;
  c.read(&list); // expected-note {{allocated by this call}}
  midl_user_free(list); // expected-note {{released here}}
  return list->value; // expected-warning {{memory that 'read' has allocated is used after it has been released [dangling-client]}}
}
int sent(const client &c) {
  node *list = c.make(), *other = list; // expected-note 2{{allocated by this call}}
  rpc::free(other); // expected-note 2{{released here}}
  c.cut(&list); // expected-warning {{memory that 'make' has allocated is used}}
  return c.count(other); // expected-warning {{memory that 'make' has allocated is used}}
}
void handed_on(const client &c) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  rpc::free(list); // expected-note {{released here}}
  look(list); // expected-warning {{memory that 'make' has allocated is used}}
}
void on_one_way(const client &c, bool early) {
  node *list = c.make(); // expected-note {{allocated by this call}}
  if (early) // expected-note {{taken when 'early' is true}}
    rpc::free(list); // expected-note {{released here}}
  if (c.count(nullptr) > 0)
    rpc::free(list); // expected-warning {{memory that 'make' has allocated is released}}
  else if (!early)
    rpc::free(list);
}
void by_owner(const client &c) {
  std::unique_ptr<node, release> owner(c.make()); // expected-note {{allocated by this call}}
  rpc::free(owner.get()); // expected-warning {{memory that 'make' has allocated is released after it has been released}}
}
void beyond_owner(const client &c) {
  const char *text = nullptr;
  {
    std::unique_ptr<char, release> owner(c.title()); // expected-note {{allocated by this call}}
    text = owner.get();
  }
  show(text); // expected-warning {{memory that 'title' has allocated is used after it has been released}}
}
}

// Silent.
namespace right {
using namespace tested;
void once(const client &c, bool early) {
  node *list = c.make();
  if (early) {
    rpc::free(list);
    list = nullptr;
  }
  rpc::free(list);
  list = c.make();
  rpc::free(list);
}
void every_node(const client &c) {
  node *list = c.make();
  while (list) {
    node *next = list->next;
    rpc::free(list);
    list = next;
  }
}
void given_up(const client &c) {
  std::unique_ptr<node, release> owner(c.make());
  rpc::free(owner.release());
  owner.reset(c.make());
  owner.reset();
}
void shared(const client &c) {
  std::shared_ptr<node> first(c.make(), rpc::free), second = first;
  first.reset();
  look(second.get());
}
void in_loop(const client &c) {
  for (int i = 0; i < 3; ++i) {
    node *list = c.make();
    look(list);
    rpc::free(list);
  }
}
}
