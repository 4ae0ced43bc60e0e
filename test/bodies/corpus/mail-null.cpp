// Pointers and optionals that the client may leave out, in a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::service;

namespace nulls {
using namespace mail;
int port_of(const address *a) { return a->port; }
int size_or(const letter &l) { return static_cast<int>(l.size); }
bool usable(const address *a) { return a && a->port > 0; }

struct straight : service {
  int deliver(const letter *l) override {
    return static_cast<int>(l->size); // expected-warning {{[unchecked-null]}}
  }
};
struct by_reference : service {
  int deliver(const letter *l) override {
    return size_or(*l); // expected-warning {{[unchecked-null]}}
  }
};
struct by_helper : service {
  int rank(const address *a, const address *b) override {
    if (!a)
      return 0;
    return port_of(a) - port_of(b); // expected-warning {{[unchecked-null]}}
  }
};
struct wrong_of_two : service {
  int rank(const address *a, const address *b) override {
    if (a == nullptr && b == nullptr)
      return 0;
    return a->host; // expected-warning {{[unchecked-null]}}
  }
};
struct or_of_two : service {
  int rank(const address *a, const address *b) override {
    if (a || b)
      return b->host; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct tested_after : service {
  int deliver(const letter *l) override {
    const unsigned id = l->id; // expected-warning {{[unchecked-null]}}
    return l ? static_cast<int>(id) : -1;
  }
};
struct member_of_tested : service {
  int deliver(const letter *l) override {
    if (!l)
      return 1;
    return l->subject[0]; // expected-warning {{[unchecked-null]}}
  }
};
struct length_of_subject : service {
  int deliver(const letter *l) override {
    if (!l)
      return 1;
    return static_cast<int>(strlen(l->subject)); // expected-warning {{[unchecked-null]}}
  }
};
struct string_of_null : service {
  int note(const char *s) override {
    const std::string text(s); // expected-warning {{[unchecked-null]}}
    return static_cast<int>(text.size());
  }
};
struct view_of_null : service {
  int note(const char *s) override {
    return speak_of(s); // expected-warning {{[unchecked-null]}}
  }
  static int speak_of(std::string_view v) { return static_cast<int>(v.size()); }
};
struct printed_null : service {
  int note(const char *s) override {
    return std::strcmp(s, "urgent") == 0; // expected-warning {{[unchecked-null]}}
  }
};
struct reply_address : service {
  int route(const envelope *e) override {
    return e->from->port + e->reply->port; // expected-warning {{[unchecked-null]}}
  }
};
struct next_of_next : service {
  void walk(header *h) override {
    for (; h; h = h->next->next) // expected-warning {{[unchecked-null]}}
      log_value(1);
  }
};
struct in_lambda : service {
  int rank(const address *a, const address *b) override {
    auto port = [&] { return b->port; };
    return a ? a->port : port(); // expected-warning {{[unchecked-null]}}
  }
};
struct in_algorithm : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto &a) { return a->port == 25; })); // expected-warning {{[unchecked-null]}}
  }
};
struct in_loop : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    int most = 0;
    for (const auto &a : all)
      most = std::max(most, a->port); // expected-warning {{[unchecked-null]}}
    return most;
  }
};
struct optional_number : service {
  int age(const std::optional<int> &n) override {
    return *n + 1; // expected-warning {{[unchecked-null]}}
  }
};
struct optional_contact : service {
  int call(const std::optional<contact> &c) override {
    return static_cast<int>(c->name.size()); // expected-warning {{[unchecked-null]}}
  }
};
struct optional_inside : service {
  int call(const std::optional<contact> &c) override {
    if (!c.has_value())
      return 0;
    return static_cast<int>(c->phone->size()); // expected-warning {{[unchecked-null]}}
  }
};
struct unique_inside : service {
  int visit(const contact &c) override {
    const address &home = *c.home; // expected-warning {{[unchecked-null]}}
    return home.port;
  }
};
struct unique_parameter : service {
  int hand(std::unique_ptr<contact> c) override {
    log_line(c->name); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct shared_chain : service {
  int share(std::shared_ptr<contact> c) override {
    int n = 0;
    do {
      ++n;
      c = c->friend_; // expected-warning {{[unchecked-null]}}
    } while (c);
    return n;
  }
};
struct in_elements : service {
  int visit_all(const std::vector<contact> &c) override {
    int n = 0;
    for (const contact &each : c)
      n += each.home->port; // expected-warning {{[unchecked-null]}}
    return n;
  }
};
struct in_pointers : service {
  int post(const batch *b) override {
    int n = 0;
    for (unsigned i = 0; i < b->n; ++i)
      n += static_cast<int>(b->letters[i]->id); // expected-warning {{[unchecked-null]}}
    return n;
  }
};
struct inverted : service {
  int deliver(const letter *l) override {
    const bool missing = l == nullptr;
    if (missing)
      return static_cast<int>(l->id); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct tested_other_way : service {
  int rank(const address *a, const address *b) override {
    if (!usable(a))
      return 0;
    return a->host - b->host; // expected-warning {{[unchecked-null]}}
  }
};
struct in_thread : service {
  int deliver(const letter *l) override {
    std::jthread worker([l] { log_value(static_cast<int>(l->id)); }); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct in_guard : service {
  struct counter {
    const letter *l;
    ~counter() { log_value(static_cast<int>(l->id)); }
  };
  int deliver(const letter *l) override {
    const counter at_end{l}; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct box_maybe : service {
  int reset(box *b, int state) override {
    (*b)->state = state; // expected-warning {{[ctx-null-in]}}
    return 0;
  }
};
struct box_by_reference : service {
  int reset(box *b, int state) override {
    account &here = **b; // expected-warning {{[ctx-null-in]}}
    here.state = state;
    return 0;
  }
};
}
