// Lambdas, templates, callbacks: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_lambdas_right {
using namespace works;
template <class T> T *make() {
  T *t = static_cast<T *>(rpc::allocate(sizeof(T)));
  return t ? new (t) T{} : nullptr;
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
template <class T> std::optional<T> deref(const T *p) {
  return p ? std::optional<T>(*p) : std::nullopt;
}
template <class R, class F> auto map_to(const R &r, F f) {
  std::vector<decltype(f(*r.begin()))> v;
  for (auto &&x : r)
    v.push_back(f(x));
  return v;
}
static std::vector<std::function<void()>> jobs;
static std::function<int()> on_idle;
static char *text_of(const std::string &s) {
  char *p = rpc::allocate_array<char>(s.size() + 1);
  std::copy(s.begin(), s.end(), p);
  return p;
}
struct period {
  long long from;
  unsigned length;
};
static when *at(period p) {
  auto *w = rpc::allocate<when>();
  w->start = p.from;
  w->minutes = p.length;
  return w;
}
struct person {
  std::string name, mail;
};
static attendee *in_list(person p, attendee *next) {
  auto *a = rpc::allocate<attendee>();
  a->name = text_of(p.name);
  a->mail = text_of(p.mail);
  a->next = next;
  return a;
}
struct a1 : service {
  int note(cal, const char *text) override {
    jobs.push_back([s = std::string(text ? text : "")] { log_text(s); });
    return 0;
  }
};
struct a2 : service {
  int note(cal h, const char *text) override {
    auto print = [=] { trace("%s", text); };
    if (text)
      print();
    h->hook = [h] { h->touch(); };
    return 0;
  }
};
struct a3 : service {
  int add_event(cal, const event *e, unsigned *id) override {
    on_idle = [n = e->count] { return static_cast<int>(n); };
    *id = on_idle();
    return 0;
  }
};
struct a4 : service {
  int get_event(cal, unsigned id, event **e) override {
    *e = build<event>([&](event &r) { r.at = at(period{static_cast<long long>(id), 30}); });
    return 0;
  }
};
struct a5 : service {
  int list_events(cal h, unsigned, unsigned, event_list *l) override {
    l->count = 2;
    l->events = rpc::allocate_array<event *>(2);
    l->events[0] = build<event>([](event &r) { r.at = at(period{1, 30}); });
    l->events[1] = build<event>([](event &r) { r.at = at(period{2, 30}); });
    h->touch();
    return 0;
  }
};
struct a6 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    *first = in_list(person{"a", "a@x"}, in_list(person{"b", "b@x"}, in_list(person{h->owner, ""}, nullptr)));
    return 0;
  }
};
struct a7 : service {
  int invite(cal, const attendee *first) override {
    size_t n = 0;
    each(first, [&](const attendee &a) {
      if (a.name)
        n += strlen(a.name);
    });
    return n;
  }
};
struct a8 : service {
  int depth(const folder *f) override {
    const auto child = deref(f->first);
    return child ? child->id : 0;
  }
};
struct a9 : service {
  int draw(const shape *s) override {
    auto visit = [&](auto on_circle, auto on_picture) {
      return s->kind == 1 ? on_circle(s->u.radius) : s->kind == 3 ? on_picture(s->u.picture) : 0u;
    };
    return visit([](unsigned r) { return r; }, [](const tile *t) { return t ? t->width : 0u; });
  }
};
struct b1 : service {
  int tree(unsigned depth, folder **root) override {
    std::function<folder *(unsigned)> grow = [&](unsigned d) -> folder * {
      if (d == 0)
        return nullptr;
      auto *f = make<folder>();
      f->id = d;
      f->first = grow(d - 1);
      f->next = grow(d - 1);
      return f;
    };
    *root = grow(std::min(depth, 4u));
    return 0;
  }
};
struct b2 : service {
  int tree(unsigned depth, folder **root) override {
    auto grow = [](auto &self, unsigned d) -> folder * {
      if (d == 0)
        return nullptr;
      auto *f = rpc::allocate<folder>();
      f->first = self(self, d - 1);
      f->next = self(self, d - 1);
      return f;
    };
    *root = grow(grow, std::min(depth, 4u));
    return 0;
  }
};
struct b3 : service {
  int palette(unsigned index, unsigned *colour) override {
    static const std::array<unsigned, 4> t{1, 2, 3, 4};
    auto get = [&](unsigned i) { return i < t.size() ? t[i] : 0; };
    *colour = get(index);
    return 0;
  }
};
struct b4 : service {
  int bins(unsigned n, unsigned **counts) override {
    auto checked = [](unsigned v) {
      if (v > 512)
        throw rpc::error(rpc::status::call_failed);
      return v;
    };
    auto alloc = [](auto count) { return rpc::allocate_array<unsigned>(count); };
    *counts = alloc(checked(n));
    return 0;
  }
};
struct b5 : service {
  int slots(unsigned n, unsigned *got, unsigned *s) override {
    std::generate_n(s, n, [i = 0u]() mutable { return i++; });
    *got = std::count_if(s, s + n, [](unsigned v) { return v < 8; });
    return 0;
  }
};
struct b6 : service {
  int reopen(cal *h, unsigned) override {
    auto with = [](calendar *c, auto f) { return c ? f(*c) : 0u; };
    return with(*h, [](calendar &c) { return c.events; });
  }
};
struct b7 : service {
  int close_calendar(cal *h) override {
    auto destroy = [](calendar *&c) {
      delete c;
      c = nullptr;
    };
    destroy(*h);
    return 0;
  }
};
struct b8 : service {
  int tag(std::string_view name, const std::string &) override {
    auto require = [](bool ok) {
      if (!ok)
        throw rpc::error(rpc::status::call_failed);
    };
    require(!name.empty());
    return name.front();
  }
};
struct b9 : service {
  int rate(std::span<const int> votes) override {
    auto first_of = [](const auto &range) { return range.empty() ? 0 : *range.begin(); };
    return first_of(votes);
  }
};
struct c1 : service {
  int publish(const album &a) override {
    const auto sizes = map_to(a.tracks, [](const track &t) { return t.marks.size(); });
    return sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  }
};
struct c2 : service {
  int invite(cal h, const attendee *first) override {
    std::vector<std::string> names;
    std::function<void(const attendee *)> walk = [&](const attendee *a) {
      if (!a)
        return;
      if (a->name)
        names.emplace_back(a->name);
      walk(a->next);
    };
    walk(first);
    h->events += names.size();
    return 0;
  }
};
struct c3 : service {
  void prune(folder **root) override {
    auto visit = [](auto &&self, folder *f) -> void {
      for (; f; f = f->next) {
        f->id &= 0xff;
        self(self, f->first);
      }
    };
    visit(visit, *root);
  }
};
struct c4 : service {
  void tidy(attendee *first) override {
    attendee **at = &first->next;
    while (*at)
      at = &(*at)->next;
    auto add = [&at](const char *n) {
      *at = rpc::allocate<attendee>();
      (*at)->name = text_of(n);
      at = &(*at)->next;
    };
    add("x");
    add("y");
  }
};
struct c5 : service {
  int tree(unsigned depth, folder **root) override {
    *root = nullptr;
    auto insert = [&](unsigned id) {
      folder **at = root;
      while (*at)
        at = id < (*at)->id ? &(*at)->first : &(*at)->next;
      *at = rpc::allocate<folder>();
      (*at)->id = id;
    };
    for (unsigned i = 0; i < std::min(depth, 8u); ++i)
      insert(i * 7 % 8);
    return 0;
  }
};
struct c6 : service {
  int tree(unsigned depth, folder **root) override {
    *root = rpc::allocate<folder>();
    for (unsigned i = 1; i < std::min(depth, 8u); ++i) {
      folder *at = *root;
      for (;;) {
        folder *&side = i & 1 ? at->first : at->next;
        if (!side) {
          side = rpc::allocate<folder>();
          side->id = i;
          break;
        }
        at = side;
      }
    }
    return 0;
  }
};
struct c7 : service {
  int tree(unsigned depth, folder **root) override {
    folder *top = rpc::allocate<folder>();
    *root = top;
    folder *&left = top->first;
    folder *&right = top->next;
    left = rpc::allocate<folder>();
    right = rpc::allocate<folder>();
    if (depth > 1) {
      folder *&deep = left->first;
      deep = rpc::allocate<folder>();
      deep->id = depth;
    }
    return 0;
  }
};
}
