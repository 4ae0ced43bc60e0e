// Classes with RAII guards: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_guards_right {
using namespace works;
namespace {
class scoped_free {
  void *p_;
public:
  explicit scoped_free(void *p) : p_(p) {
  }
  scoped_free(const scoped_free &) = delete;
  ~scoped_free() {
    std::free(p_);
  }
  void *release() {
    return std::exchange(p_, nullptr);
  }
};
template <class F> class defer {
  F f_;
  bool on_ = true;
public:
  explicit defer(F f) : f_(std::move(f)) {
  }
  ~defer() {
    if (on_)
      f_();
  }
  void cancel() {
    on_ = false;
  }
};
class buffer {
  char *p_;
  size_t n_;
public:
  explicit buffer(size_t n) : p_(new char[n]), n_(n) {
  }
  ~buffer() {
    delete[] p_;
  }
  char *get() {
    return p_;
  }
  size_t size() const {
    return n_;
  }
};
template <class T> class scoped_set {
  T &at_;
  T old_;
public:
  scoped_set(T &at, T value) : at_(at), old_(std::exchange(at, value)) {
  }
  ~scoped_set() {
    at_ = old_;
  }
};
struct rpc_deleter {
  void operator()(void *p) const {
    rpc::free(p);
  }
};
template <class T> using rpc_ptr = std::unique_ptr<T, rpc_deleter>;
template <class T> rpc_ptr<T> make_rpc() {
  return rpc_ptr<T>(rpc::allocate<T>());
}
rpc_ptr<char> dup(std::string_view s) {
  rpc_ptr<char> p(rpc::allocate_array<char>(s.size() + 1));
  s.copy(p.get(), s.size());
  return p;
}
}
struct a1 : service {
  int depth(const folder *f) override {
    scoped_free g(std::malloc(sizeof(folder)));
    return f->id;
  }
};
struct a2 : service {
  int get_event(cal h, unsigned, event **e) override {
    auto r = make_rpc<event>();
    auto at = make_rpc<when>();
    auto title = dup(h->owner);
    r->at = at.release();
    r->title = title.release();
    *e = r.release();
    return 0;
  }
};
struct a3 : service {
  int caption(unsigned index, char **text) override {
    buffer b(40);
    snprintf(b.get(), b.size(), "%u", index);
    *text = dup(b.get()).release();
    return 0;
  }
};
struct a4 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = nullptr;
    if (w > 64 || h > 64)
      return 1;
    buffer b(w * h + 1);
    b.get()[0] = 0;
    return b.get()[0];
  }
};
struct a5 : service {
  const char *current = nullptr;
  int note(cal, const char *text) override {
    scoped_set<const char *> s(current, text);
    return work();
  }
  int work() {
    return current ? std::strlen(current) : 0;
  }
};
struct a6 : service {
  const tile *at = nullptr;
  int write_tile(const tile *t) override {
    at = t;
    const int r = sum();
    at = nullptr;
    return r;
  }
  int sum() const {
    int n = 0;
    for (unsigned i = 0; i < at->size; ++i)
      n += at->pixels[i];
    return n;
  }
};
struct a7 : service {
  struct entry {
    std::string text;
    unsigned n;
  };
  std::deque<entry> log;
  std::mutex m;
  int note(cal, const char *text) override {
    std::lock_guard l(m);
    log.push_back(entry{text ? text : "", 1});
    if (log.size() > 10)
      log.pop_front();
    return 0;
  }
};
struct a8 : service {
  std::mutex m;
  std::map<std::string, std::string> by_name;
  int invite(cal, const attendee *first) override {
    std::scoped_lock l(m);
    for (auto *a = first; a; a = a->next)
      if (a->name)
        by_name[a->name] = a->mail ? a->mail : "";
    return 0;
  }
};
struct a9 : service {
  std::shared_mutex m;
  std::string current_;
  int caption(unsigned, char **text) override {
    std::string copy;
    {
      std::shared_lock l(m);
      copy = current_;
    }
    *text = dup(copy).release();
    return 0;
  }
};
struct b1 : service {
  std::vector<std::string> rows;
  int caption(unsigned index, char **text) override {
    *text = nullptr;
    if (index >= std::size(rows))
      return 1;
    auto &row = rows[index];
    *text = dup(row).release();
    return 0;
  }
};
struct b2 : service {
  int close_calendar(cal *h) override {
    if (!allowed())
      throw rpc::error(rpc::status::call_failed);
    auto gone = std::unique_ptr<calendar>(std::exchange(*h, nullptr));
    return gone ? 0 : 1;
  }
};
struct b3 : service {
  int add_event(cal h, const event *e, unsigned *id) override {
    std::string old = std::exchange(h->last, e->title ? e->title : "");
    *id = old.size();
    return 0;
  }
};
struct b4 : service {
  std::string label;
  int tag(std::string_view, const std::string &value) override {
    const std::string old = std::exchange(label, value);
    return old == label;
  }
};
struct b5 : service {
  int note(cal h, const char *text) override {
    if (!text)
      return 1;
    std::string old = std::exchange(h->last, text);
    h->titles[h->events] = old;
    return 0;
  }
};
struct b6 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    *first = nullptr;
    auto head = make_rpc<attendee>();
    defer undo([&] { head.reset(); });
    head->name = dup(h->owner).release();
    if (h->events == 0)
      return 1;
    undo.cancel();
    *first = head.release();
    return 0;
  }
};
struct b7 : service {
  int reopen(cal *h, unsigned mode) override {
    std::unique_ptr<calendar> c(*h);
    if (!c)
      c = std::make_unique<calendar>();
    c->events = mode;
    *h = c.release();
    return 0;
  }
};
struct b8 : service {
  int tag(std::string_view, const std::string &value) override {
    try {
      if (value == "x")
        throw 42;
      return 0;
    } catch (int code) {
      return code;
    }
  }
};
struct b9 : service {
  int tag(std::string_view name, const std::string &) override {
    const std::map<std::string, int, std::less<>> m{{"a", 1}};
    if (!m.contains(name))
      return 0;
    return m.at(std::string(name));
  }
};
struct c1 : service {
  struct busy {
    bool &b;
    explicit busy(bool &b) : b(b) {
      b = true;
    }
    ~busy() {
      b = false;
    }
  };
  bool running = false;
  const event *pending = nullptr;
  struct clear {
    const event *&p;
    ~clear() {
      p = nullptr;
    }
  };
  int add_event(cal h, const event *e, unsigned *id) override {
    busy b(running);
    pending = e;
    clear c{pending};
    *id = step(h);
    return 0;
  }
  unsigned step(cal h) {
    return pending->count + h->events;
  }
};
struct c2 : service {
  int forget(cal h) override {
    std::unique_ptr<calendar, void (*)(calendar *)> view(h, [](calendar *) {});
    view->touch();
    return 0;
  }
};
struct c3 : service {
  std::unique_ptr<calendar> main_ = std::make_unique<calendar>();
  int palette(unsigned index, unsigned *colour) override {
    const auto &rooms = main_->rooms;
    *colour = index < rooms.size() ? rooms[index] : 0;
    return 0;
  }
};
struct c4 : service {
  std::vector<const event *> batch;
  int add_event(cal h, const event *e, unsigned *id) override {
    batch.push_back(e);
    defer pop([this] { batch.pop_back(); });
    *id = batch.size() + h->events;
    return 0;
  }
};
struct c5 : service {
  std::function<int()> job;
  int note(cal h, const char *text) override {
    job = [h] { return static_cast<int>(h->events); };
    return text ? job() : 0;
  }
};
struct c6 : service {
  std::function<void()> job;
  std::string text_;
  int note(cal, const char *text) override {
    job = [this, copy = std::string(text ? text : "")] { text_ = copy; };
    return 0;
  }
};
int use1(const client &c) {
  rpc_ptr<folder> f(c.home(2));
  return f ? f->id : 0;
}
int use2(const client &c, cal h) {
  event *raw = nullptr;
  const int rc = c.get_event(h, 1, &raw);
  rpc_ptr<event> e(raw);
  return rc == 0 && e ? e->count : 0;
}
int use3(const client &c, cal h) {
  event *e = nullptr;
  defer d([&] { rpc::free(e); });
  return c.get_event(h, 1, &e) == 0 && e != nullptr;
}
rpc_ptr<char> use4(const client &c) {
  return rpc_ptr<char>(c.motd());
}
}
