// Servers and clients in the styles that programs are written in, of the standard library and of C: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/site.h"
namespace site_styles {
using namespace site;
struct logger {
  template <class... A> void info(const char *f, A... a) {
    char line[256];
    std::snprintf(line, sizeof line, f, a...);
    log_line(line);
  }
};
logger lg;
struct checked_mul {
  static std::optional<std::size_t> of(std::size_t a, std::size_t b) {
    std::size_t r;
    if (__builtin_mul_overflow(a, b, &r))
      return std::nullopt;
    return r;
  }
};
struct a1 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    if (o > 16 || s > 4096)
      return 87;
    *b = rpc::allocate<block>();
    (*b)->size = static_cast<unsigned>(o * s);
    (*b)->bytes = rpc::allocate_array<unsigned char>(o * s);
    return 0;
  }
};
struct a2 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    const auto total = o * s;
    if (total > 65536)
      return 87;
    std::vector<char> v(total);
    return static_cast<int>(v.size());
  }
};
struct a3 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    if (s != 0 && o > 65536 / s)
      return 87;
    std::vector<char> v(o * s);
    return static_cast<int>(v.size());
  }
};
struct a4 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    const auto n = std::min<unsigned long long>(o * s, 4096);
    auto p = std::make_unique<char[]>(n);
    return p ? 0 : 1;
  }
};
struct a5 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    const auto n = checked_mul::of(o, s);
    if (!n || *n > 4096)
      return 87;
    std::string v(*n, 'x');
    return static_cast<int>(v.size());
  }
};
struct a6 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    std::vector<char> v;
    v.resize(std::clamp<std::size_t>(o + s, 1, 512));
    return static_cast<int>(v.size());
  }
};
struct a7 : service {
  static constexpr unsigned most = 64;
  std::array<unsigned, most> tab{};
  int slot_state(unsigned s, unsigned *st) override {
    *st = s < most ? *(tab.begin() + s) : 0;
    return 0;
  }
};
struct a8 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    if (s >= tab.size())
      return 87;
    *st = *std::next(tab.begin(), s);
    return 0;
  }
};
struct a9 : service {
  std::vector<unsigned> tab;
  std::mutex m;
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    std::scoped_lock l(m);
    if (auto it = tab.begin(); s < tab.size()) {
      std::advance(it, s);
      *st = *it;
    }
    return 0;
  }
};
struct a10 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    if (s < tab.size())
      tab.erase(tab.begin() + s);
    return 0;
  }
};
struct a11 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    const auto k = s % 16;
    *st = 0;
    if (tab.size() == 16)
      *st = *(tab.begin() + k);
    return 0;
  }
};
struct a12 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    try {
      *st = tab.at(s);
    } catch (const std::out_of_range &) {
      *st = 0;
      return 87;
    }
    return 0;
  }
};
struct a13 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::string pad;
    pad.append(std::min(s, 32u), '-');
    *st = static_cast<unsigned>(pad.size());
    return 0;
  }
};
struct a14 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::vector<std::string> rows;
    if (s > 10)
      s = 10;
    rows.emplace_back(s, '*');
    *st = static_cast<unsigned>(rows.size());
    return 0;
  }
};
struct a15 : service {
  std::array<int, 256> hist{};
  int slot_state(unsigned s, unsigned *st) override {
    *st = static_cast<unsigned>(hist[static_cast<unsigned char>(s)]);
    return 0;
  }
};
struct a16 : service {
  std::array<int, 256> hist{};
  int slot_state(unsigned s, unsigned *st) override {
    *st = static_cast<unsigned>(hist[s & 0xff] + hist[s >> 24]);
    return 0;
  }
};
struct a17 : service {
  std::map<unsigned, unsigned> by;
  int slot_state(unsigned s, unsigned *st) override {
    auto it = by.find(s);
    *st = it == by.end() ? 0 : it->second;
    return it == by.end();
  }
};
struct a18 : service {
  std::unordered_map<unsigned, std::string> by;
  int slot_state(unsigned s, unsigned *st) override {
    auto [it, fresh] = by.try_emplace(s, "new");
    *st = fresh ? 0 : static_cast<unsigned>(it->second.size());
    return 0;
  }
};
struct a19 : service {
  std::map<unsigned, std::vector<int>> by;
  int slot_state(unsigned s, unsigned *st) override {
    auto &v = by[s];
    v.push_back(1);
    *st = static_cast<unsigned>(v.size());
    return 0;
  }
};
struct a20 : service {
  int slots(unsigned n, unsigned **f) override {
    *f = nullptr;
    if (n == 0 || n > 1024)
      return 87;
    *f = rpc::allocate_array<unsigned>(n);
    std::fill_n(*f, n, 0u);
    return 0;
  }
};
struct a21 : service {
  int slots(unsigned n, unsigned **f) override {
    n = tools::checked(n, 1024);
    *f = rpc::allocate_array<unsigned>(n);
    for (unsigned i = 0; i < n; ++i)
      (*f)[i] = i;
    return 0;
  }
};
struct a22 : service {
  std::vector<unsigned> free_;
  int slots(unsigned n, unsigned **f) override {
    const std::size_t k = std::min<std::size_t>(n, free_.size());
    *f = rpc::allocate_array<unsigned>(n ? 0 : 1);
    (void)k;
    return 0;
  }
};
struct a23 : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    static const unsigned known[8] = {1, 2, 3};
    *got = std::min(count, 8u);
    std::copy_n(known, *got, sums);
    return 0;
  }
};
struct a24 : service {
  std::vector<unsigned> all;
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    const auto n = std::min<std::size_t>(count, all.size());
    std::copy(all.begin(), all.begin() + n, sums);
    *got = static_cast<unsigned>(n);
    return 0;
  }
};
struct a25 : service {
  std::deque<unsigned> all;
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    *got = 0;
    for (unsigned v : all) {
      if (*got == count)
        break;
      sums[(*got)++] = v;
    }
    return 0;
  }
};
struct a26 : service {
  int gauge(unsigned slot, double v) override {
    static thread_local double values[32];
    if (slot >= std::size(values))
      return 87;
    values[slot] = v;
    return 0;
  }
};
struct a27 : service {
  struct ring {
    double at[16];
    unsigned next = 0;
    void put(double v) {
      at[next++ % 16] = v;
    }
  } r;
  int gauge(unsigned, double v) override {
    r.put(v);
    return 0;
  }
};
struct a28 : service {
  std::span<double> view_;
  int gauge(unsigned slot, double v) override {
    if (slot < view_.size())
      view_[slot] = v;
    return 0;
  }
};
struct a29 : service {
  int set_secret(policy_handle h, unsigned n, const unsigned char *s) override {
    h->secret.assign(s, s + n);
    return 0;
  }
};
struct a30 : service {
  int set_secret(policy_handle h, unsigned n, const unsigned char *s) override {
    std::vector<unsigned char> c(n);
    if (n)
      std::memcpy(c.data(), s, n);
    h->secret = std::move(c);
    return 0;
  }
};
struct a31 : service {
  int set_secret(policy_handle h, unsigned n, const unsigned char *s) override {
    h->secret.clear();
    h->secret.reserve(n);
    h->secret.insert(h->secret.end(), s, s + n);
    return 0;
  }
};
struct a32 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    return std::accumulate(s, s + n, 0);
  }
};
struct a33 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    const auto *at = std::max_element(s, s + n);
    return at == s + n ? 0 : *at;
  }
};
struct a34 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    if (n == 0)
      return 87;
    return *std::max_element(s, s + n);
  }
};
struct a35 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    std::span<const unsigned char> v(s, n);
    const auto it = std::ranges::find(v, 0);
    return it == v.end() ? -1 : static_cast<int>(it - v.begin());
  }
};
struct a36 : service {
  int peak(const std::vector<double> &v) override {
    if (v.empty())
      return 0;
    auto [lo, hi] = std::minmax_element(v.begin(), v.end());
    return static_cast<int>(*hi - *lo);
  }
};
struct a37 : service {
  int peak(const std::vector<double> &v) override {
    const auto p = std::minmax_element(v.begin(), v.end());
    return p.first == v.end() ? 0 : static_cast<int>(*p.second);
  }
};
struct a38 : service {
  int peak(const std::vector<double> &v) override {
    auto it = std::find_if(v.begin(), v.end(), [](double d) { return d > 9; });
    if (it == v.end())
      return -1;
    return static_cast<int>(*it);
  }
};
struct a39 : service {
  int peak(const std::vector<double> &v) override {
    double best = 0;
    for (auto it = v.begin(); it != v.end(); ++it)
      best = std::max(best, *it);
    return static_cast<int>(best);
  }
};
struct a40 : service {
  int peak(const std::vector<double> &v) override {
    double s = 0;
    for (auto it = v.rbegin(); it != v.rend(); it++)
      s += *it;
    return static_cast<int>(s);
  }
};
struct a41 : service {
  int peak(const std::vector<double> &v) override {
    auto it = v.begin();
    double s = 0;
    while (it != v.end())
      s += *it++;
    return static_cast<int>(s);
  }
};
struct a42 : service {
  int peak(const std::vector<double> &v) override {
    std::vector<double> c(v);
    std::sort(c.begin(), c.end());
    return c.empty() ? 0 : static_cast<int>(c[c.size() / 2]);
  }
};
struct a43 : service {
  int peak(const std::vector<double> &v) override {
    if (v.size() < 2)
      return 0;
    auto last = v.end();
    --last;
    return static_cast<int>(*last - *--last);
  }
};
struct a44 : service {
  int peak(const std::vector<double> &v) override {
    return v.size() > 3 ? static_cast<int>(v.end()[-1] - v.begin()[1]) : 0;
  }
};
struct a45 : service {
  int peak(const std::vector<double> &v) override {
    auto up = std::upper_bound(v.begin(), v.end(), 3.0);
    return static_cast<int>(std::distance(v.begin(), up));
  }
};
struct a46 : service {
  std::vector<double> sorted;
  std::shared_mutex m;
  int peak(const std::vector<double> &v) override {
    std::unique_lock l(m);
    for (double d : v) {
      auto at = std::lower_bound(sorted.begin(), sorted.end(), d);
      if (at == sorted.end() || *at != d)
        sorted.insert(at, d);
    }
    return static_cast<int>(sorted.size());
  }
};
struct a47 : service {
  void calibrate(std::vector<double> &v) override {
    double f = 0;
    for (double d : v)
      f += d;
    log_value(static_cast<unsigned>(f));
  }
};
struct a48 : service {
  int histogram(std::span<const int> b) override {
    int m = std::numeric_limits<int>::min();
    for (int x : b)
      m = std::max(m, x);
    return m;
  }
};
struct a49 : service {
  int histogram(std::span<const int> b) override {
    while (!b.empty() && b.front() == 0)
      b = b.subspan(1);
    while (!b.empty() && b.back() == 0)
      b = b.first(b.size() - 1);
    return static_cast<int>(b.size());
  }
};
struct a50 : service {
  int histogram(std::span<const int> b) override {
    int carry = 0;
    for (std::size_t i = 1; i < b.size(); ++i)
      carry += b[i] - b[i - 1];
    return carry;
  }
};
struct b1 : service {
  int set_title(unsigned, char *t) override {
    std::size_t n = strlen(t);
    if (n > 0 && t[n - 1] == '\n')
      t[n - 1] = 0;
    return 0;
  }
};
struct b2 : service {
  int set_title(unsigned, char *t) override {
    char *e = t + strlen(t);
    while (e > t && e[-1] == ' ')
      *--e = 0;
    return 0;
  }
};
struct b3 : service {
  int set_title(unsigned, char *t) override {
    for (char *p = t; *p; ++p)
      *p = static_cast<char>(std::toupper(static_cast<unsigned char>(*p)));
    return 0;
  }
};
struct b4 : service {
  int set_title(unsigned, char *t) override {
    char *p = t;
    while (*p && *p != ',')
      ++p;
    if (*p == ',')
      *p = ';';
    return 0;
  }
};
struct b5 : service {
  int set_title(unsigned, char *t) override {
    char *to = t;
    for (const char *from = t; *from; ++from)
      if (*from != ' ')
        *to++ = *from;
    *to = 0;
    return 0;
  }
};
struct b6 : service {
  int set_title(unsigned, char *t) override {
    std::size_t i = 0;
    while (t[i] != '\0' && t[i] != '/')
      ++i;
    if (t[i] != '\0')
      t[i] = '-';
    return 0;
  }
};
struct b7 : service {
  int set_title(unsigned, char *t) override {
    if (char *dot = strrchr(t, '.'))
      *dot = 0;
    return 0;
  }
};
struct b8 : service {
  int set_title(unsigned, char *t) override {
    if (char *at = strchr(t, '@'))
      *at = '.';
    return 0;
  }
};
struct b9 : service {
  int set_title(unsigned, char *t) override {
    std::string s(t);
    std::reverse(s.begin(), s.end());
    std::memcpy(t, s.data(), s.size());
    return 0;
  }
};
struct b10 : service {
  int set_title(unsigned, char *t) override {
    std::reverse(t, t + strlen(t));
    return 0;
  }
};
struct b11 : service {
  int set_title(unsigned, char *t) override {
    std::size_t n = strlen(t);
    for (std::size_t i = 0; i < n; ++i)
      if (t[i] == '_')
        t[i] = ' ';
    t[n] = '\0';
    return 0;
  }
};
struct b12 : service {
  int set_title(unsigned, char *t) override {
    char *p = t;
    for (; *p; ++p) {}
    while (p != t) {
      --p;
      if (*p == 'x') {
        *p = 'y';
        break;
      }
    }
    return 0;
  }
};
struct b13 : service {
  int set_title(unsigned, char *t) override {
    char *end = t;
    while (*end != 0)
      end++;
    if (end - t > 8)
      t[8] = 0;
    return 0;
  }
};
struct b14 : service {
  int set_title(unsigned, char *t) override {
    if (t[0]) {
      t[0] = 'T';
    }
    if (!t[0])
      return 1;
    t[0] = 'U';
    return 0;
  }
};
struct b15 : service {
  int set_title(unsigned, char *t) override {
    std::string_view v(t);
    if (v.size() > 3 && v.ends_with(".gz"))
      t[v.size() - 3] = 0;
    return 0;
  }
};
struct c1 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    unsigned n = 0;
    auto t = std::make_unique<std::thread>([&] { n = who->count; });
    t->join();
    return static_cast<int>(n);
  }
};
struct c2 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    std::vector<std::thread> ts;
    std::atomic<unsigned> n{0};
    for (int i = 0; i < 4; ++i)
      ts.emplace_back([&n, who] { n += who->count; });
    for (auto &t : ts)
      t.join();
    return static_cast<int>(n.load());
  }
};
struct c3 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    std::vector<std::jthread> ts;
    for (int i = 0; i < 2; ++i)
      ts.emplace_back([who] { log_value(who->count); });
    return 0;
  }
};
struct c4 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    auto f = std::async(std::launch::async, [&c = who->count] { return c + 1; });
    return static_cast<int>(f.get());
  }
};
struct c5 : service {
  std::vector<std::function<void()>> q_;
  std::mutex m_;
  std::condition_variable cv_;
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    {
      std::lock_guard l(m_);
      q_.push_back([c = who->count] { log_value(c); });
    }
    cv_.notify_one();
    return 0;
  }
};
struct c6 : service {
  std::vector<std::function<void()>> q_;
  int subscribe(std::string_view t, const std::string &w) override {
    q_.emplace_back([topic = std::string(t), w] { log_line(topic + w); });
    return 0;
  }
};
struct c7 : service {
  std::vector<std::thread> pool_;
  int subscribe(std::string_view t, const std::string &) override {
    pool_.emplace_back([s = std::string(t)] { log_line(s); });
    return 0;
  }
};
struct c8 : service {
  int subscribe(std::string_view t, const std::string &) override {
    std::promise<int> p;
    auto f = p.get_future();
    std::thread th([&p, t] { p.set_value(static_cast<int>(t.size())); });
    th.join();
    return f.get();
  }
};
struct c9 : service {
  int subscribe(std::string_view t, const std::string &w) override {
    std::thread([s = std::string(t), n = w.size()] {
      log_line(s);
      log_value(static_cast<unsigned>(n));
    }).detach();
    return 0;
  }
};
struct c10 : service {
  std::map<std::string, std::vector<std::string>, std::less<>> by_;
  std::shared_mutex m_;
  int subscribe(std::string_view t, const std::string &w) override {
    std::unique_lock l(m_);
    auto it = by_.find(t);
    if (it == by_.end())
      it = by_.emplace(std::string(t), std::vector<std::string>{}).first;
    it->second.push_back(w);
    return static_cast<int>(it->second.size());
  }
};
struct c11 : service {
  std::set<std::string, std::less<>> seen_;
  int subscribe(std::string_view t, const std::string &) override {
    return seen_.contains(t) ? 1 : (seen_.emplace(t), 0);
  }
};
struct c12 : service {
  std::unordered_map<std::string, unsigned> n_;
  int subscribe(std::string_view t, const std::string &) override {
    return static_cast<int>(++n_[std::string(t)]);
  }
};
struct c13 : service {
  std::string last_;
  int subscribe(std::string_view t, const std::string &w) override {
    last_.assign(t);
    last_ += ':';
    last_.append(w, 0, 8);
    return 0;
  }
};
struct c14 : service {
  struct observer {
    std::function<void(std::string_view)> f;
  };
  std::list<observer> os_;
  int subscribe(std::string_view t, const std::string &) override {
    for (auto &o : os_)
      o.f(t);
    os_.remove_if([](const observer &o) { return !o.f; });
    return 0;
  }
};
struct c15 : service {
  std::shared_ptr<const std::string> cur_;
  std::mutex m_;
  int subscribe(std::string_view t, const std::string &) override {
    auto next = std::make_shared<const std::string>(t);
    std::lock_guard l(m_);
    cur_.swap(next);
    return next ? 1 : 0;
  }
};
struct c16 : service {
  enum class st { idle, busy, done } s_ = st::idle;
  int subscribe(std::string_view t, const std::string &) override {
    switch (s_) {
    case st::idle:
      s_ = st::busy;
      break;
    case st::busy:
      s_ = t.empty() ? st::idle : st::done;
      break;
    case st::done:
      return 1;
    }
    return 0;
  }
};
privilege *link_of(unsigned low, privilege *next) {
  auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
  p->low = low;
  p->high = 0;
  p->next = next;
  return p;
}
struct d1 : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    for (unsigned i = 3; i-- > 0;)
      *first = link_of(i, *first);
    return 0;
  }
};
struct d2 : service {
  int privileges(policy_handle, privilege **first) override {
    privilege **at = first;
    for (unsigned i = 0; i < 3; ++i) {
      *at = link_of(i, nullptr);
      at = &(*at)->next;
    }
    *at = nullptr;
    return 0;
  }
};
struct d3 : service {
  int privileges(policy_handle h, privilege **first) override {
    tools::appender<privilege> to(first);
    for (const auto &[name, n] : h->names) {
      auto &p = to.add();
      p.low = static_cast<unsigned>(n);
      p.high = static_cast<int>(name.size());
    }
    return static_cast<int>(to.count());
  }
};
struct d4 : service {
  int privileges(policy_handle, privilege **first) override {
    auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
    *p = {};
    p->low = 1;
    *first = p;
    return 0;
  }
};
struct d5 : service {
  int privileges(policy_handle, privilege **first) override {
    auto *p = new (rpc::allocate(sizeof(privilege))) privilege();
    p->low = 1;
    *first = p;
    return 0;
  }
};
struct d6 : service {
  int privileges(policy_handle, privilege **first) override {
    auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
    memset(p, 0, sizeof *p);
    *first = p;
    return 0;
  }
};
struct d7 : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    privilege *tail = nullptr;
    for (unsigned i = 0; i < 4; ++i) {
      auto *p = link_of(i, nullptr);
      if (tail)
        tail->next = p;
      else
        *first = p;
      tail = p;
    }
    return 0;
  }
};
struct d8 : service {
  int grant(policy_handle h, const privilege *p) override {
    unsigned n = 0;
    for (; p; p = p->next) {
      h->grant(p->low);
      ++n;
    }
    return static_cast<int>(n);
  }
};
struct d9 : service {
  int grant(policy_handle h, const privilege *p) override {
    std::vector<unsigned> lows;
    while (p != nullptr) {
      lows.push_back(p->low);
      p = p->next;
    }
    for (auto it = lows.rbegin(); it != lows.rend(); ++it)
      h->grant(*it);
    return lows.empty();
  }
};
struct d10 : service {
  int trusts(policy_handle, unsigned from, trust **first) override {
    *first = nullptr;
    if (from > 3)
      return 1;
    auto *t = rpc::allocate<trust>();
    t->domain = rpc::allocate<sid>();
    t->name = tools::copied("domain");
    *first = t;
    return 0;
  }
};
struct d11 : service {
  int account_of(const sid *who, account_name **n) override {
    *n = nullptr;
    if (!tools::valid(who))
      return 87;
    auto *a = rpc::allocate<account_name>();
    a->name = tools::copied("x");
    a->use = who->parts[0];
    *n = a;
    return 0;
  }
};
struct d12 : service {
  int lookup_names(policy_handle, const name_list *names, sid_list *sids, unsigned *mapped) override {
    *mapped = 0;
    sids->count = names->count;
    sids->sids = rpc::allocate_array<sid *>(names->count);
    for (unsigned i = 0; i < names->count; ++i) {
      const account_name &n = names->names[i];
      if (!n.name)
        continue;
      sids->sids[i] = rpc::allocate<sid>();
      ++*mapped;
    }
    return *mapped == names->count ? 0 : 0x107;
  }
};
struct freeing {
  void operator()(sid *s) const {
    if (s)
      rpc::free(s);
  }
};
void drop(sid *s) {
  if (s)
    rpc::free(s);
}
template <class T> void drop_and_reset(T *&t) {
  if (t) {
    rpc::free(t);
    t = nullptr;
  }
}
void e1(client &c, sid *who) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  drop(d);
  d = nullptr;
  drop(d);
}
void e2(client &c, sid *who) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  drop_and_reset(d);
  drop_and_reset(d);
  if (d)
    log_value(d->count);
}
void e3(client &c, sid *who) {
  sid *d = nullptr;
  if (c.domain_of(who, &d) != 0)
    return;
  std::unique_ptr<sid, freeing> own(d);
  log_value(own ? own->count : 0);
}
void e4(client &c, sid *who) {
  for (int i = 0; i < 3; ++i) {
    sid *d = nullptr;
    c.domain_of(who, &d);
    if (d)
      log_value(d->count);
    drop(d);
  }
}
void e5(client &c) {
  page *p = c.cover(1);
  if (!p)
    return;
  const unsigned n = p->number;
  drop_and_reset(p);
  log_value(n);
}
void e6(client &c) {
  tools::result_of<page> p(c.cover(1));
  if (p && p->number > 3)
    log_value(p->number);
  p.reset();
  if (!p)
    log_value(0);
}
void e7(client &c, sid *who) {
  sid *a = nullptr, *b = nullptr;
  c.domain_of(who, &a);
  c.domain_of(who, &b);
  const bool same = a && b && a->count == b->count;
  drop(a);
  drop(b);
  log_value(same);
}
void e8(client &c, sid *who, bool twice) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  if (twice) {
    drop(d);
    d = nullptr;
    c.domain_of(who, &d);
  }
  if (d)
    log_value(d->count);
  drop(d);
}
void e9(client &c, sid *who) {
  sid *d = nullptr;
  tools::at_exit clean{[&] { drop(d); }};
  if (c.domain_of(who, &d) != 0)
    return;
  if (d != nullptr)
    log_value(d->count);
}
void e10(client &c, sid *who) {
  sid *d = nullptr;
  try {
    c.domain_of(who, &d);
  } catch (const rpc::error &) {
    return;
  }
  sid *copy = d;
  drop(copy);
}
struct f1 : service {
  int report_one(std::optional<sample> s) override {
    return static_cast<int>(s.value_or(sample{}).value);
  }
};
struct f2 : service {
  int report_one(std::optional<sample> s) override {
    if (!s)
      return 1;
    if (const auto &u = s->unit; u.has_value())
      log_line(*u);
    return 0;
  }
};
struct f3 : service {
  int submit(std::unique_ptr<series> s) override {
    if (s == nullptr)
      return 87;
    auto &back = *s;
    back.samples.resize(std::min<std::size_t>(back.samples.size(), 16));
    return static_cast<int>(back.samples.size());
  }
};
struct f4 : service {
  std::vector<std::unique_ptr<series>> kept_;
  int submit(std::unique_ptr<series> s) override {
    if (!s)
      return 87;
    kept_.push_back(std::move(s));
    return static_cast<int>(kept_.back()->samples.size());
  }
};
struct f5 : service {
  std::map<std::string, std::shared_ptr<series>> by_;
  int attach(std::shared_ptr<series> s) override {
    if (!s)
      return 87;
    by_.insert_or_assign(s->name, s);
    return 0;
  }
};
struct f6 : service {
  int attach(std::shared_ptr<series> s) override {
    int depth = 0;
    for (auto at = s; at; at = at->parent)
      ++depth;
    return depth;
  }
};
struct f7 : service {
  int report(const series &s) override {
    const sample *best = nullptr;
    for (const sample &x : s.samples)
      if (!best || x.value > best->value)
        best = &x;
    return best ? static_cast<int>(best->value) : 0;
  }
};
struct f8 : service {
  int report(const series &s) override {
    auto it = std::ranges::max_element(s.samples, {}, &sample::value);
    return it == s.samples.end() ? 0 : static_cast<int>(it->value);
  }
};
struct f9 : service {
  int report(const series &s) override {
    return s.last ? static_cast<int>(s.last->value) : s.parent ? static_cast<int>(s.parent->samples.size()) : 0;
  }
};
struct f10 : service {
  int report_all(const std::vector<series> &all) override {
    std::size_t n = 0;
    for (const auto &s : all)
      for (const auto &x : s.samples)
        n += x.unit ? x.unit->size() : 0;
    return static_cast<int>(n);
  }
};
struct f11 : service {
  std::vector<sample> keep_;
  std::mutex m_;
  std::vector<sample> recent(unsigned count) override {
    std::lock_guard l(m_);
    const auto n = std::min<std::size_t>(count, keep_.size());
    return {keep_.end() - static_cast<std::ptrdiff_t>(n), keep_.end()};
  }
};
struct f12 : service {
  std::map<std::string, sample> last_;
  std::optional<sample> latest(const std::string &k) override {
    if (const auto it = last_.find(k); it != last_.end())
      return it->second;
    return std::nullopt;
  }
};
struct f13 : service {
  void summary(std::string_view t, std::string &text) override {
    std::ostringstream o;
    o << t << ": " << t.size();
    text = std::move(o).str();
  }
};
struct f14 : service {
  void annotate(series &s) override {
    if (s.samples.empty())
      return;
    s.last = std::make_unique<sample>(s.samples.back());
    s.parent.reset();
  }
};
struct f15 : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    return static_cast<int>(std::count_if(names.begin(), names.end(), [](const auto &n) { return n && !n->empty(); }));
  }
};
struct h1 : service {
  std::mutex m_;
  std::set<policy *> live_;
  int open_policy(const char *system, unsigned access, policy_handle *h) override {
    auto p = std::make_unique<policy>();
    p->owner = system ? system : "local";
    p->rights = access;
    std::lock_guard l(m_);
    live_.insert(p.get());
    *h = p.release();
    return 0;
  }
};
struct h2 : service {
  int close_policy(policy_handle *h) override {
    if (!*h)
      return 6;
    std::unique_ptr<policy> gone(std::exchange(*h, nullptr));
    log_line(gone->owner);
    return 0;
  }
};
struct h3 : service {
  int set_comment(policy_handle h, const char *c) override {
    h->owner.assign(c);
    auto &n = h->names[h->owner];
    if (++n > 3)
      h->names.erase(h->owner);
    return n;
  }
};
struct h4 : service {
  int get_secret(policy_handle h, unsigned *size, unsigned char **s) override {
    *size = static_cast<unsigned>(h->secret.size());
    *s = rpc::allocate_array<unsigned char>(h->secret.size());
    std::ranges::copy(h->secret, *s);
    return 0;
  }
};
struct h5 : service {
  struct busy {
    policy &p;
    unsigned old;
    explicit busy(policy &x) : p(x), old(x.rights) {
      p.rights = 0;
    }
    ~busy() {
      p.rights = old;
    }
  };
  int grant(policy_handle h, const privilege *p) override {
    busy b(*h);
    return p ? static_cast<int>(p->low) : 0;
  }
};
struct h6 : service {
  int trusts(policy_handle h, unsigned from, trust **first) override {
    *first = nullptr;
    auto it = h->names.begin();
    for (unsigned i = 0; i < from && it != h->names.end(); ++i)
      ++it;
    if (it == h->names.end())
      return 1;
    *first = rpc::allocate<trust>();
    (*first)->domain = rpc::allocate<sid>();
    (*first)->name = tools::copied(it->first);
    return 0;
  }
};
struct h7 : service {
  int trusts(policy_handle h, unsigned from, trust **first) override {
    *first = nullptr;
    if (from >= h->secret.size())
      return 1;
    log_value(h->secret[from]);
    return 1;
  }
};
} // namespace site_styles
