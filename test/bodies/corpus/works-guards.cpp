// Classes with RAII guards: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_guards {
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
};
template <class F> class defer {
  F f_;
public:
  explicit defer(F f) : f_(std::move(f)) {
  }
  ~defer() {
    f_();
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
};
struct hold {
  calendar *c;
  explicit hold(calendar *c) : c(c) {
  }
  ~hold() {
    delete c;
  }
};
}
struct a1 : service {
  int depth(const folder *f) override {
    scoped_free g(const_cast<folder *>(f)); // expected-warning {{[free-stub-owned]}}
    return f->id;
  }
};
struct a2 : service {
  void blur(tile *t) override {
    defer d([t] { std::free(t->pixels); }); // expected-warning {{[free-embedded]}}
    t->width = 0;
  }
};
struct a3 : service {
  int caption(unsigned index, char **text) override {
    buffer b(40);
    snprintf(b.get(), 40, "%u", index);
    *text = b.get(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct a4 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = nullptr;
    buffer b(w + h); // expected-warning {{[client-size-trust]}}
    return b.get()[0];
  }
};
struct a5 : service {
  int forget(cal h) override {
    hold g(h); // expected-warning {{[ctx-free-in-only]}}
    h->touch();
    return 0;
  }
};
struct a6 : service {
  int close_calendar(cal *h) override {
    if (!*h)
      return 1;
    hold g(*h); // expected-warning {{[ctx-not-nulled]}}
    g.c->touch();
    return 0;
  }
};
struct a7 : service {
  struct entry {
    const char *text;
    unsigned n;
  };
  std::deque<entry> log;
  std::mutex m;
  int note(cal, const char *text) override {
    std::lock_guard l(m);
    log.push_back(entry{text, 1}); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a8 : service {
  std::mutex m;
  std::map<std::string, const attendee *> by_name;
  int invite(cal, const attendee *first) override {
    std::scoped_lock l(m);
    for (auto *a = first; a; a = a->next)
      if (a->name)
        by_name[a->name] = a; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a9 : service {
  std::shared_mutex m;
  std::string current_;
  int caption(unsigned, char **text) override {
    std::shared_lock l(m);
    *text = current_.data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct b1 : service {
  std::vector<std::string> rows;
  int caption(unsigned index, char **text) override {
    auto &row = rows[index]; // expected-warning {{[client-size-trust]}}
    *text = rpc::allocate_array<char>(row.size() + 1);
    memcpy(*text, row.c_str(), row.size() + 1);
    return 0;
  }
};
struct b2 : service {
  int close_calendar(cal *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    if (!allowed())
      throw rpc::error(rpc::status::call_failed);
    *h = nullptr;
    return 0;
  }
};
struct b3 : service {
  int add_event(cal h, const event *e, unsigned *id) override {
    h->view = e->title ? e->title : ""; // expected-warning {{[retain-pointer]}}
    *id = 1;
    return 0;
  }
};
struct b4 : service {
  int open_calendar(const char *owner, cal *h) override {
    auto c = std::make_unique<calendar>();
    c->owner = owner; // expected-warning {{[unchecked-null]}}
    *h = c.release();
    return 0;
  }
};
struct b5 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    defer done([h] { h->touch(); });
    auto *a = static_cast<attendee *>(rpc::allocate(sizeof(attendee)));
    a->name = nullptr;
    a->mail = nullptr;
    if (h->events > 0)
      a->next = nullptr;
    *first = a;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct b6 : service {
  int draw(const shape *s) override {
    switch (s->kind) {
    case 2:
      return s->u.text[0]; // expected-warning {{[unchecked-null]}}
    default:
      return 0;
    }
  }
};
struct b7 : service {
  std::optional<calendar> spare;
  int publish_all(const std::vector<album> &all) override {
    return all[0].tracks[0].title.size(); // expected-warning {{[unchecked-empty]}} expected-warning {{[unchecked-empty]}}
  }
};
struct b8 : service {
  int tag(std::string_view, const std::string &value) override {
    if (value == "x")
      throw 42; // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct b9 : service {
  int tag(std::string_view name, const std::string &) override {
    std::map<std::string, int, std::less<>> m{{"a", 1}};
    return m.at(std::string(name)); // expected-warning {{[throw-unmapped]}}
  }
};
struct c1 : service {
  int tree(unsigned depth, folder **root) override {
    auto f = std::shared_ptr<folder>(rpc::allocate<folder>(), [](folder *p) { rpc::free(p); });
    f->id = depth;
    *root = f.get(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
}
