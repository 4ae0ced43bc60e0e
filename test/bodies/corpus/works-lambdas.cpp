// Lambdas, templates, callbacks: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_lambdas {
using namespace works;
template <class T> T *make() {
  return static_cast<T *>(rpc::allocate(sizeof(T)));
}
template <class T, class F> T *build(F f) {
  T *t = rpc::allocate<T>();
  f(*t);
  return t;
}
template <class F> void each(const attendee *a, F f) {
  for (; a; a = a->next)
    f(*a);
}
template <class T> T deref(const T *p) {
  return *p;
}
static std::vector<std::function<void()>> jobs;
static std::function<int()> on_idle;
struct a1 : service {
  int note(cal, const char *text) override {
    jobs.push_back([text] { log_text(text); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a2 : service {
  int note(cal h, const char *text) override {
    h->hook = [=] { trace("%s", text); }; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a3 : service {
  int add_event(cal, const event *e, unsigned *id) override {
    on_idle = [e] { return static_cast<int>(e->count); }; // expected-warning {{[retain-pointer]}}
    *id = 0;
    return 0;
  }
};
struct a4 : service {
  int get_event(cal, unsigned id, event **e) override {
    *e = build<event>([&](event &r) { r.count = id ? 1 : 0; });
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct a5 : service {
  int tree(unsigned depth, folder **root) override {
    auto node = [](unsigned id) {
      auto *f = make<folder>();
      f->id = id;
      f->name = nullptr;
      f->first = nullptr;
      return f;
    };
    *root = node(depth);
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct a6 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee *shared = rpc::allocate<attendee>();
    auto add = [&](attendee *next) {
      auto *a = rpc::allocate<attendee>();
      a->next = next;
      return a;
    };
    attendee *l = add(shared);
    shared->next = l;
    *first = l; // expected-warning {{[alias-unique]}}
    h->touch();
    return 0;
  }
};
struct a7 : service {
  int invite(cal, const attendee *first) override {
    const auto length = [](const attendee *a) { return strlen(a->name); };
    return first ? length(first) : 0; // expected-warning {{[unchecked-null]}}
  }
};
struct a8 : service {
  int depth(const folder *f) override {
    return deref(f->first).id; // expected-warning {{[unchecked-null]}}
  }
};
struct a9 : service {
  int draw(const shape *s) override {
    auto visit = [&](auto on_circle, auto on_picture) {
      return s->kind == 1 ? on_circle(s->u.radius) : s->kind == 3 ? on_picture(s->u.picture) : 0u;
    };
    return visit([](unsigned r) { return r; }, [](const tile *t) { return t->width; }); // expected-warning {{[unchecked-null]}}
  }
};
struct b1 : service {
  int caption(unsigned index, char **text) override {
    auto text_of = [](unsigned i) -> char * {
      static char names[4][8];
      return names[i & 3];
    };
    *text = text_of(index); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct b2 : service {
  int caption(unsigned index, char **text) override {
    auto render = [index] { return std::to_string(index); };
    auto s = render();
    auto get = [&s] { return s.data(); };
    *text = get(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct b3 : service {
  int palette(unsigned index, unsigned *colour) override {
    static const std::array<unsigned, 4> t{1, 2, 3, 4};
    auto get = [&](unsigned i) { return t[i]; }; // expected-warning {{[client-size-trust]}}
    *colour = get(index);
    return 0;
  }
};
struct b4 : service {
  int bins(unsigned n, unsigned **counts) override {
    auto alloc = [](auto count) { return rpc::allocate_array<unsigned>(count); };
    *counts = alloc(n); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct b5 : service {
  int slots(unsigned n, unsigned *got, unsigned *s) override {
    std::generate_n(s, n, [i = 0u]() mutable { return i++; });
    *got = n + n; // missed: [length-exceeds-size], a number and itself
    return 0;
  }
};
struct b6 : service {
  int reopen(cal *h, unsigned) override {
    auto with = [](calendar *c, auto f) { return f(*c); };
    return with(*h, [](calendar &c) { return c.events; }); // expected-warning {{[ctx-null-in]}}
  }
};
struct b7 : service {
  int close_calendar(cal *h) override {
    auto destroy = [](calendar *c) { delete c; };
    destroy(*h); // expected-warning {{[ctx-not-nulled]}}
    return 0;
  }
};
struct b8 : service {
  int tag(std::string_view name, const std::string &) override {
    auto require = [](bool ok, const char *what) {
      if (!ok)
        throw std::invalid_argument(what);
    };
    require(!name.empty(), "empty"); // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct b9 : service {
  int rate(std::span<const int> votes) override {
    auto first_of = [](const auto &range) { return *range.begin(); };
    return first_of(votes); // expected-warning {{[unchecked-empty]}}
  }
};
struct c1 : service {
  int tree(unsigned, folder **root) override {
    auto make_it = [&] { return new folder{}; };
    *root = make_it(); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct c2 : service {
  int answer(unsigned id, unsigned *yes) override {
    auto compute = [](unsigned v) { return v & 1; };
    *yes = compute(id); // expected-warning {{[lost-result]}}
    return 0;
  }
};
struct c3 : service {
  void blur(tile *t) override {
    auto grow = [](unsigned char *p, unsigned n) { return static_cast<unsigned char *>(std::realloc(p, n)); };
    t->pixels = grow(t->pixels, t->size); // expected-warning {{[foreign-allocator]}} expected-warning {{[realloc-stub-owned]}}
  }
};
}
