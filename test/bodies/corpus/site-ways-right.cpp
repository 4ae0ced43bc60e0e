// As it should be in owners, workers and checks: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace owners {
struct moved_first : service {
  std::vector<std::unique_ptr<series>> all_;
  std::vector<const series *> index_;
  int submit(std::unique_ptr<series> s) override {
    if (!s)
      return 1;
    all_.push_back(std::move(s));
    index_.push_back(all_.back().get());
    return 0;
  }
};
struct indexed_first : service {
  std::map<std::string, std::unique_ptr<series>> all_;
  const series *last_ = nullptr;
  int submit(std::unique_ptr<series> s) override {
    if (!s)
      return 1;
    last_ = s.get();
    all_[s->name] = std::move(s);
    return 0;
  }
};
struct kept_member : service {
  std::unique_ptr<series> kept_;
  std::string_view name_;
  int submit(std::unique_ptr<series> s) override {
    kept_ = std::move(s);
    if (kept_)
      name_ = kept_->name;
    return 0;
  }
};
struct shared_member : service {
  std::shared_ptr<series> kept_;
  std::string_view name_;
  int attach(std::shared_ptr<series> s) override {
    if (s)
      name_ = s->name;
    kept_ = s;
    return 0;
  }
};
struct released : service {
  std::vector<series *> raw_;
  int submit(std::unique_ptr<series> s) override {
    raw_.push_back(s.release());
    return 0;
  }
};
struct emplaced : service {
  std::unordered_map<std::string, std::shared_ptr<series>> all_;
  std::set<const series *> seen_;
  int attach(std::shared_ptr<series> s) override {
    if (!s || !seen_.insert(s.get()).second)
      return 1;
    all_.emplace(s->name, s);
    return 0;
  }
};
struct optional_moved : service {
  std::vector<sample> all_;
  int report_one(std::optional<sample> s) override {
    if (s)
      all_.push_back(*std::move(s));
    return static_cast<int>(all_.size());
  }
};
}

namespace workers {
struct pool {
  std::vector<std::jthread> threads;
  template <class F> void run(F f) { threads.emplace_back(std::move(f)); }
};
struct local_pool : service {
  int histogram(std::span<const int> buckets) override {
    std::atomic<int> sum = 0;
    {
      pool p;
      p.run([&] { sum += std::accumulate(buckets.begin(), buckets.end(), 0); });
      p.run([&] { ++sum; });
    }
    return sum;
  }
};
struct futures : service {
  int histogram(std::span<const int> buckets) override {
    std::vector<std::future<int>> parts;
    for (std::size_t at = 0; at < buckets.size(); at += 100)
      parts.push_back(std::async(std::launch::async, [part = buckets.subspan(at)] { return std::ranges::max(part); }));
    int sum = 0;
    for (auto &each : parts)
      sum += each.get();
    return sum;
  }
};
struct promised : service {
  int subscribe(std::string_view topic, const std::string &) override {
    std::promise<int> done;
    auto result = done.get_future();
    std::thread worker([&, topic] { done.set_value(static_cast<int>(topic.size())); });
    const int n = result.get();
    worker.join();
    return n;
  }
};
struct posted : service {
  std::mutex m_;
  std::deque<std::function<void()>> queue_;
  int subscribe(std::string_view topic, const std::string &who) override {
    const std::scoped_lock hold(m_);
    queue_.push_back([topic = std::string(topic), who] { log_line(topic + who); });
    return 0;
  }
};
struct callbacks : service {
  static void each(std::span<const int> all, const std::function<void(int)> &f) {
    for (int n : all)
      f(n);
  }
  int histogram(std::span<const int> buckets) override {
    int sum = 0;
    each(buckets, [&sum, &buckets](int n) { sum += n * static_cast<int>(buckets.size()); });
    return sum;
  }
};
}

namespace checks {
struct error_with : std::exception {};
#define RETURN_IF(condition, code) \
  if (condition) \
  return code
template <class T> T &deref(T *p) {
  if (!p)
    throw rpc::error(rpc::status::call_failed);
  return *p;
}
template <class T> class ref {
  T *p_;

public:
  explicit ref(T *p) : p_(p) {}
  explicit operator bool() const { return p_ != nullptr; }
  T *operator->() const { return p_; }
  T &operator*() const { return *p_; }
};
struct macro : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    RETURN_IF(who == nullptr, 87);
    return who->revision;
  }
};
struct helper : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    const sid &s = deref(who);
    return s.revision + who->count;
  }
};
struct wrapped : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    const ref s(who);
    if (!s)
      return 87;
    return s->revision + (*s).count;
  }
};
struct goto_ : service {
  int account_of(const sid *who, account_name **name) override {
    int rc = 87;
    *name = nullptr;
    if (!who)
      goto out;
    rc = who->revision;
  out:
    return rc;
  }
};
struct code : service {
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    int rc = 0;
    if (who == nullptr)
      rc = 87;
    if (rc == 0)
      rc = who->revision;
    return rc;
  }
};
struct enums : service {
  enum class state { none, there };
  int account_of(const sid *who, account_name **name) override {
    *name = nullptr;
    const state s = who ? state::there : state::none;
    switch (s) {
    case state::none:
      return 87;
    case state::there:
      return who->revision;
    }
    return 0;
  }
};
struct loop_flag : service {
  int print_pages(const page *first) override {
    bool found = false;
    const page *at = first;
    while (!found && at) {
      found = at->number == 7;
      if (!found)
        at = at->next;
    }
    return found ? static_cast<int>(at->bytes) : 0;
  }
};
struct last_page : service {
  int print_pages(const page *first) override {
    const page *last = nullptr;
    for (const page *p = first; p; p = p->next)
      last = p;
    return last != nullptr && last->bytes > 0 ? last->data[0] : 0;
  }
};
struct ordered : service {
  int print_pages(const page *first) override {
    if (first == nullptr || first->next == nullptr)
      return 0;
    const page *a = first, *b = first->next;
    while (b) {
      if (a->number > b->number)
        return 1;
      a = b;
      b = b->next;
    }
    return 0;
  }
};
struct sized : service {
  int write_block(const block *b) override {
    const auto n = b->size;
    if (n < 4)
      return 87;
    unsigned head = 0;
    std::memcpy(&head, b->bytes, sizeof head);
    return static_cast<int>(head + b->bytes[n - 1]);
  }
};
struct bounded_copy : service {
  int set_secret(policy_handle h, unsigned size, const unsigned char *secret) override {
    unsigned char local[64] = {};
    std::memcpy(local, secret, std::min<std::size_t>(size, sizeof local));
    h->secret.assign(std::begin(local), std::end(local));
    return local[0];
  }
};
struct range_for_index : service {
  std::array<unsigned, 8> counts_{};
  int write_block(const block *b) override {
    for (unsigned i = 0; i < b->size; ++i)
      ++counts_[b->bytes[i] % counts_.size()];
    return 0;
  }
};
struct clamped_size : service {
  int slots(unsigned n, unsigned **free_slots) override {
    n = std::clamp(n, 1u, 64u);
    *free_slots = rpc::allocate_array<unsigned>(n);
    return 0;
  }
};
struct limited : service {
  int slots(unsigned n, unsigned **free_slots) override {
    if (n > 64)
      n = 64;
    std::vector<unsigned> found(n);
    *free_slots = rpc::allocate_array<unsigned>(n);
    std::ranges::copy(found, *free_slots);
    return 0;
  }
};
struct validated : service {
  static bool is_slot(unsigned n) { return n < 16; }
  std::array<unsigned, 16> state_{};
  int slot_state(unsigned slot, unsigned *state) override {
    if (!is_slot(slot))
      return 87;
    *state = state_[slot];
    return 0;
  }
};
}
