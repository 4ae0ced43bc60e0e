// Numbers of the client, ends of text and of ranges, threads, helpers that release, links that are not set.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_numbers {
using namespace site;
template <class C> void free_sid(sid *s) {
  if (s)
    rpc::free(s);
}
void drop(sid *s) {
  if (s)
    rpc::free(s);
}
void drop_early(sid *s) {
  if (!s)
    return;
  rpc::free(s);
}
template <class T> void drop_any(T *t) {
  if (t != nullptr)
    rpc::free(t);
}
void c1(client &c, sid *who) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  drop(d);
  drop(d); // expected-warning {{[dangling-client]}}
}
void c2(client &c, sid *who) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  drop(d);
  log_value(d->count); // expected-warning {{[dangling-client]}}
}
void c3(client &c) {
  page *p = c.cover(1);
  drop_any(p);
  drop_any(p); // expected-warning {{[dangling-client]}}
}
void c4(client &c) {
  page *p = c.cover(1);
  drop_any(p);
  if (p)
    log_value(p->number); // expected-warning {{[dangling-client]}}
}
void c5(client &c) {
  page *p = c.cover(1);
  if (!p)
    return;
  drop_any(p);
  log_value(p->number); // expected-warning {{[dangling-client]}}
}
void c6(client &c, sid *who) {
  sid *d = nullptr;
  c.domain_of(who, &d);
  drop_early(d);
  drop_early(d); // expected-warning {{[dangling-client]}}
}
struct holder {
  page *p;
  ~holder() {
    if (p)
      rpc::free(p);
  }
};
void c7(client &c) {
  holder h{c.cover(1)};
  rpc::free(h.p); // expected-warning {{[dangling-client]}}
}
void c8(client &c) {
  page *p = c.cover(1);
  auto gone = [](page *q) {
    if (q)
      rpc::free(q);
  };
  gone(p);
  gone(p); // expected-warning {{[dangling-client]}}
}
void drop_ref(page *&p) {
  if (p) {
    rpc::free(p);
  }
}
void c9(client &c) {
  page *p = c.cover(1);
  drop_ref(p);
  drop_ref(p); // expected-warning {{[dangling-client]}}
}

int table_[64];
struct s1 : service {
  int report_two(unsigned, unsigned);
};
struct t1 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = rpc::allocate<block>();
    (*b)->size = s;
    (*b)->bytes = rpc::allocate_array<unsigned char>(o * s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t2 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    std::vector<char> v(o + s); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(v.size());
  }
};
struct t3 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    std::vector<char> v;
    v.resize(static_cast<std::size_t>(o) * static_cast<std::size_t>(s)); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t4 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    auto p = std::make_unique<char[]>(o * s); // expected-warning {{[client-size-trust]}}
    return p[0];
  }
};
struct t5 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::vector<int> v;
    v.assign(s, 0); // expected-warning {{[client-size-trust]}}
    *st = 0;
    return 0;
  }
};
struct t6 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::vector<int> v;
    v.insert(v.end(), s, 7); // expected-warning {{[client-size-trust]}}
    *st = 0;
    return 0;
  }
};
struct t7 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::string v;
    v.append(s, 'x'); // expected-warning {{[client-size-trust]}}
    *st = 0;
    return 0;
  }
};
struct t8 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::vector<std::string> v;
    v.emplace_back(s, 'x'); // expected-warning {{[client-size-trust]}}
    *st = 0;
    return 0;
  }
};
struct t9 : service {
  int slot_state(unsigned s, unsigned *st) override {
    auto p = std::make_shared<int[]>(s); // expected-warning {{[client-size-trust]}}
    *st = p[0];
    return 0;
  }
};
struct t10 : service {
  int slot_state(unsigned s, unsigned *st) override {
    auto p = std::make_unique<std::vector<int>>(s); // expected-warning {{[client-size-trust]}}
    *st = p->size();
    return 0;
  }
};
struct t11 : service {
  int slot_state(unsigned s, unsigned *st) override {
    auto p = std::make_shared<std::string>(s, 'x'); // expected-warning {{[client-size-trust]}}
    *st = p->size();
    return 0;
  }
};
struct t12 : service {
  int slot_state(unsigned s, unsigned *st) override {
    int a[16];
    std::fill_n(a, s, 0); // expected-warning {{[client-size-trust]}}
    *st = a[0];
    return 0;
  }
};
struct t13 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::array<int, 16> a;
    std::fill_n(a.begin(), s, 0); // expected-warning {{[client-size-trust]}}
    *st = a[0];
    return 0;
  }
};
struct t14 : service {
  int slot_state(unsigned s, unsigned *st) override {
    int a[16];
    std::copy_n(table_, s, a); // expected-warning {{[client-size-trust]}}
    *st = a[0];
    return 0;
  }
};
struct t15 : service {
  std::array<unsigned, 8> tab{};
  int slot_state(unsigned s, unsigned *st) override {
    *st = *(tab.begin() + s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t16 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = *(tab.begin() + s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t17 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = *std::next(tab.begin(), s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t18 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    auto it = tab.begin();
    std::advance(it, s); // expected-warning {{[client-size-trust]}}
    *st = *it;
    return 0;
  }
};
struct t19 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    auto it = tab.begin() + s; // expected-warning {{[client-size-trust]}}
    *st = *it;
    return 0;
  }
};
struct t20 : service {
  int slot_state(unsigned s, unsigned *st) override {
    *st = *(table_ + s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t21 : service {
  int slot_state(unsigned s, unsigned *st) override {
    *st = *std::next(std::begin(table_), s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t22 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = tab.begin()[s]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t23 : service {
  std::vector<unsigned> tab;
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    tab.erase(tab.begin() + s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t24 : service {
  int slot_state(unsigned s, unsigned *st) override {
    std::list<int> l(s); // expected-warning {{[client-size-trust]}}
    *st = l.size();
    return 0;
  }
};
struct t25 : service {
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    std::string pad(s, ' '); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(pad.size());
  }
};
struct t26 : service {
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    char *p = new char[s * 2 + 1]; // expected-warning {{[client-size-trust]}}
    delete[] p;
    return 0;
  }
};
struct t27 : service {
  int slot_state(unsigned s, unsigned *st) override {
    *st = 0;
    std::deque<int> q;
    q.resize(s); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t28 : service {
  unsigned row_[4][8];
  int slot_state(unsigned s, unsigned *st) override {
    *st = row_[s][0]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct t29 : service {
  std::span<unsigned> view_;
  int slot_state(unsigned s, unsigned *st) override {
    *st = view_[s]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct n1 : service {
  int set_title(unsigned, char *t) override {
    t[strlen(t) + 1] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n2 : service {
  int set_title(unsigned, char *t) override {
    std::size_t n = strlen(t);
    t[n] = '.'; // expected-warning {{[inout-string-grow]}}
    t[n + 1] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n3 : service {
  int set_title(unsigned, char *t) override {
    while (*t)
      ++t;
    *t++ = '.'; // expected-warning {{[inout-string-grow]}}
    *t = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n4 : service {
  int set_title(unsigned, char *t) override {
    char *e = t + strlen(t);
    *e++ = '!'; // expected-warning {{[inout-string-grow]}}
    *e = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n5 : service {
  int set_title(unsigned, char *t) override {
    char *e = t + strlen(t);
    e[0] = '!'; // expected-warning {{[inout-string-grow]}}
    e[1] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n6 : service {
  int set_title(unsigned, char *t) override {
    auto n = strlen(t);
    memcpy(t + n, "!!", 3); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n7 : service {
  int set_title(unsigned, char *t) override {
    t[std::string_view(t).size() + 1] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n8 : service {
  int set_title(unsigned, char *t) override {
    char *e = strchr(t, 0);
    *e++ = '!'; // expected-warning {{[inout-string-grow]}}
    *e = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct n9 : service {
  int set_title(unsigned, char *t) override {
    for (; *t; t++) {}
    *t++ = 'x'; // expected-warning {{[inout-string-grow]}}
    *t++ = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct m1 : service {
  int histogram(std::span<const int> b) override {
    return *std::max_element(b.begin(), b.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct m2 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*std::max_element(v.begin(), v.end())); // expected-warning {{[unchecked-empty]}}
  }
};
struct m3 : service {
  int peak(const std::vector<double> &v) override {
    auto [lo, hi] = std::minmax_element(v.begin(), v.end());
    return static_cast<int>(*hi - *lo); // expected-warning {{[unchecked-empty]}}
  }
};
struct m4 : service {
  int peak(const std::vector<double> &v) override {
    auto p = std::minmax_element(v.begin(), v.end());
    return static_cast<int>(*p.second - *p.first); // expected-warning {{[unchecked-empty]}}
  }
};
struct m5 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*std::find(v.begin(), v.end(), 1.0)); // expected-warning {{[unchecked-empty]}}
  }
};
struct m6 : service {
  int peak(const std::vector<double> &v) override {
    auto it = std::find_if(v.begin(), v.end(), [](double d) { return d > 1; });
    return static_cast<int>(*it); // expected-warning {{[unchecked-empty]}}
  }
};
struct m7 : service {
  int report(const series &s) override {
    auto it = std::max_element(s.samples.begin(), s.samples.end(),
                               [](const sample &a, const sample &b) { return a.value < b.value; });
    return static_cast<int>(it->value); // expected-warning {{[unchecked-empty]}}
  }
};
struct m8 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    return *std::max_element(s, s + n); // expected-warning {{[unchecked-empty]}}
  }
};
struct m9 : service {
  void checksums(unsigned n, unsigned *s) override {
    *s = *std::min_element(s, s + n); // expected-warning {{[unchecked-empty]}}
  }
};
struct m10 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*std::ranges::max_element(v)); // expected-warning {{[unchecked-empty]}}
  }
};
struct m11 : service {
  int peak(const std::vector<double> &v) override {
    const auto [lo, hi] = std::ranges::minmax_element(v);
    return static_cast<int>(*hi - *lo); // expected-warning {{[unchecked-empty]}}
  }
};
struct m12 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*v.begin()); // expected-warning {{[unchecked-empty]}}
  }
};
struct m13 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*std::prev(v.end())); // expected-warning {{[unchecked-empty]}}
  }
};
struct m14 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*v.rbegin()); // expected-warning {{[unchecked-empty]}}
  }
};
struct m15 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(v.end()[-1]); // expected-warning {{[unchecked-empty]}}
  }
};
struct m16 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*--v.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct m17 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(*v.cbegin()); // expected-warning {{[unchecked-empty]}}
  }
};
std::vector<std::function<void()>> jobs_;
std::vector<std::thread> pool_;
struct k1 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    jobs_.push_back([&id = who->count] { log_value(id); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k2 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    jobs_.push_back([p = who] { log_value(p->count); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k3 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    jobs_.emplace_back([parts = who->parts] { log_value(parts[0]); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k4 : service {
  std::unique_ptr<std::thread> t_;
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    t_ = std::make_unique<std::thread>([who] { log_value(who->count); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k5 : service {
  std::thread *t_;
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    t_ = new std::thread([who] { log_value(who->count); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k6 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    pool_.emplace_back([who] { log_value(who->count); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k7 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    pool_.push_back(std::thread([who] { log_value(who->count); })); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k8 : service {
  std::thread t_;
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    t_ = std::thread([who] { log_value(who->count); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k9 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    std::thread t([who] { log_value(who->count); });
    pool_.push_back(std::move(t)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k10 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    (new std::thread([who] { log_value(who->count); }))->detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k11 : service {
  int domain_of(const sid *who, sid **d) override {
    *d = nullptr;
    auto t = std::make_unique<std::thread>([who] { log_value(who->count); });
    t->detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k12 : service {
  int subscribe(std::string_view t, const std::string &who) override {
    jobs_.push_back([t, &who] { log_line(t); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k13 : service {
  int subscribe(std::string_view t, const std::string &) override {
    jobs_.push_back([v = t.substr(1)] { log_line(v); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct k14 : service {
  std::vector<std::jthread> w_;
  int subscribe(std::string_view t, const std::string &) override {
    w_.emplace_back([t] { log_line(t); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
privilege *link_of(unsigned low) {
  auto *p = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
  p->low = low;
  p->high = 0;
  return p;
}
struct l1 : service {
  int privileges(policy_handle, privilege **first) override {
    *first = link_of(1);
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l2 : service {
  int privileges(policy_handle, privilege **first) override {
    *first = link_of(1);
    (*first)->next = link_of(2);
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l3 : service {
  int privileges(policy_handle, privilege **first) override {
    privilege **at = first;
    for (unsigned i = 0; i < 3; ++i) {
      *at = link_of(i);
      at = &(*at)->next;
    }
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l4 : service {
  int privileges(policy_handle, privilege **first) override {
    privilege *head = nullptr;
    privilege *last = nullptr;
    for (unsigned i = 0; i < 3; ++i) {
      privilege *p = link_of(i);
      if (last)
        last->next = p;
      else
        head = p;
      last = p;
    }
    *first = head;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l5 : service {
  int privileges(policy_handle, privilege **first) override {
    auto *a = link_of(1);
    auto *b = link_of(2);
    a->next = b;
    *first = a;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l6 : service {
  int privileges(policy_handle, privilege **first) override {
    auto *a = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
    a->low = 1;
    a->high = 1;
    *first = a;
    for (unsigned i = 1; i < 4; ++i) {
      auto *b = static_cast<privilege *>(rpc::allocate(sizeof(privilege)));
      b->low = i;
      a->next = b;
      a = b;
    }
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct l7 : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    for (unsigned i = 0; i < 3; ++i) {
      auto *p = link_of(i);
      if (*first)
        p->next = *first;
      *first = p;
    }
    return 0; // missed: [uninit-out-pointer]: of several nodes it is not told which is the first
  }
};

} // namespace site_numbers
