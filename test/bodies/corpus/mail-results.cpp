// Results that are unset, and what may not be changed, in a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::service;

namespace unset {
using namespace mail;
struct top : service {
  int fetch(unsigned id, letter **l) override {
    *l = static_cast<letter *>(rpc::allocate(sizeof(letter)));
    (*l)->id = id;
    (*l)->size = 0;
    (*l)->subject = nullptr;
    (*l)->body = nullptr;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct chain : service {
  folder *tree() override {
    folder *root = static_cast<folder *>(midl_user_allocate(sizeof(folder)));
    root->name = nullptr;
    root->inner = nullptr;
    return root; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct some_ways : service {
  void folders(unsigned depth, folder **f) override {
    *f = static_cast<folder *>(rpc::allocate(sizeof(folder)));
    (*f)->name = nullptr;
    (*f)->next = nullptr;
    if (depth > 1)
      (*f)->inner = nullptr;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct fails : service {
  int seal(unsigned id, envelope **e) override {
    *e = static_cast<envelope *>(rpc::allocate(sizeof(envelope)));
    (*e)->from = rpc::allocate<address>();
    (*e)->to = rpc::allocate<address>();
    if (id > 100)
      return 87; // expected-warning {{[failure-inconsistent]}}
    (*e)->reply = nullptr;
    return 0;
  }
};
struct ref_null : service {
  int seal(unsigned id, envelope **e) override {
    *e = rpc::allocate<envelope>();
    (*e)->to = rpc::allocate<address>();
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct ref_set_null : service {
  int seal(unsigned id, envelope **e) override {
    envelope *made = rpc::allocate<envelope>();
    made->from = rpc::allocate<address>();
    made->to = id ? rpc::allocate<address>() : nullptr;
    *e = made;
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct elements : service {
  void batches(batch *b) override {
    b->n = 2;
    b->letters = static_cast<letter **>(rpc::allocate(2 * sizeof(letter *)));
    b->letters[0] = nullptr;
  } // missed: [uninit-out-pointer]: elements of an array are not told apart
};
}

namespace shapes {
using namespace mail;
struct twice : service {
  int seal(unsigned id, envelope **e) override {
    *e = rpc::allocate<envelope>();
    (*e)->from = (*e)->to = rpc::allocate<address>(); // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct twice_in_list : service {
  folder *tree() override {
    folder *root = rpc::allocate<folder>();
    folder *leaf = rpc::allocate<folder>();
    root->inner = leaf;
    root->next = leaf; // expected-warning {{[alias-unique]}}
    return root;
  }
};
struct circular : service {
  folder *tree() override {
    folder *root = rpc::allocate<folder>();
    root->next = root;
    return root; // expected-warning {{[alias-unique]}}
  }
};
struct twice_in_array : service {
  void batches(batch *b) override {
    letter *one = rpc::allocate<letter>();
    b->n = 2;
    b->letters = rpc::allocate_array<letter *>(2);
    b->letters[0] = one;
    b->letters[1] = one; // expected-warning {{[alias-unique]}}
  }
};
struct parameter : service {
  void load(unsigned id, letter *l) override {
    l = rpc::allocate<letter>(); // expected-warning {{[assign-toplevel-pointer]}}
    l->id = id;
  }
};
struct parameter_by_swap : service {
  void load(unsigned id, letter *l) override {
    letter *fresh = rpc::allocate<letter>();
    fresh->id = id;
    std::swap(l, fresh); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct parameter_of_pointer : service {
  int fetch(unsigned id, letter **l) override {
    letter *fresh = rpc::allocate<letter>();
    l = &fresh; // expected-warning {{[assign-toplevel-pointer]}}
    return 0;
  }
};
struct lost : service {
  void add(int n, int *answer) override {
    *answer = n + 1; // expected-warning {{[lost-result]}}
  }
};
struct lost_structure : service {
  void locate(int n, address *where) override {
    *where = address{n, 25}; // expected-warning {{[lost-result]}}
  }
};
struct lost_copy : service {
  void locate(int n, address *where) override {
    const address found{n, 25};
    memcpy(where, &found, sizeof(found)); // expected-warning {{[lost-result]}}
  }
};
struct lost_string : service {
  void correct(std::string &s) override {
    s = "corrected"; // expected-warning {{[lost-result]}}
  }
};
struct lost_by_helper : service {
  static void put(int *to, int n) { *to = n; }
  void add(int n, int *answer) override { put(answer, n + 1); } // expected-warning {{[lost-result]}}
};
struct cut : service {
  void reorder(folder *f) override {
    f->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct reversed : service {
  void resort(header **h) override {
    header *back = nullptr;
    while (*h) {
      header *next = (*h)->next;
      (*h)->next = back; // expected-warning {{[relink-next]}}
      back = *h;
      *h = next; // expected-warning {{[relink-next]}}
    }
    *h = back;
  }
};
struct first_off : service {
  void resort(header **h) override {
    if (*h)
      *h = (*h)->next; // expected-warning {{[relink-next]}}
  }
};
struct in_front : service {
  void resort(header **h) override {
    header *fresh = rpc::allocate<header>();
    fresh->next = *h;
    *h = fresh; // expected-warning {{[relink-next]}}
  }
};
struct middle_off : service {
  void reorder(folder *f) override {
    for (folder *at = f; at->next; at = at->next)
      if (!at->next->name) {
        at->next = at->next->next; // expected-warning {{[relink-next]}}
        break;
      }
  }
};
struct by_exchange : service {
  void walk(header *h) override {
    header *rest = std::exchange(h->next, nullptr); // expected-warning {{[relink-next]}}
    log_value(rest != nullptr);
  }
};
struct by_swap : service {
  void reorder(folder *f) override {
    std::swap(f->inner, f->next); // expected-warning 2 {{[relink-next]}}
  }
};
struct smaller : service {
  void squeeze(unsigned *n, int *a) override {
    *n = static_cast<unsigned>(std::unique(a, a + *n) - a); // expected-warning {{[change-size-var]}}
  }
};
struct body_size : service {
  void rework(letter *l) override {
    while (l->size > 0 && l->body[l->size - 1] == 0)
      --l->size; // expected-warning {{[change-size-var]}}
  }
};
struct tag_changed : service {
  void convert(part *p) override {
    p->tag = 2; // expected-warning {{[change-union-tag]}}
    p->c.place = address{};
  }
};
struct too_many : service {
  void fill(unsigned n, unsigned *used, char *b) override {
    memset(b, 0, n);
    *used = n + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct too_many_ticks : service {
  void trim(ticks *t) override {
    t->used = t->size + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct longer : service {
  void tidy(char *s) override {
    strcat(s, "."); // expected-warning {{[inout-string-grow]}}
  }
};
struct longer_by_copy : service {
  void tidy(char *s) override {
    strcpy(s + strlen(s), "\r\n"); // expected-warning {{[inout-string-grow]}}
  }
};
struct longer_by_print : service {
  void tidy(char *s) override {
    const std::string copy = s;
    std::snprintf(s, copy.size() + 3, "<%s>", copy.c_str()); // missed: [inout-string-grow]: a copy may have another length
  }
};
}
