// Views and pointers that guards, owners and functions at the end of a scope take away again: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/site.h"
namespace site_guards {
using namespace site;
std::string_view current;
std::span<const int> recent_buckets;
const char *active;
const sid *acting;
struct view_guard {
  std::string_view &v;
  ~view_guard() {
    v = {};
  }
};
struct span_guard {
  std::span<const int> &v;
  explicit span_guard(std::span<const int> &x, std::span<const int> y) : v(x) {
    v = y;
  }
  ~span_guard() {
    v = std::span<const int>();
  }
};
struct ptr_guard {
  const char *&p;
  ~ptr_guard() {
    p = nullptr;
  }
};
template <class T> struct scoped {
  T &at;
  T old;
  scoped(T &a, T n) : at(a), old(std::exchange(a, n)) {}
  ~scoped() {
    at = old;
  }
};
template <class T> class put_back {
  T &at_;
  T old_;

public:
  put_back(T &a) : at_(a), old_(a) {}
  ~put_back() {
    at_ = old_;
  }
  put_back(const put_back &) = delete;
};
struct r1 : service {
  int subscribe(std::string_view t, const std::string &) override {
    view_guard g{current};
    current = t;
    log_line(current);
    return 0;
  }
};
struct r2 : service {
  int subscribe(std::string_view t, const std::string &) override {
    current = t;
    view_guard g{current};
    log_line(current);
    return 0;
  }
};
struct r3 : service {
  std::string_view topic_;
  int subscribe(std::string_view t, const std::string &) override {
    view_guard g{topic_};
    topic_ = t;
    return static_cast<int>(topic_.size());
  }
};
struct r4 : service {
  int histogram(std::span<const int> b) override {
    span_guard g(recent_buckets, b);
    return static_cast<int>(recent_buckets.size());
  }
};
struct r5 : service {
  int set_comment(policy_handle, const char *c) override {
    active = c;
    ptr_guard g{active};
    return 0;
  }
};
struct r6 : service {
  int set_comment(policy_handle, const char *c) override {
    scoped<const char *> g(active, c);
    log_line(active);
    return 0;
  }
};
struct r7 : service {
  int subscribe(std::string_view t, const std::string &) override {
    scoped<std::string_view> g(current, t);
    log_line(current);
    return 0;
  }
};
struct r8 : service {
  const char *text_ = nullptr;
  int set_comment(policy_handle, const char *c) override {
    put_back<const char *> g(text_);
    text_ = c;
    return text_[0];
  }
};
struct r9 : service {
  const char *text_ = nullptr;
  int set_comment(policy_handle, const char *c) override {
    tools::at_exit undo{[this] { text_ = nullptr; }};
    text_ = c;
    return text_[0];
  }
};
struct r10 : service {
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &) override {
    t_ = t;
    tools::at_exit undo{[&] { t_ = std::string_view(); }};
    return t_.empty();
  }
};
struct r11 : service {
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &w) override {
    t_ = t;
    if (w.empty()) {
      t_ = {};
      return 1;
    }
    log_line(t_);
    t_ = {};
    return 0;
  }
};
struct r12 : service {
  const char *p_ = nullptr;
  int set_comment(policy_handle, const char *c) override {
    p_ = c;
    int n = static_cast<int>(strlen(p_));
    std::exchange(p_, nullptr);
    return n;
  }
};
struct r13 : service {
  const char *p_ = nullptr;
  int set_comment(policy_handle, const char *c) override {
    const char *old = std::exchange(p_, c);
    log_line(p_);
    p_ = old;
    return 0;
  }
};
struct r14 : service {
  std::mutex m_;
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &) override {
    std::lock_guard lock(m_);
    view_guard g{t_};
    t_ = t;
    return 0;
  }
};
void nothing(const sid *) {}
struct no_delete {
  void operator()(const sid *) const {}
};
struct r15 : service {
  int domain_of(const sid *who, sid **d) override {
    std::unique_ptr<const sid, no_delete> keep(who);
    *d = tools::make<sid>(keep->revision, static_cast<unsigned char>(0), nullptr);
    return 0;
  }
};
struct r16 : service {
  int domain_of(const sid *who, sid **d) override {
    std::unique_ptr<const sid, void (*)(const sid *)> keep(who, nothing);
    *d = nullptr;
    return keep->revision;
  }
};
struct r17 : service {
  int domain_of(const sid *who, sid **d) override {
    std::shared_ptr<const sid> keep(who, [](const sid *) {});
    *d = nullptr;
    return keep->revision;
  }
};
struct r18 : service {
  int domain_of(const sid *who, sid **d) override {
    acting = who;
    auto reset = [](const sid *) { acting = nullptr; };
    std::unique_ptr<const sid, decltype(reset)> g(who, reset);
    *d = nullptr;
    return acting->revision;
  }
};
struct reset_acting {
  void operator()(const sid *) const {
    acting = nullptr;
  }
};
struct r19 : service {
  int domain_of(const sid *who, sid **d) override {
    std::unique_ptr<const sid, reset_acting> g(acting = who);
    *d = nullptr;
    return g->revision;
  }
};
struct r20 : service {
  int domain_of(const sid *who, sid **d) override {
    acting = who;
    std::shared_ptr<void> g(nullptr, [](void *) { acting = nullptr; });
    *d = nullptr;
    return acting->revision;
  }
};
struct r21 : service {
  std::vector<std::string_view> stack_;
  int subscribe(std::string_view t, const std::string &) override {
    stack_.push_back(t);
    tools::at_exit pop{[&] { stack_.pop_back(); }};
    return static_cast<int>(stack_.size());
  }
};
struct r22 : service {
  std::set<const sid *> seen_;
  int domain_of(const sid *who, sid **d) override {
    seen_.insert(who);
    tools::at_exit out{[&] { seen_.erase(who); }};
    *d = nullptr;
    return 0;
  }
};
struct pushed {
  std::vector<std::string_view> &v;
  pushed(std::vector<std::string_view> &a, std::string_view t) : v(a) {
    v.push_back(t);
  }
  ~pushed() {
    v.pop_back();
  }
};
struct r23 : service {
  std::vector<std::string_view> stack_;
  int subscribe(std::string_view t, const std::string &) override {
    pushed p(stack_, t);
    return static_cast<int>(stack_.size());
  }
};
struct r24 : service {
  std::function<int()> f_;
  int subscribe(std::string_view t, const std::string &) override {
    f_ = [t] { return static_cast<int>(t.size()); };
    tools::at_exit undo{[&] { f_ = nullptr; }};
    return f_();
  }
};
struct r25 : service {
  std::optional<std::string_view> o_;
  int subscribe(std::string_view t, const std::string &) override {
    o_ = t;
    tools::at_exit undo{[&] { o_.reset(); }};
    return static_cast<int>(o_->size());
  }
};
struct request_scope {
  std::string_view *slot;
  explicit request_scope(std::string_view *s, std::string_view v) : slot(s) {
    *slot = v;
  }
  ~request_scope() {
    *slot = std::string_view();
  }
};
struct r26 : service {
  int subscribe(std::string_view t, const std::string &) override {
    request_scope s(&current, t);
    return static_cast<int>(current.size());
  }
};
struct context_scope {
  policy_handle h;
  ~context_scope() {
    h->comment = nullptr;
  }
};
struct r27 : service {
  int set_comment(policy_handle h, const char *c) override {
    context_scope s{h};
    h->comment = c;
    return 0;
  }
};
struct subject_scope {
  policy &p;
  subject_scope(policy &x, std::string_view v) : p(x) {
    p.subject = v;
  }
  ~subject_scope() {
    p.subject = {};
  }
};
struct r28 : service {
  int set_comment(policy_handle h, const char *c) override {
    subject_scope s(*h, c);
    return static_cast<int>(h->subject.size());
  }
};
struct r29 : service {
  std::string_view t_;
  struct reset_t {
    r29 *s;
    ~reset_t() {
      s->t_ = {};
    }
  };
  int subscribe(std::string_view t, const std::string &) override {
    reset_t r{this};
    t_ = t;
    return 0;
  }
};
struct r30 : service {
  std::string_view t_;
  void set(std::string_view v) {
    t_ = v;
  }
  void clear() {
    t_ = {};
  }
  int subscribe(std::string_view t, const std::string &w) override {
    set(t);
    try {
      if (w.empty())
        throw rpc::error(rpc::status::call_failed);
    } catch (...) {
      clear();
      throw;
    }
    clear();
    return 0;
  }
};
thread_local std::string_view tl_topic;
struct r31 : service {
  int subscribe(std::string_view t, const std::string &) override {
    struct G {
      G(std::string_view v) {
        tl_topic = v;
      }
      ~G() {
        tl_topic = {};
      }
    } g(t);
    return static_cast<int>(tl_topic.size());
  }
};
struct r32 : service {
  std::unordered_map<std::thread::id, std::string_view> by_;
  std::mutex m_;
  int subscribe(std::string_view t, const std::string &) override {
    {
      std::lock_guard l(m_);
      by_[std::this_thread::get_id()] = t;
    }
    log_line(t);
    {
      std::lock_guard l(m_);
      by_.erase(std::this_thread::get_id());
    }
    return 0;
  }
};
struct r33 : service {
  std::atomic<const char *> p_{};
  int set_comment(policy_handle, const char *c) override {
    p_.store(c);
    tools::at_exit undo{[&] { p_.store(nullptr); }};
    return 0;
  }
};
struct r34 : service {
  std::atomic<const char *> p_{};
  int set_comment(policy_handle, const char *c) override {
    p_ = c;
    log_line(p_.load());
    p_ = nullptr;
    return 0;
  }
};
struct r35 : service {
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &) override {
    std::string_view saved = t_;
    t_ = t;
    tools::at_exit undo{[&] { std::swap(t_, saved); }};
    return static_cast<int>(t_.size());
  }
};
struct r36 : service {
  const char *p_ = nullptr;
  int set_comment(policy_handle, const char *c) override {
    for (p_ = c; *p_; ++p_)
      if (*p_ == ' ') {
        p_ = nullptr;
        return 1;
      }
    p_ = nullptr;
    return 0;
  }
};
struct r37 : service {
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &) override {
    auto guard = std::unique_ptr<std::string_view, void (*)(std::string_view *)>(&t_, [](std::string_view *p) { *p = {}; });
    t_ = t;
    return static_cast<int>(t_.size());
  }
};
struct dismissable {
  std::string_view &v;
  bool on = true;
  ~dismissable() {
    if (on)
      v = {};
  }
};
struct r38 : service {
  std::string_view t_;
  int subscribe(std::string_view t, const std::string &) override {
    dismissable g{t_};
    t_ = t;
    return 0;
  }
};
} // namespace site_guards
