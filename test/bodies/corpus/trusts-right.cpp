// As it should be in trusts and privileges: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace trusts {
void append(trust **first, std::string_view name) {
  while (*first)
    first = &(*first)->next;
  *first = rpc::allocate<trust>();
  (*first)->domain = rpc::allocate<sid>();
  (*first)->name = copied(name);
}
struct trusts_appended : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    append(first, "EAST");
    append(first, "WEST");
    append(first, "SOUTH");
    return 0;
  }
};
struct trusts_prepended : service {
  static void prepend(trust **first, std::string_view name) {
    auto *t = rpc::allocate<trust>();
    t->domain = rpc::allocate<sid>();
    t->name = copied(name);
    t->next = *first;
    *first = t;
  }
  int trusts(policy_handle, unsigned, trust **first) override {
    prepend(first, "EAST");
    prepend(first, "WEST");
    return 0;
  }
};
struct trusts_by_class : service {
  int trusts(policy_handle h, unsigned from, trust **first) override {
    tools::appender list(first);
    for (const auto &[name, rid] : h->names | std::views::drop(tools::checked(from, 1000))) {
      auto &t = list.add();
      t.domain = rpc::allocate<sid>();
      t.domain->revision = 1;
      t.name = copied(name);
    }
    return list.count() == 0;
  }
};
struct trusts_two : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    tools::appender list(first);
    list.add().domain = rpc::allocate<sid>();
    list.add().domain = rpc::allocate<sid>();
    return 0;
  }
};
struct trusts_recursive : service {
  static trust *rest(unsigned n) {
    if (n == 0)
      return nullptr;
    auto *t = rpc::allocate<trust>();
    t->domain = rpc::allocate<sid>();
    t->next = rest(n - 1);
    return t;
  }
  int trusts(policy_handle, unsigned from, trust **first) override {
    *first = rest(from > 8 ? 0 : 8 - from);
    return 0;
  }
};
struct trusts_sorted : service {
  int trusts(policy_handle, unsigned, trust **first) override {
    std::array<trust *, 3> all;
    for (auto &each : all) {
      each = rpc::allocate<trust>();
      each->domain = rpc::allocate<sid>();
    }
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      all[i]->next = all[i + 1];
    *first = all.front();
    return 0;
  }
};
struct privileges_list : service {
  int privileges(policy_handle h, privilege **first) override {
    *first = nullptr;
    for (unsigned bit = 0; bit < 32; ++bit) {
      if (!(h->rights & 1u << bit))
        continue;
      auto *p = rpc::allocate<privilege>();
      p->low = bit;
      p->next = *first;
      *first = p;
    }
    return 0;
  }
};
struct privileges_tail : service {
  int privileges(policy_handle h, privilege **first) override {
    privilege *head = nullptr, *tail = nullptr;
    for (unsigned bit = 0; bit < 32; ++bit) {
      auto *p = rpc::allocate<privilege>();
      p->low = bit;
      if (tail)
        tail->next = p;
      else
        head = p;
      tail = p;
    }
    *first = head;
    return h->rights ? 0 : 5;
  }
};
struct privileges_raw : service {
  int privileges(policy_handle, privilege **first) override {
    auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
    *p = {.low = 1, .high = 0, .next = nullptr};
    *first = p;
    return 0;
  }
};
struct grants : service {
  int grant(policy_handle h, const privilege *first) override {
    for (; first; first = first->next)
      h->grant(first->low);
    return 0;
  }
};
struct grants_recursive : service {
  static unsigned all(const privilege *p) { return p ? p->low | all(p->next) : 0; }
  int grant(policy_handle h, const privilege *first) override {
    h->grant(all(first));
    return 0;
  }
};
struct normalizes : service {
  void normalize_privileges(privilege *first) override {
    for (auto *p = first; p != nullptr; p = p->next)
      if (p->high < 0)
        p->high = 0;
  }
};
struct normalizes_values : service {
  void normalize_privileges(privilege *first) override {
    std::vector<privilege *> all;
    for (auto *p = first; p; p = p->next)
      all.push_back(p);
    std::vector<unsigned> low;
    std::ranges::transform(all, std::back_inserter(low), &privilege::low);
    std::ranges::sort(low);
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i]->low = low[i];
  }
};
struct normalizes_appends : service {
  void normalize_privileges(privilege *first) override {
    auto *last = first;
    while (last->next != nullptr)
      last = last->next;
    last->next = rpc::allocate<privilege>();
    last->next->low = 7;
  }
};
struct renames : service {
  int rename_account(account_name *a) override {
    if (a->name)
      for (char *c = a->name; *c; ++c)
        *c = *c >= 'a' && *c <= 'z' ? *c - 32 : *c;
    a->use = 1;
    return 0;
  }
};
struct renames_new : service {
  int rename_account(account_name *a) override {
    a->name = copied(a->domain ? std::string(a->domain) + "\\user" : "user");
    return 0;
  }
};
struct renames_bounded : service {
  int rename_account(account_name *a) override {
    if (char *s = a->name) {
      const std::size_t room = std::strlen(s) + 1;
      std::snprintf(s, room, "%s", "guest");
    }
    return 0;
  }
};
struct throws_mapped : service {
  int set_comment(policy_handle h, const char *comment) override {
    try {
      h->names.at(comment) += 1;
    } catch (const std::out_of_range &) {
      return 2;
    }
    return 0;
  }
};
}
