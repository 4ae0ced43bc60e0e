// Pointers and optionals that the client may leave out, over the fourth interface.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_null {
using namespace site;
#define ALLOC(T) ((T *)midl_user_allocate(sizeof(T)))
template <class T> T *make_zeroed() {
  return new (rpc::allocate(sizeof(T))) T();
}
struct account_macro : service {
  int account_of(const sid *who, account_name **name) override {
    const unsigned parts = who->count; // expected-warning {{[unchecked-null]}}
    *name = ALLOC(account_name);
    **name = {nullptr, nullptr, parts};
    return 0;
  }
};
struct account_late_check : service {
  int account_of(const sid *who, account_name **name) override {
    const unsigned char r = who->revision; // expected-warning {{[unchecked-null]}}
    if (!who)
      return 87;
    *name = make_zeroed<account_name>();
    (*name)->use = r;
    return 0;
  }
};
struct grant_second : service {
  int grant(policy_handle h, const privilege *first) override {
    if (!first)
      return 87;
    h->grant(first->low | first->next->low); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct grant_do_while : service {
  int grant(policy_handle h, const privilege *first) override {
    do {
      h->grant(first->low); // expected-warning {{[unchecked-null]}}
      first = first->next;
    } while (first);
    return 0;
  }
};
struct pages_wrong_guard : service {
  int print_pages(const page *first) override {
    if (first || first->bytes > 0) // expected-warning {{[unchecked-null]}}
      return 1;
    return 0;
  }
};
struct title_untested : service {
  int print_document(const document *d, unsigned *job) override {
    *job = static_cast<unsigned>(strlen(d->title)); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct title_view : service {
  int print_document(const document *d, unsigned *job) override {
    const std::string_view title = d->title; // expected-warning {{[unchecked-null]}}
    *job = static_cast<unsigned>(title.size());
    return 0;
  }
};
struct sids_elements : service {
  int lookup_sids(policy_handle h, const sid_list *sids, name_list **names) override {
    for (unsigned i = 0; i < sids->count; ++i)
      h->grant(sids->sids[i]->revision); // expected-warning {{[unchecked-null]}}
    *names = make_zeroed<name_list>();
    return 0;
  }
};
struct names_strings : service {
  int lookup_names(policy_handle h, const name_list *names, sid_list *sids, unsigned *mapped) override {
    for (const account_name &n : std::span(names->names, names->count))
      h->names[n.name] = 1; // expected-warning {{[unchecked-null]}}
    *sids = {0, nullptr};
    *mapped = 0;
    return 0;
  }
};
struct last_value : service {
  int report(const series &s) override {
    const auto &[name, samples, last, parent] = s;
    return static_cast<int>(last->value) + static_cast<int>(samples.size()); // expected-warning {{[unchecked-null]}}
  }
};
struct unit_text : service {
  int report_one(std::optional<sample> s) override {
    return s ? static_cast<int>(s->unit->size()) : 0; // expected-warning {{[unchecked-null]}}
  }
};
struct submit_pointer : service {
  std::map<std::string, double> sums_;
  int submit(std::unique_ptr<series> s) override {
    for (auto &each : s->samples) // expected-warning {{[unchecked-null]}}
      sums_[each.sensor] += each.value;
    return 0;
  }
};
struct depth_reduce : service {
  int depth_of(const volume *v) override {
    const volume *at = v;
    int n = 0;
    for (; at->parent->parent; at = at->parent) // expected-warning {{[unchecked-null]}}
      ++n;
    return n;
  }
};
struct route_disk : service {
  int route_to(const destination *d) override {
    switch (d->kind) {
    case 1:
      return static_cast<int>(d->to.tape);
    case 2:
      return static_cast<int>(d->to.disk->size); // expected-warning {{[unchecked-null]}}
    default:
      return -1;
    }
  }
};
struct topics_any : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    return std::ranges::any_of(names, [](const std::optional<std::string> &n) { return n->empty(); }); // expected-warning {{[unchecked-null]}}
  }
};
struct account_guarded : service {
  int account_of(const sid *who, account_name **name) override {
    if (who == nullptr || who->count == 0)
      return 87;
    *name = make_zeroed<account_name>();
    (*name)->use = who->parts[0];
    return 0;
  }
};
struct account_ternary : service {
  int account_of(const sid *who, account_name **name) override {
    const unsigned use = who ? who->count : 0u;
    *name = ALLOC(account_name);
    **name = {nullptr, nullptr, use};
    return 0;
  }
};
struct grant_loop : service {
  int grant(policy_handle h, const privilege *first) override {
    for (const privilege *p = first; p != nullptr; p = p->next) {
      if (p->high < 0)
        continue;
      h->grant(p->low);
    }
    return 0;
  }
};
struct grant_second_guarded : service {
  int grant(policy_handle h, const privilege *first) override {
    if (first && first->next && first->next->low)
      h->grant(first->low | first->next->low);
    return 0;
  }
};
struct title_default : service {
  int print_document(const document *d, unsigned *job) override {
    const char *title = d->title ? d->title : "untitled";
    *job = static_cast<unsigned>(strlen(title));
    return 0;
  }
};
struct sids_filtered : service {
  int lookup_sids(policy_handle h, const sid_list *sids, name_list **names) override {
    for (const sid *each : std::span(sids->sids, sids->count)) {
      if (!each)
        return 87;
      h->grant(each->revision);
    }
    *names = make_zeroed<name_list>();
    return 0;
  }
};
struct unit_value_or : service {
  int report_one(std::optional<sample> s) override {
    if (!s.has_value())
      return 0;
    const std::string unit = s->unit.value_or("none");
    return static_cast<int>(unit.size());
  }
};
struct unit_transform : service {
  int report_one(std::optional<sample> s) override {
    if (s && s->unit)
      return static_cast<int>(s->unit->size());
    return s ? static_cast<int>(s->sensor.size()) : 0;
  }
};
struct submit_guarded : service {
  std::vector<std::unique_ptr<series>> kept_;
  int submit(std::unique_ptr<series> s) override {
    if (!s)
      return 87;
    const std::size_t n = s->samples.size();
    kept_.push_back(std::move(s));
    return static_cast<int>(n);
  }
};
struct depth_walk : service {
  int depth_of(const volume *v) override {
    int n = 0;
    for (const volume *at = v; (at = at->parent) != nullptr;)
      ++n;
    return n;
  }
};
struct depth_recursion : service {
  static int up(const volume *v) {
    return v ? 1 + up(v->parent) : 0;
  }
  int depth_of(const volume *v) override {
    return up(v);
  }
};
struct route_guarded : service {
  int route_to(const destination *d) override {
    if (d->kind == 2 && d->to.disk != nullptr)
      return static_cast<int>(d->to.disk->size);
    return d->kind == 1 ? static_cast<int>(d->to.tape) : -1;
  }
};
struct topics_all : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    return std::ranges::all_of(names, [](const auto &n) { return n && !n->empty(); });
  }
};
struct parents_shared : service {
  int attach(std::shared_ptr<series> s) override {
    int n = 0;
    for (auto at = s; at; at = at->parent)
      ++n;
    return n;
  }
};
struct last_assert : service {
  int report(const series &s) override {
    assert(s.last && "the caller has one");
    return s.last->value > 0;
  }
};
}
