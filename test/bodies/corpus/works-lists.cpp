// Lists and trees: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_lists {
using namespace works;
struct a1 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee *head = nullptr, *tail = nullptr;
    for (auto &[id, t] : h->titles) {
      auto *a = static_cast<attendee *>(rpc::allocate(sizeof(attendee)));
      a->name = nullptr;
      a->mail = nullptr;
      if (tail)
        tail->next = a;
      else
        head = a;
      tail = a;
    }
    *first = head;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct a2 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee a{};
    a.next = nullptr;
    *first = rpc::allocate<attendee>();
    (*first)->next = &a; // expected-warning {{[return-stack]}}
    h->touch();
    return 0;
  }
};
struct a3 : service {
  int tree(unsigned depth, folder **root) override {
    auto *top = rpc::allocate<folder>();
    auto *leaf = rpc::allocate<folder>();
    top->first = leaf;
    top->next = leaf; // expected-warning {{[alias-unique]}}
    leaf->id = depth;
    *root = top;
    return 0;
  }
};
struct a4 : service {
  int tree(unsigned, folder **root) override {
    auto *top = rpc::allocate<folder>();
    top->first = rpc::allocate<folder>();
    top->first->next = top;
    *root = top; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct a5 : service {
  void tidy(attendee *first) override {
    if (first->next) {
      attendee *second = first->next;
      first->next = second->next; // expected-warning {{[relink-next]}}
    }
  }
};
struct a6 : service {
  void tidy(attendee *first) override {
    attendee *fresh = rpc::allocate<attendee>();
    fresh->next = first->next;
    first->next = fresh; // expected-warning {{[relink-next]}}
  }
};
struct a7 : service {
  void prune(folder **root) override {
    folder **at = root;
    while (*at) {
      if ((*at)->id == 0)
        *at = (*at)->next; // expected-warning {{[relink-next]}}
      else
        at = &(*at)->next;
    }
  }
};
struct a8 : service {
  void prune(folder **root) override {
    if (*root)
      std::swap((*root)->first, (*root)->next); // expected-warning {{[relink-next]}} expected-warning {{[relink-next]}}
  }
};
struct a9 : service {
  void tidy(attendee *first) override {
    rpc::free(first->next); // expected-warning {{[free-embedded]}}
  }
};
struct b1 : service {
  int depth(const folder *f) override {
    int n = 0;
    for (const folder *at = f; at->next->id; at = at->next) // expected-warning {{[unchecked-null]}}
      ++n;
    return n;
  }
};
struct b2 : service {
  int depth(const folder *f) override {
    const folder *slow = f, *fast = f;
    while (fast) {
      slow = slow->next;
      fast = fast->next->next; // expected-warning {{[unchecked-null]}}
    }
    return slow ? slow->id : 0;
  }
};
struct b3 : service {
  int list_events(cal h, unsigned, unsigned, event_list *l) override {
    l->count = 2;
    l->events = rpc::allocate_array<event *>(2);
    l->events[0] = rpc::allocate<event>();
    l->events[0]->at = rpc::allocate<when>();
    l->events[1] = l->events[0]; // missed: [alias-unique], the reason is to be found out
    return h->events;
  }
};
struct b4 : service {
  int list_events(cal, unsigned, unsigned, event_list *l) override {
    when now{1, 2};
    l->count = 1;
    l->events = rpc::allocate_array<event *>(1);
    l->events[0] = rpc::allocate<event>();
    l->events[0]->at = &now; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct b5 : service {
  int list_events(cal, unsigned, unsigned, event_list *l) override {
    l->count = 3;
    l->events = static_cast<event **>(rpc::allocate(3 * sizeof(event *)));
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
static folder tree_root;
struct b6 : service {
  int tree(unsigned, folder **root) override {
    *root = rpc::allocate<folder>();
    (*root)->first = &tree_root; // expected-warning {{[return-static]}}
    return 0;
  }
};
struct b7 : service {
  folder *home(unsigned user) override {
    auto *f = rpc::allocate<folder>();
    f->id = user;
    f->name = const_cast<char *>("home"); // expected-warning {{[return-static]}}
    return f;
  }
};
struct b8 : service {
  folder *home(unsigned user) override {
    folder f{};
    f.id = user;
    return &f; // expected-warning {{[return-stack]}}
  }
};
struct b9 : service {
  folder *home(unsigned user) override {
    static std::map<unsigned, folder> homes;
    return &homes[user]; // expected-warning {{[return-static]}}
  }
};
struct c1 : service {
  void tidy(attendee *first) override {
    first = first->next; // walking
    if (first)
      first->mail = nullptr;
    char *m = first->mail; // expected-warning {{[unchecked-null]}}
    if (m)
      *m = 0;
  }
};
struct c2 : service {
  void prune(folder **root) override {
    if (!*root) {
      folder f{};
      *root = &f; // expected-warning {{[return-stack]}}
    }
  }
};
struct c3 : service {
  char *motd() override {
    char text[] = "hello";
    return text; // expected-warning {{[return-stack]}}
  }
};
struct c4 : service {
  char *motd() override {
    return strdup("hello"); // expected-warning {{[foreign-allocator]}}
  }
};
}
