// Lists, trees and arrays of pointers that implementations build.
// RUN: %bodies -Wno-unused-value -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <new>

namespace wrong {
using namespace corpus;

node *made(int v) {
  auto *n = static_cast<node *>(rpc::allocate(sizeof(node)));
  n->v = v;
  return n;
}
rec *same(rec *r) { return r; }
couple *half() {
  couple *c = rpc::allocate<couple>();
  c->first = rpc::allocate<rec>();
  return c;
}

struct one : service {
  void build(node **l) override {
    *l = static_cast<node *>(rpc::allocate(sizeof(node)));
    (*l)->v = 1;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct returned : service {
  node *list() override {
    auto *n = static_cast<node *>(midl_user_allocate(sizeof(node)));
    n->v = 1;
    return n; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct by_address : service {
  void build(node **l) override {
    node **at = l;
    for (int n = 0; n < 3; ++n) {
      *at = static_cast<node *>(rpc::allocate(sizeof(node)));
      (*at)->v = n;
      at = &(*at)->next;
    }
  } // expected-warning {{[uninit-out-pointer]}}
};
struct by_tail : service {
  void head(node *l) override {
    node *last = l;
    for (int n = 0; n < 3; ++n) {
      auto *more = static_cast<node *>(rpc::allocate(sizeof(node)));
      more->v = n;
      last->next = more;
      last = more;
    }
  } // expected-warning {{[uninit-out-pointer]}}
};
struct one_way : service {
  bool linked = false;
  void build(node **l) override {
    auto *n = static_cast<node *>(rpc::allocate(sizeof(node)));
    n->v = 1;
    if (linked)
      n->next = nullptr;
    *l = n;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct one_case : service {
  int kind = 0;
  node *list() override {
    auto *n = static_cast<node *>(rpc::allocate(sizeof(node)));
    switch (kind) {
    case 0: n->next = nullptr; break;
    case 1: *n = {1, nullptr}; break;
    case 2: n->v = 2; break;
    default: throw rpc::error(rpc::status::call_failed);
    }
    return n; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct right_unset : service {
  void grow(tree *t) override {
    auto *n = static_cast<tree *>(rpc::allocate(sizeof(tree)));
    n->key = 1;
    n->left = nullptr;
    t->left = n;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct mail_unset : service {
  int try_who(int n, person **p) override {
    *p = static_cast<person *>(rpc::allocate(sizeof(person)));
    (*p)->age = n;
    (*p)->name = rpc::allocate_array<char>(2);
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct by_helper : service {
  void build(node **l) override {
    *l = made(1);
  } // expected-warning {{[uninit-out-pointer]}}
};
struct placed : service {
  void build(node **l) override {
    *l = new (rpc::allocate(sizeof(node))) node;
    (*l)->v = 1;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct cleared_in_part : service {
  void build(node **l) override {
    *l = static_cast<node *>(rpc::allocate(sizeof(node)));
    memset(*l, 0, sizeof((*l)->v));
  } // expected-warning {{[uninit-out-pointer]}}
};
struct second_of_two : service {
  node *list() override {
    auto *first = static_cast<node *>(rpc::allocate(sizeof(node)));
    auto *second = static_cast<node *>(rpc::allocate(sizeof(node)));
    *first = {1, second};
    second->v = 2;
    return first; // expected-warning {{[uninit-out-pointer]}}
  }
};

struct fails_unset : service {
  int try_build(int n, node **l) override {
    *l = static_cast<node *>(rpc::allocate(sizeof(node)));
    (*l)->v = n;
    if (n < 0)
      return 87; // expected-warning {{[failure-inconsistent]}}
    (*l)->next = nullptr;
    return 0;
  }
};
struct fails_in_loop : service {
  int try_build(int n, node **l) override {
    node **at = l;
    for (int i = 0; i < n; ++i) {
      *at = static_cast<node *>(midl_user_allocate(sizeof(node)));
      (*at)->v = i;
      if (i == 100)
        return 5; // expected-warning {{[failure-inconsistent]}}
      (*at)->next = nullptr;
      at = &(*at)->next;
    }
    return 0;
  }
};
struct fails_with_half : service {
  int try_who(int n, person **p) override {
    auto *one = static_cast<person *>(rpc::allocate(sizeof(person)));
    *p = one;
    one->name = nullptr;
    one->age = n;
    if (n > 150)
      return -1; // expected-warning {{[failure-inconsistent]}}
    one->mail = nullptr;
    return 0;
  }
};
struct fails_by_variable : service {
  int try_build(int n, node **l) override {
    int status = 0;
    *l = static_cast<node *>(rpc::allocate(sizeof(node)));
    if (n < 0)
      status = 87;
    else
      **l = {n, nullptr};
    return status; // expected-warning {{[failure-inconsistent]}}
  }
};

struct twice : service {
  void grow(tree *t) override {
    t->left = t->right = rpc::allocate<tree>(); // expected-warning {{[alias-unique]}}
  }
};
struct twice_out : service {
  void two(rec **x, rec **y) override {
    *x = rpc::allocate<rec>();
    *y = *x; // expected-warning {{[alias-unique]}}
  }
};
struct twice_by_helper : service {
  void two(rec **x, rec **y) override {
    *y = rpc::allocate<rec>();
    *x = same(*y); // expected-warning {{[alias-unique]}}
  }
};
struct same_text : service {
  void who(person *p) override {
    char *text = rpc::allocate_array<char>(2);
    text[0] = 'x';
    *p = {text, text, 3}; // expected-warning {{[alias-unique]}}
  }
};
struct itself : service {
  void build(node **l) override {
    *l = rpc::allocate<node>();
    (*l)->next = *l; // expected-warning {{[alias-unique]}}
  }
};
struct cycle : service {
  node *list() override {
    node *first = rpc::allocate<node>(), *last = rpc::allocate<node>();
    first->next = last;
    last->next = first; return first; // expected-warning {{[alias-unique]}}
  }
};
struct back_to_top : service {
  void head(node *l) override {
    l->next = rpc::allocate<node>();
    l->next->next = l; } // expected-warning {{[alias-unique]}}
};
struct rows_same : service {
  void list_rows(table *t) override {
    rec *one = rpc::allocate<rec>();
    t->rows = rpc::allocate_array<rec *>(2);
    t->n = 2;
    t->rows[0] = one;
    t->rows[1] = one; // expected-warning {{[alias-unique]}}
  }
};
struct rows_filled : service {
  void list_rows(table *t) override {
    t->rows = rpc::allocate_array<rec *>(4);
    t->n = 4;
    rec *one = rpc::allocate<rec>();
    for (unsigned n = 0; n < 4; ++n)
      t->rows[n] = one; // missed: [alias-unique]: elements that a loop stores are not told apart
  }
};
struct came_in : service {
  void prune(tree *t) override {
    if (!t->left)
      t->left = t->right; // missed: [alias-unique]: a pointer that came in may be null
  }
};
struct couple_same : service {
  void join(couple **c) override {
    *c = rpc::allocate<couple>();
    (*c)->first = (*c)->second = rpc::allocate<rec>(); // expected-warning {{[alias-unique]}}
  }
};

struct second_null : service {
  void join(couple **c) override {
    *c = rpc::allocate<couple>();
    (*c)->first = rpc::allocate<rec>();
  } // expected-warning {{[unset-out-ref]}}
};
struct second_by_helper : service {
  void join(couple **c) override {
    *c = half();
  } // expected-warning {{[unset-out-ref]}}
};
struct second_one_way : service {
  bool full = false;
  void join(couple **c) override {
    couple *both = rpc::allocate<couple>();
    both->first = rpc::allocate<rec>();
    if (full)
      both->second = rpc::allocate<rec>();
    *c = both;
  } // expected-warning {{[unset-out-ref]}}
};
struct second_set_null : service {
  void join(couple **c) override {
    *c = static_cast<couple *>(rpc::allocate(sizeof(couple)));
    **c = {rpc::allocate<rec>(), nullptr};
  } // expected-warning {{[unset-out-ref]}}
};
struct never_set : service {
  void fresh(rec *&) override {
  } // expected-warning {{[unset-out-ref]}}
};
struct sometimes_set : service {
  bool known = false;
  void fresh(rec *&r) override {
    if (known)
      r = rpc::allocate<rec>();
  } // expected-warning {{[unset-out-ref]}}
};
}
