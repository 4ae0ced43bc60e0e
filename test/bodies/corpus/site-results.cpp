// What results point to, over the fourth interface.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_results {
using namespace site;
#define ALLOC(T) ((T *)midl_user_allocate(sizeof(T)))
inline char *dup_text(const char *from) {
  std::size_t n = strlen(from) + 1;
  auto *to = static_cast<char *>(rpc::allocate(n));
  memcpy(to, from, n);
  return to;
}
template <class T> T *make_zeroed() {
  return new (rpc::allocate(sizeof(T))) T();
}
struct domain_stack : service {
  int domain_of(const sid *who, sid **domain) override {
    sid made = *who;
    made.revision = 1;
    *domain = &made; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct domain_in : service {
  std::vector<sid> known_;
  int domain_of(const sid *who, sid **domain) override {
    for (auto &k : known_)
      if (k.count == who->count) {
        *domain = &k; // expected-warning {{[return-static]}}
        return 0;
      }
    *domain = nullptr;
    return 2;
  }
};
struct device_string : service {
  int device_name(unsigned index, char **name) override {
    std::string text = "lpt" + std::to_string(index);
    *name = text.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct device_stream : service {
  int device_name(unsigned index, char **name) override {
    std::ostringstream out;
    out << "lpt" << index;
    *name = const_cast<char *>(out.str().c_str()); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct printer_literal : service {
  char *default_printer() override {
    return const_cast<char *>("lpt1"); // expected-warning {{[return-static]}}
  }
};
struct printer_member : service {
  std::string name_ = "lpt1";
  char *default_printer() override {
    return name_.data(); // expected-warning {{[return-static]}}
  }
};
struct printer_strdup : service {
  char *default_printer() override {
    return strdup("lpt1"); // expected-warning {{[foreign-allocator]}}
  }
};
struct printer_new : service {
  char *default_printer() override {
    char *p = new char[5];
    memcpy(p, "lpt1", 5);
    return p; // expected-warning {{[foreign-allocator]}}
  }
};
struct document_unset : service {
  int document_of(unsigned, document **d) override {
    document *made = ALLOC(document);
    made->copies = 1;
    made->owner = ALLOC(account_name);
    *made->owner = {};
    made->title = dup_text("t");
    *d = made;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct document_noowner : service {
  int document_of(unsigned, document **d) override {
    *d = make_zeroed<document>();
    (*d)->title = dup_text("t");
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct cover_unique : service {
  page *cover(unsigned job) override {
    auto p = std::make_unique<page>();
    p->number = job;
    return p.get(); // expected-warning {{[return-stack]}}
  }
};
struct cover_release : service {
  page *cover(unsigned job) override {
    auto p = std::make_unique<page>();
    p->number = job;
    return p.release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct volume_alias : service {
  int volume_tree(unsigned, volume **root) override {
    *root = make_zeroed<volume>();
    volume *shared = make_zeroed<volume>();
    (*root)->parent = shared;
    (*root)->snapshots = shared; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct volume_self : service {
  int volume_tree(unsigned, volume **root) override {
    volume *v = make_zeroed<volume>();
    v->parent = v;
    *root = v; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct secret_context : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    *size = static_cast<unsigned>(h->secret.size());
    *secret = h->secret.data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct trusts_freed : service {
  int trusts(policy_handle, unsigned from, trust **first) override {
    trust *t = make_zeroed<trust>();
    t->domain = make_zeroed<sid>();
    *first = t; // expected-warning {{[return-stack]}}
    if (from > 3) {
      rpc::free(t);
      return 259;
    }
    return 0;
  }
};
struct privileges_fail : service {
  int privileges(policy_handle h, privilege **first) override {
    *first = ALLOC(privilege);
    if (h->rights == 0)
      return 5; // expected-warning {{[failure-inconsistent]}}
    **first = {h->rights, 0, nullptr};
    return 0;
  }
};
struct assigned_parameter : service {
  int domain_of(const sid *who, sid **domain) override {
    sid *made = make_zeroed<sid>();
    made->revision = who->revision;
    domain = &made; // expected-warning {{[assign-toplevel-pointer]}}
    return 0;
  }
};
struct domain_copy : service {
  int domain_of(const sid *who, sid **domain) override {
    auto *made = make_zeroed<sid>();
    made->revision = who->revision;
    made->count = who->count;
    made->parts = rpc::allocate_array<unsigned>(who->count);
    std::copy_n(who->parts, who->count, made->parts);
    *domain = made;
    return 0;
  }
};
struct device_text : service {
  int device_name(unsigned index, char **name) override {
    const std::string text = "lpt" + std::to_string(index);
    *name = dup_text(text.c_str());
    return 0;
  }
};
struct device_format : service {
  int device_name(unsigned index, char **name) override {
    char here[32];
    const int n = std::snprintf(here, sizeof here, "lpt%u", index);
    if (n < 0) {
      *name = nullptr;
      return 1;
    }
    *name = rpc::allocate_array<char>(static_cast<std::size_t>(n) + 1);
    std::copy(here, here + n, *name);
    return 0;
  }
};
struct printer_copy : service {
  std::string name_ = "lpt1";
  char *default_printer() override {
    auto *p = rpc::allocate_array<char>(name_.size() + 1);
    name_.copy(p, name_.size());
    return p;
  }
};
struct document_full : service {
  int document_of(unsigned job, document **d) override {
    *d = ALLOC(document);
    **d = {.title = dup_text("t"), .owner = make_zeroed<account_name>(), .pages = nullptr, .copies = job};
    return 0;
  }
};
struct document_goto : service {
  int document_of(unsigned job, document **d) override {
    int rc = 0;
    document *made = make_zeroed<document>();
    *d = nullptr;
    if (job == 0) {
      rc = 87;
      goto out;
    }
    made->owner = make_zeroed<account_name>();
    *d = made;
  out:
    return rc;
  }
};
struct cover_guard : service {
  page *cover(unsigned job) override {
    std::unique_ptr<page, decltype(&rpc::free)> p(make_zeroed<page>(), &rpc::free);
    p->number = job;
    return p.release();
  }
};
struct volume_chain : service {
  int volume_tree(unsigned depth, volume **root) override {
    volume *child = nullptr;
    for (unsigned i = 0; i < depth; ++i) {
      auto *v = make_zeroed<volume>();
      v->index = i;
      v->snapshots = child;
      child = v;
    }
    *root = child;
    return 0;
  }
};
struct secret_copy : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    const auto &kept = h->secret;
    *size = static_cast<unsigned>(kept.size());
    *secret = rpc::allocate_array<unsigned char>(kept.size());
    std::ranges::copy(kept, *secret);
    return 0;
  }
};
struct trusts_append : service {
  std::vector<std::string> all_;
  int trusts(policy_handle, unsigned from, trust **first) override {
    trust **at = first;
    for (std::size_t i = from; i < all_.size(); ++i) {
      *at = make_zeroed<trust>();
      (*at)->domain = make_zeroed<sid>();
      (*at)->name = dup_text(all_[i].c_str());
      at = &(*at)->next;
    }
    return 0;
  }
};
struct privileges_front : service {
  int privileges(policy_handle h, privilege **first) override {
    *first = nullptr;
    for (unsigned bit = 1; bit; bit <<= 1)
      if (h->rights & bit)
        *first = new (rpc::allocate(sizeof(privilege))) privilege{bit, 0, *first};
    return 0;
  }
};
struct merge_copies : service {
  static sid *copy_of(const sid *s) {
    auto *m = make_zeroed<sid>();
    m->revision = s->revision;
    return m;
  }
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    all->count = a->count + b->count;
    all->sids = rpc::allocate_array<sid *>(all->count);
    unsigned n = 0;
    for (const auto *l : {a, b})
      for (unsigned i = 0; i < l->count; ++i)
        all->sids[n++] = l->sids[i] ? copy_of(l->sids[i]) : nullptr;
    return 0;
  }
};
}
