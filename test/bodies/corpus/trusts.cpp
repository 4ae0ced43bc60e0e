// Mistakes in trusts and privileges.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace trusts {
struct trust_no_domain : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    *first = rpc::allocate<trust>();
    (*first)->name = copied("EAST");
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct trust_cycle : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    auto *t = rpc::allocate<trust>();
    t->domain = rpc::allocate<sid>();
    t->next = t;
    *first = t; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct trust_shared_domain : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    auto *t = rpc::allocate<trust>(), *u = rpc::allocate<trust>();
    t->domain = rpc::allocate<sid>();
    u->domain = t->domain; // expected-warning {{[alias-unique]}}
    t->next = u;
    *first = t;
    return 0;
  }
};
struct privileges_vector : service {
  int privileges(policy_handle h, privilege **first) override {
    std::vector<privilege> all(3);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      all[i].next = &all[i + 1];
    *first = all.data(); // expected-warning {{[return-stack]}}
    return h->rights != 0;
  }
};
struct privileges_member : service {
  privilege one_{};
  int privileges(policy_handle, privilege **first) override {
    *first = &one_; // expected-warning {{[return-static]}}
    return 0;
  }
};
struct privileges_new_loop : service {
  int privileges(policy_handle, privilege **first) override {
    privilege **at = first;
    for (int i = 0; i < 3; ++i) {
      *at = new privilege{}; // expected-warning {{[foreign-allocator]}}
      at = &(*at)->next;
    }
    *at = nullptr;
    return 0;
  }
};
struct privileges_unset_end : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
    p->low = 1;
    p->high = 0;
    *first = p;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct privileges_assigned : service {
  int privileges(policy_handle, privilege **first) override {
    auto **made = rpc::allocate<privilege *>();
    *made = rpc::allocate<privilege>();
    first = made; // expected-warning {{[assign-toplevel-pointer]}}
    return 0;
  }
};
struct grant_untested : service {
  int grant(policy_handle h, const privilege *first) override {
    do {
      h->grant(first->low); // expected-warning {{[unchecked-null]}}
      first = first->next;
    } while (first);
    return 0;
  }
};
struct grant_second : service {
  int grant(policy_handle h, const privilege *first) override {
    if (first && first->next->low) // expected-warning {{[unchecked-null]}}
      h->grant(first->low);
    return 0;
  }
};
struct privileges_sorted : service {
  void normalize_privileges(privilege *first) override {
    for (auto *p = first; p && p->next;) {
      if (p->next->low == p->low)
        p->next = p->next->next; // expected-warning {{[relink-next]}}
      else
        p = p->next;
    }
  }
};
struct privileges_reversed : service {
  void normalize_privileges(privilege *first) override {
    privilege *done = nullptr;
    while (first) {
      auto *next = first->next;
      first->next = done; // expected-warning {{[relink-next]}}
      done = first;
      first = next;
    }
  }
};
struct privileges_dropped : service {
  void normalize_privileges(privilege *first) override {
    auto *last = first;
    while (last->next && last->next->low)
      last = last->next;
    last->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct secret_local : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    auto copy = h->secret;
    *size = static_cast<unsigned>(copy.size());
    *secret = copy.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct secret_of_context : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    *size = static_cast<unsigned>(h->secret.size());
    *secret = h->secret.data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct secret_array_new : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    *size = static_cast<unsigned>(h->secret.size());
    auto buffer = std::make_unique<unsigned char[]>(*size);
    std::copy(h->secret.begin(), h->secret.end(), buffer.get());
    *secret = buffer.release(); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct renames_over : service {
  int rename_account(account_name *a) override {
    std::strcat(a->name, "-old"); // expected-warning {{[inout-string-grow]}} expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct renames_free : service {
  int rename_account(account_name *a) override {
    midl_user_free(a->name); // expected-warning {{[free-embedded]}}
    a->name = copied("renamed");
    return 0;
  }
};
struct throws_logic : service {
  int set_comment(policy_handle h, const char *comment) override {
    if (*comment == 0)
      throw std::invalid_argument("comment"); // expected-warning {{[throw-unmapped]}}
    h->owner = comment;
    return 0;
  }
};
}
