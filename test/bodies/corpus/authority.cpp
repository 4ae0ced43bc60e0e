// Mistakes in a security authority.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace authority {
std::map<std::string, unsigned> rids;
const char *last_comment;
unsigned first_part(const sid &s) { return s.count ? s.parts[0] : 0; }
bool same(const sid *a, const sid *b) { return a->revision == b->revision; }

struct opens : service {
  int open_policy(const char *system, unsigned access, policy_handle *h) override {
    auto p = std::make_unique<policy>();
    p->owner = system; // expected-warning {{[unchecked-null]}}
    *h = p.release();
    return 0;
  }
};
struct opens_by_length : service {
  int open_policy(const char *system, unsigned, policy_handle *h) override {
    const std::size_t length = std::strlen(system); // expected-warning {{[unchecked-null]}}
    *h = length > 3 ? new policy : nullptr;
    return 0;
  }
};
struct opens_by_view : service {
  int open_policy(const char *system, unsigned, policy_handle *h) override {
    const std::string_view name(system); // expected-warning {{[unchecked-null]}}
    if (name.empty())
      return 5;
    *h = new policy;
    return 0;
  }
};
struct closes : service {
  int close_policy(policy_handle *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    return 0;
  }
};
struct closes_by_owner : service {
  int close_policy(policy_handle *h) override {
    std::unique_ptr<policy> owned(*h); // expected-warning {{[ctx-not-nulled]}}
    if (!owned)
      return 6;
    log_line(owned->owner);
    return 0;
  }
};
struct closes_untested : service {
  int close_policy(policy_handle *h) override {
    log_line((*h)->owner); // expected-warning {{[ctx-null-in]}}
    delete *h;
    *h = nullptr;
    return 0;
  }
};
struct closes_member_call : service {
  int close_policy(policy_handle *h) override {
    auto &p = **h; // expected-warning {{[ctx-null-in]}}
    p.secret.clear();
    delete std::exchange(*h, nullptr);
    return 0;
  }
};
struct ends_in_lookup : service {
  int set_comment(policy_handle h, const char *) override {
    if (h->rights == 0) {
      delete h; // expected-warning {{[ctx-free-in-only]}}
      return 5;
    }
    return 0;
  }
};
struct ends_by_unique : service {
  int set_secret(policy_handle h, unsigned, const unsigned char *) override {
    const std::unique_ptr<policy> owned(h); // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct keeps_comment : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->comment = comment; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct keeps_view : service {
  int set_comment(policy_handle h, const char *comment) override {
    std::string_view text = comment;
    text.remove_prefix(std::min<std::size_t>(text.find_first_not_of(' '), text.size()));
    h->subject = text; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct keeps_global : service {
  int set_comment(policy_handle, const char *comment) override {
    last_comment = std::strchr(comment, ':'); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct keeps_function : service {
  std::vector<std::function<void()>> later_;
  int set_comment(policy_handle h, const char *comment) override {
    later_.emplace_back([h, comment] { h->owner = comment; }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct keeps_in_thread : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    std::thread([=] { h->secret.assign(secret, secret + size); }).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct keeps_in_map : service {
  std::unordered_map<std::string, const sid *> cache_;
  int domain_of(const sid *who, sid **domain) override {
    cache_["last"] = who; // expected-warning {{[retain-pointer]}}
    *domain = nullptr;
    return 1;
  }
};
struct keeps_in_struct : service {
  struct pending {
    const sid *who;
    unsigned tries;
  };
  std::queue<pending> pending_;
  int domain_of(const sid *who, sid **domain) override {
    pending_.push({who, 0}); // expected-warning {{[retain-pointer]}}
    *domain = nullptr;
    return 1;
  }
};
struct account_untested : service {
  int account_of(const sid *who, account_name **name) override {
    *name = rpc::allocate<account_name>();
    (*name)->use = who->count; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct account_by_helper : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    if (first_part(*who) == 0) // expected-warning {{[unchecked-null]}}
      return 2;
    return 0;
  }
};
struct account_by_same : service {
  sid mine_{};
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    return same(&mine_, who); // expected-warning {{[unchecked-null]}}
  }
};
struct account_by_switch : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    switch (who->revision) { // expected-warning {{[unchecked-null]}}
    case 1:
      return 0;
    default:
      return 1;
    }
  }
};
struct account_inverted : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    if (!who)
      log_value(who->count); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct account_lost_test : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    if (who == nullptr)
      log_line("no sid");
    return who->revision; // expected-warning {{[unchecked-null]}}
  }
};
struct account_literal : service {
  int account_of(const sid *who, account_name **name) override {
    if (!who)
      return 87;
    *name = rpc::allocate<account_name>();
    (*name)->domain = const_cast<char *>("BUILTIN"); // expected-warning {{[return-static]}}
    (*name)->name = copied("Users");
    return 0;
  }
};
struct account_local : service {
  int account_of(const sid *who, account_name **name) override {
    if (!who)
      return 87;
    char text[32];
    std::snprintf(text, sizeof text, "S-%u", who->revision);
    *name = rpc::allocate<account_name>();
    (*name)->domain = copied("HERE");
    (*name)->name = text; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct account_of_string : service {
  int account_of(const sid *, account_name **name) override {
    const std::string text = "S-1-5-" + std::to_string(rids.size());
    *name = rpc::allocate<account_name>();
    (*name)->name = const_cast<char *>(text.c_str()); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct account_of_key : service {
  int account_of(const sid *, account_name **name) override {
    auto found = rids.begin();
    if (found == rids.end())
      return 2;
    *name = rpc::allocate<account_name>();
    (*name)->name = const_cast<char *>(found->first.c_str()); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct account_strdup : service {
  int account_of(const sid *, account_name **name) override {
    *name = rpc::allocate<account_name>();
    (*name)->name = strdup("Users"); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct account_new : service {
  int account_of(const sid *, account_name **name) override {
    *name = new account_name{}; // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct account_unset : service {
  int account_of(const sid *, account_name **name) override {
    *name = static_cast<account_name *>(rpc::allocate(sizeof(account_name)));
    (*name)->use = 1;
    (*name)->name = copied("Users");
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct domain_half : service {
  int domain_of(const sid *who, sid **domain) override {
    auto *d = static_cast<sid *>(midl_user_allocate(sizeof(sid)));
    d->revision = 1;
    d->count = 0;
    *domain = d;
    if (who->count < 2)
      return 87; // expected-warning {{[failure-inconsistent]}}
    d->parts = nullptr;
    return 0;
  }
};
struct domain_shares_parts : service {
  int domain_of(const sid *who, sid **domain) override {
    sid d = *who;
    *domain = &d; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct frees_parts : service {
  int domain_of(const sid *who, sid **domain) override {
    *domain = nullptr;
    free(who->parts); // expected-warning {{[free-embedded]}}
    return 0;
  }
};
struct frees_names : service {
  int lookup_names(policy_handle, const name_list *names, sid_list *sids, unsigned *mapped) override {
    for (unsigned i = 0; i < names->count; ++i)
      rpc::free(names->names[i].name); // expected-warning {{[free-embedded]}}
    *sids = {};
    *mapped = 0;
    return 0;
  }
};
struct deletes_list : service {
  int merge_lists(const sid_list *a, const sid_list *, sid_list *all) override {
    *all = {};
    delete a; // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct reallocates_sids : service {
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    all->sids = static_cast<sid **>(std::realloc(a->sids, (a->count + b->count) * sizeof(sid *))); // expected-warning {{[foreign-allocator]}} expected-warning {{[realloc-stub-owned]}}
    all->count = a->count;
    return 0;
  }
};
struct shares_sids : service {
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    all->count = 2;
    all->sids = rpc::allocate_array<sid *>(2);
    auto *both = rpc::allocate<sid>();
    all->sids[0] = both;
    all->sids[1] = both; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
}
