// As it should be in a security authority: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace authority {
std::mutex lock;
std::map<std::string, unsigned> rids;
sid *clone(const sid &s) {
  auto *c = rpc::allocate<sid>();
  c->revision = s.revision;
  c->count = s.count;
  c->parts = rpc::allocate_array<unsigned>(s.count);
  std::copy_n(s.parts, s.count, c->parts);
  return c;
}

struct opens : service {
  int open_policy(const char *system, unsigned access, policy_handle *h) override {
    auto p = std::make_unique<policy>();
    p->owner = system ? system : "";
    p->grant(access);
    *h = p.release();
    return 0;
  }
};
struct opens_by_view : service {
  int open_policy(const char *system, unsigned access, policy_handle *h) override {
    const std::string_view name = system == nullptr ? std::string_view() : system;
    if (name.size() > 255)
      return 87;
    *h = new policy{.owner = std::string(name), .rights = access};
    return 0;
  }
};
struct opens_by_flag : service {
  int open_policy(const char *system, unsigned, policy_handle *h) override {
    *h = nullptr;
    const bool local = !system || !*system;
    if (!local && std::strlen(system) > 15)
      return 87;
    *h = new policy;
    if (!local)
      (*h)->owner.assign(system);
    return 0;
  }
};
struct opens_table : service {
  std::map<unsigned, std::unique_ptr<policy>> open_;
  unsigned next_ = 0;
  int open_policy(const char *, unsigned access, policy_handle *h) override {
    const std::lock_guard hold(lock);
    auto &place = open_[next_++];
    place = std::make_unique<policy>();
    place->rights = access;
    *h = place.get();
    return 0;
  }
  int close_policy(policy_handle *h) override {
    const std::lock_guard hold(lock);
    std::erase_if(open_, [&](const auto &each) { return each.second.get() == *h; });
    *h = nullptr;
    return 0;
  }
};
struct closes : service {
  int close_policy(policy_handle *h) override {
    delete std::exchange(*h, nullptr);
    return 0;
  }
};
struct closes_by_owner : service {
  int close_policy(policy_handle *h) override {
    if (!*h)
      return 6;
    const std::unique_ptr<policy> owned(*h);
    *h = nullptr;
    log_line(owned->owner);
    return 0;
  }
};
struct closes_guarded : service {
  int close_policy(policy_handle *h) override {
    tools::at_exit done{[h] {
      delete *h;
      *h = nullptr;
    }};
    if (*h)
      log_line((*h)->owner);
    return 0;
  }
};
struct comments : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->owner.assign(comment);
    return 0;
  }
};
struct comments_kept_by_value : service {
  std::deque<std::string> history_;
  int set_comment(policy_handle h, const char *comment) override {
    std::string_view text = comment;
    if (const auto at = text.find('#'); at != text.npos)
      text = text.substr(0, at);
    history_.emplace_back(text);
    h->names[std::string(text)] += 1;
    h->subject = history_.back();
    return 0;
  }
};
struct comments_later : service {
  std::vector<std::function<void()>> later_;
  int set_comment(policy_handle h, const char *comment) override {
    later_.emplace_back([h, text = std::string(comment)] { h->owner = text; });
    return 0;
  }
};
struct secrets : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    h->secret.assign(secret, secret + size);
    return 0;
  }
  int get_secret(policy_handle h, unsigned *size, unsigned char **secret) override {
    *size = static_cast<unsigned>(h->secret.size());
    *secret = rpc::allocate_array<unsigned char>(h->secret.size());
    std::ranges::copy(h->secret, *secret);
    return 0;
  }
};
struct secrets_in_thread : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    std::vector<unsigned char> copy(secret, secret + size);
    std::thread([h, copy = std::move(copy)]() mutable { h->secret = std::move(copy); }).detach();
    return 0;
  }
};
struct secrets_joined : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    std::atomic<unsigned> sum = 0;
    {
      std::jthread half([&] {
        for (unsigned i = 0; i < size / 2; ++i)
          sum += secret[i];
      });
      for (unsigned i = size / 2; i < size; ++i)
        sum += secret[i];
    }
    return static_cast<int>(sum + h->rights);
  }
};
struct secrets_many_threads : service {
  int set_secret(policy_handle, unsigned size, const unsigned char *secret) override {
    std::vector<std::thread> workers;
    std::atomic<int> found = 0;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back([&, i] {
        for (unsigned at = i; at < size; at += 4)
          found += secret[at] == 0;
      });
    for (auto &each : workers)
      each.join();
    return found;
  }
};
struct secrets_async : service {
  int set_secret(policy_handle, unsigned size, const unsigned char *secret) override {
    auto sum = std::async(std::launch::async, [=] { return std::accumulate(secret, secret + size, 0); });
    return sum.get();
  }
};
struct accounts : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    if (!tools::valid(who))
      return 87;
    *name = rpc::allocate<account_name>();
    (*name)->use = who->parts[who->count - 1];
    (*name)->name = copied(std::to_string(who->revision));
    return 0;
  }
};
struct accounts_by_guard : service {
  int account_of(const sid *who, account_name **name) override try {
    if (who == nullptr || who->count == 0)
      throw rpc::error(rpc::status::call_failed);
    *name = tools::make<account_name>(copied("HERE"), copied("Users"), who->parts[0]);
    return 0;
  } catch (const std::bad_alloc &) {
    *name = nullptr;
    return 14;
  }
};
struct accounts_assert : service {
  int account_of(const sid *who, account_name **name) override {
    assert(who);
    *name = rpc::allocate<account_name>();
    (*name)->use = who->revision;
    return 0;
  }
};
struct accounts_optional : service {
  static std::optional<unsigned> rid(const sid *who) {
    if (!who || !who->count)
      return std::nullopt;
    return who->parts[who->count - 1];
  }
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    const auto r = rid(who);
    if (!r)
      return 2;
    *name = rpc::allocate<account_name>();
    (*name)->use = *r + who->revision;
    return 0;
  }
};
struct accounts_default : service {
  int account_of(const sid *who, account_name **name) override {
    static const sid everyone{1, 0, nullptr};
    const sid &s = who ? *who : everyone;
    *name = rpc::allocate<account_name>();
    (*name)->use = s.revision;
    return 0;
  }
};
struct accounts_cached : service {
  std::unordered_map<unsigned, std::string> cache_;
  int account_of(const sid *who, account_name **name) override {
    const unsigned key = who ? who->revision : 0;
    auto [at, fresh] = cache_.try_emplace(key);
    if (fresh)
      at->second = "user " + std::to_string(key);
    *name = rpc::allocate<account_name>();
    (*name)->name = copied(at->second);
    (*name)->domain = copied("cache");
    return 0;
  }
};
struct domains : service {
  int domain_of(const sid *who, sid **domain) override {
    *domain = clone(*who);
    if ((*domain)->count > 0)
      --(*domain)->count;
    return 0;
  }
};
struct domains_raw : service {
  int domain_of(const sid *who, sid **domain) override {
    auto *d = static_cast<sid *>(midl_user_allocate(sizeof(sid)));
    *d = *who;
    d->parts = static_cast<unsigned *>(midl_user_allocate(who->count * sizeof(unsigned)));
    std::memcpy(d->parts, who->parts, who->count * sizeof(unsigned));
    *domain = d;
    return 0;
  }
};
struct domains_failed : service {
  int domain_of(const sid *who, sid **domain) override {
    auto *d = static_cast<sid *>(rpc::allocate(sizeof(sid)));
    std::memset(d, 0, sizeof *d);
    *domain = d;
    if (who->count < 2)
      return 87;
    d->parts = rpc::allocate_array<unsigned>(who->count - 1);
    d->count = who->count - 1;
    return 0;
  }
};
struct domains_freed : service {
  int domain_of(const sid *who, sid **domain) override {
    *domain = clone(*who);
    if ((*domain)->revision != 1) {
      rpc::free((*domain)->parts);
      rpc::free(*domain);
      *domain = nullptr;
      return 87;
    }
    return 0;
  }
};
struct names : service {
  int lookup_names(policy_handle, const name_list *names, sid_list *sids, unsigned *mapped) override {
    *mapped = 0;
    sids->count = names->count;
    sids->sids = rpc::allocate_array<sid *>(names->count);
    for (const account_name &each : std::span(names->names, names->count)) {
      const auto at = rids.find(each.name ? each.name : "");
      if (at == rids.end())
        continue;
      auto *s = rpc::allocate<sid>();
      s->revision = 1;
      s->count = 1;
      s->parts = rpc::allocate<unsigned>();
      *s->parts = at->second;
      sids->sids[(*mapped)++] = s;
    }
    return 0;
  }
};
struct names_by_transform : service {
  int lookup_sids(policy_handle, const sid_list *sids, name_list **names) override {
    *names = rpc::allocate<name_list>();
    (*names)->count = sids->count;
    (*names)->names = rpc::allocate_array<account_name>(sids->count);
    std::transform(sids->sids, sids->sids + sids->count, (*names)->names, [](const sid *s) {
      account_name n{};
      if (s)
        n.name = copied(std::to_string(s->revision));
      return n;
    });
    return 0;
  }
};
struct merged : service {
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    std::vector<sid *> found;
    for (const auto *list : {a, b})
      for (unsigned i = 0; i < list->count; ++i)
        if (const sid *s = list->sids[i])
          found.push_back(clone(*s));
    all->count = static_cast<unsigned>(found.size());
    all->sids = rpc::allocate_array<sid *>(found.size());
    std::copy(found.begin(), found.end(), all->sids);
    return 0;
  }
};
}
