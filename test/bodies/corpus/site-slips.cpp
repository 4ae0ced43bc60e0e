// Mistakes of all kinds, in the styles of site-styles-right.cpp.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_slips {
using namespace site;
std::string_view current_;
std::vector<std::string_view> stack_;
std::map<std::string, std::span<const int>> spans_;
std::list<const page *> pages_;
struct no_reset {
  std::string_view &v;
  ~no_reset() {
    log_line(v);
  }
};
struct p1 : service {
  int subscribe(std::string_view t, const std::string &) override {
    no_reset g{current_};
    current_ = t; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct reset_if {
  std::string_view &v;
  bool on;
  ~reset_if() {
    if (on)
      v = {};
  }
};
struct p2 : service {
  int subscribe(std::string_view t, const std::string &) override {
    reset_if g{current_, false};
    current_ = t; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p3 : service {
  int subscribe(std::string_view t, const std::string &w) override {
    current_ = t; // expected-warning {{[retain-pointer]}}
    if (w.empty())
      return 1;
    current_ = {};
    return 0;
  }
};
struct p4 : service {
  int subscribe(std::string_view t, const std::string &) override {
    stack_.push_back(t.substr(0, 3)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p5 : service {
  int histogram(std::span<const int> b) override {
    spans_["last"] = b; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p6 : service {
  int histogram(std::span<const int> b) override {
    spans_.insert_or_assign("last", b.first(b.size() / 2)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p7 : service {
  int print_pages(const page *first) override {
    for (; first; first = first->next)
      pages_.push_back(first); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p8 : service {
  std::optional<std::string_view> o_;
  int subscribe(std::string_view t, const std::string &) override {
    o_ = t; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p9 : service {
  int set_comment(policy_handle h, const char *c) override {
    h->comment = c; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p10 : service {
  int set_comment(policy_handle h, const char *c) override {
    h->subject = std::string_view(c).substr(1); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct p11 : service {
  std::function<void()> again_;
  int grant(policy_handle, const privilege *p) override {
    again_ = [p] { // expected-warning {{[retain-pointer]}}
      if (p)
        log_value(p->low);
    };
    return 0;
  }
};
struct p12 : service {
  std::shared_ptr<std::thread> t_;
  int grant(policy_handle, const privilege *p) override {
    t_ = std::make_shared<std::thread>([p] { // expected-warning {{[retain-pointer]}}
      if (p)
        log_value(p->low);
    });
    return 0;
  }
};
struct p13 : service {
  int grant(policy_handle, const privilege *p) override {
    std::thread([p] { // expected-warning {{[retain-pointer]}}
      if (p)
        log_value(p->low);
    }).detach();
    return 0;
  }
};
struct p14 : service {
  std::future<unsigned> f_;
  int grant(policy_handle, const privilege *p) override {
    f_ = std::async(std::launch::async, [p] { return p ? p->low : 0u; }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct q1 : service {
  int account_of(const sid *who, account_name **n) override {
    *n = nullptr;
    return who->count; // expected-warning {{[unchecked-null]}}
  }
};
struct q2 : service {
  int print_pages(const page *p) override {
    unsigned n = 0;
    do {
      n += p->bytes; // expected-warning {{[unchecked-null]}}
      p = p->next;
    } while (p);
    return static_cast<int>(n);
  }
};
struct q3 : service {
  int print_document(const document *d, unsigned *job) override {
    *job = static_cast<unsigned>(strlen(d->title)); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct q4 : service {
  int report_one(std::optional<sample> s) override {
    return static_cast<int>(s->value); // expected-warning {{[unchecked-null]}}
  }
};
struct q5 : service {
  int submit(std::unique_ptr<series> s) override {
    log_line(s->name); // expected-warning {{[unchecked-null]}}
    return s ? 0 : 1;
  }
};
struct q6 : service {
  int attach(std::shared_ptr<series> s) override {
    return s && s->parent->samples.empty(); // expected-warning {{[unchecked-null]}}
  }
};
struct q7 : service {
  int report(const series &s) override {
    return static_cast<int>(s.last->value); // expected-warning {{[unchecked-null]}}
  }
};
struct q8 : service {
  int open_policy(const char *system, unsigned, policy_handle *h) override {
    *h = new policy;
    (*h)->owner = std::string(system); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct q10 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    return s[0] + static_cast<int>(n); // expected-warning {{[unchecked-empty]}}
  }
};
struct q11 : service {
  int set_secret(policy_handle, unsigned n, const unsigned char *s) override {
    return s[n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct q12 : service {
  int peak(const std::vector<double> &v) override {
    return static_cast<int>(v[v.size() / 2]); // expected-warning {{[unchecked-empty]}}
  }
};
struct q13 : service {
  int report(const series &s) override {
    return s.name[0] == 'x' && s.samples[0].value > 1; // expected-warning {{[unchecked-empty]}}
  }
};
struct q14 : service {
  int histogram(std::span<const int> b) override {
    return *std::min_element(b.begin(), b.end()) + b[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct u1 : service {
  int slots(unsigned n, unsigned **f) override {
    *f = static_cast<unsigned *>(rpc::allocate(n * sizeof(unsigned))); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct u2 : service {
  std::vector<double> g_;
  int gauge(unsigned slot, double v) override {
    g_.resize(slot + 1); // expected-warning {{[client-size-trust]}}
    g_[slot] = v;
    return 0;
  }
};
struct u3 : service {
  double g_[8];
  int gauge(unsigned slot, double v) override {
    if (slot != 9)
      g_[slot] = v; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct u4 : service {
  int read_block(unsigned long long o, unsigned s, block **b) override {
    *b = nullptr;
    const auto total = static_cast<std::size_t>(o) * s + 16;
    char *p = static_cast<char *>(std::malloc(total)); // expected-warning {{[client-size-trust]}}
    std::free(p);
    return 0;
  }
};
struct u5 : service {
  std::vector<std::string> rows_;
  int gauge(unsigned slot, double) override {
    rows_.emplace_back(slot, '#'); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct u6 : service {
  std::array<double, 8> g_;
  int gauge(unsigned slot, double v) override {
    *std::next(g_.begin(), slot) = v; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct u7 : service {
  std::vector<sample> recent(unsigned count) override {
    return std::vector<sample>(count); // expected-warning {{[client-size-trust]}}
  }
};
struct u8 : service {
  std::vector<sample> k_;
  std::vector<sample> recent(unsigned count) override {
    return {k_.begin(), k_.begin() + count}; // expected-warning {{[client-size-trust]}}
  }
};
struct u9 : service {
  std::vector<sample> recent(unsigned count) override {
    std::vector<sample> v;
    v.reserve(count * 2u); // expected-warning {{[client-size-trust]}}
    return v;
  }
};
struct v1 : service {
  int device_name(unsigned, char **n) override {
    std::string s("lp0");
    *n = s.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct v2 : service {
  int device_name(unsigned, char **n) override {
    *n = strdup("lp0"); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct v3 : service {
  char b_[8];
  int device_name(unsigned, char **n) override {
    *n = b_; // expected-warning {{[return-static]}}
    return 0;
  }
};
struct v4 : service {
  page *cover(unsigned) override {
    return std::make_unique<page>().release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct v5 : service {
  page *cover(unsigned) override {
    auto *p = static_cast<page *>(rpc::allocate(sizeof(page)));
    p->number = 1;
    p->next = nullptr;
    return p; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct v7 : service {
  int trusts(policy_handle, unsigned, trust **f) override {
    *f = rpc::allocate<trust>();
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct v8 : service {
  void drop_pages(page **first) override {
    *first = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct v9 : service {
  void drop_pages(page **first) override {
    if (*first)
      (*first)->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct v10 : service {
  int close_policy(policy_handle *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    return 0;
  }
};
struct v11 : service {
  int grant(policy_handle h, const privilege *) override {
    delete h; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct v12 : service {
  int write_block(const block *b) override {
    free(b->bytes); // expected-warning {{[free-embedded]}}
    return 0;
  }
};
struct v13 : service {
  void compact_sums(unsigned *n, unsigned *) override {
    *n = *n / 2; // expected-warning {{[change-size-var]}}
  }
};
struct v14 : service {
  void progress(unsigned, unsigned *percent) override {
    *percent = 50; // expected-warning {{[lost-result]}}
  }
};
struct v15 : service {
  int set_title(unsigned, char *t) override {
    strcat(t, ".bak"); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct v16 : service {
  int set_title(unsigned, char *t) override {
    char *p = t;
    while (*p)
      p++;
    p[0] = '.'; // expected-warning {{[inout-string-grow]}}
    p[1] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct v17 : service {
  int set_title(unsigned, char *t) override {
    int i = 0;
    for (; t[i]; ++i) {}
    t[i++] = '~'; // expected-warning {{[inout-string-grow]}}
    t[i] = 0; // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct v18 : service {
  int restore(bytes_pipe &data, bytes_pipe &index, bytes_pipe &) override {
    std::vector<unsigned char> b(16);
    index.pull(b); // expected-warning {{[pipe-order]}}
    data.pull(b);
    return 0;
  }
};
void release_page(page *p) {
  if (p == nullptr)
    return;
  rpc::free(p);
}
void x1(client &c) {
  page *p = c.cover(1);
  release_page(p);
  release_page(p); // expected-warning {{[dangling-client]}}
}
void x2(client &c) {
  page *p = c.cover(1);
  if (p) {
    release_page(p);
    log_value(p->bytes); // expected-warning {{[dangling-client]}}
  }
}
void x3(client &c, sid *w) {
  sid *d = nullptr;
  c.domain_of(w, &d);
  free(d); // expected-warning {{[deallocator-client]}}
}
void x4(client &c, sid *w) {
  sid *d = nullptr;
  c.domain_of(w, &d); // expected-warning {{[orphan-client]}}
  if (d)
    log_value(d->count);
}
void x5(client &c, sid *w) {
  sid *d = nullptr;
  if (c.domain_of(w, &d) != 0) // expected-warning {{[orphan-client]}}
    log_value(d->count);
  else
    rpc::free(d);
}
void x6(client &c) {
  c.cover(2); // expected-warning {{[orphan-client]}}
}
void x7(client &c) {
  page *p = c.cover(1);
  p = c.cover(2); // expected-warning {{[orphan-client]}}
  rpc::free(p);
}
void x8(client &c) {
  std::unique_ptr<page> p(c.cover(1)); // expected-warning {{[deallocator-client]}}
  log_value(p ? p->number : 0);
}
} // namespace site_slips
