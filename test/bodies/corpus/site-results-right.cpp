// As it should be in results and contexts: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace results {
struct exception_safe : service {
  int document_of(unsigned job, document **d) override {
    *d = nullptr;
    auto *made = rpc::allocate<document>();
    made->owner = rpc::allocate<account_name>();
    if (job > 9)
      throw rpc::error(rpc::status::call_failed);
    *d = made;
    return 0;
  }
};
struct by_reference : service {
  static bool make(account_name *&to) {
    to = rpc::allocate<account_name>();
    return to != nullptr;
  }
  int account_of(const sid *, account_name **name) override { return make(*name) ? 0 : 14; }
};
struct by_return : service {
  static account_name *make(std::string_view s) {
    auto *n = rpc::allocate<account_name>();
    n->name = rpc::allocate_array<char>(s.size() + 1);
    s.copy(n->name, s.size());
    return n;
  }
  int account_of(const sid *who, account_name **name) override {
    *name = who ? make("guest") : nullptr;
    return 0;
  }
};
struct two_phase : service {
  int lookup_sids(policy_handle, const sid_list *sids, name_list **names) override {
    auto *list = static_cast<name_list *>(rpc::allocate(sizeof(name_list)));
    list->count = 0;
    list->names = nullptr;
    *names = list;
    if (sids->count == 0)
      return 0;
    list->names = rpc::allocate_array<account_name>(sids->count);
    for (; list->count < sids->count; ++list->count) {
      account_name &n = list->names[list->count];
      n.domain = rpc::allocate_array<char>(8);
      std::strcpy(n.domain, "HERE");
    }
    return 0;
  }
};
struct calloc_copied : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    auto *scratch = static_cast<unsigned char *>(std::malloc(16));
    if (!scratch)
      return 14;
    std::memset(scratch, 1, 16);
    *size = 16;
    *secret = static_cast<unsigned char *>(rpc::allocate(16));
    std::memcpy(*secret, scratch, 16);
    std::free(scratch);
    return static_cast<int>(h->rights);
  }
};
struct static_table : service {
  int device_name(unsigned index, char **name) override {
    static constexpr const char *names[] = {"lpt1", "lpt2"};
    if (index >= std::size(names))
      return 259;
    const char *found = names[index];
    *name = rpc::allocate_array<char>(std::strlen(found) + 1);
    std::strcpy(*name, found);
    return 0;
  }
};
struct tree_of_map : service {
  int volume_tree(unsigned depth, volume **root) override {
    std::map<unsigned, volume *> made;
    *root = rpc::allocate<volume>();
    made[0] = *root;
    for (unsigned i = 1; i < std::min(depth, 8u); ++i) {
      auto *v = rpc::allocate<volume>();
      made[i - 1]->parent = v;
      made[i] = v;
    }
    return 0;
  }
};
struct list_of_vector : service {
  int privileges(policy_handle, privilege **first) override {
    std::vector<privilege *> all;
    for (unsigned i = 0; i < 5; ++i)
      all.push_back(rpc::allocate<privilege>());
    for (std::size_t i = 1; i < all.size(); ++i)
      all[i - 1]->next = all[i];
    *first = all.empty() ? nullptr : all[0];
    return 0;
  }
};
struct swapped : service {
  void redirect(destination *d) override {
    if (d->kind == 2 && d->to.disk && d->to.disk->size > 1)
      std::swap(d->to.disk->bytes[0], d->to.disk->bytes[1]);
  }
};
struct out_text : service {
  void summary(std::string_view topic, std::string &text) override {
    std::ostringstream out;
    out << topic << ": ok";
    text = std::move(out).str();
  }
};
}

namespace contexts {
struct shared_state : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    policy next = *h;
    next.secret = std::vector<unsigned char>(secret, secret + size);
    std::swap(*h, next);
    return 0;
  }
};
struct weak_table : service {
  std::vector<policy_handle> open_;
  int open_policy(const char *, unsigned, policy_handle *h) override {
    *h = new policy;
    open_.push_back(*h);
    return 0;
  }
  int close_policy(policy_handle *h) override {
    std::erase(open_, *h);
    delete *h;
    *h = nullptr;
    return 0;
  }
};
struct tested_close : service {
  int close_policy(policy_handle *h) override {
    policy *p = *h;
    if (p == nullptr)
      return 6;
    p->grant(1);
    *h = nullptr;
    delete p;
    return 0;
  }
};
}
