// What is not known where it is used, or is proven otherwise: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_unknown_right {
using namespace works;
namespace rng = std::ranges;
static unsigned table[64];
bool fits(unsigned n);
static char *text_of(std::string_view s) {
  char *p = rpc::allocate_array<char>(s.size() + 1);
  rng::copy(s, p);
  return p;
}
struct period {
  long long from;
  unsigned length;
};
static when *in_call(period p) {
  auto *w = rpc::allocate<when>();
  w->start = p.from;
  w->minutes = p.length;
  return w;
}
// Indices that come from a container.
struct a1 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::vector<unsigned> order(n);
    std::iota(order.begin(), order.end(), 0u);
    rng::sort(order, {}, [&](unsigned i) { return data[i]; });
    *sum = 0;
    for (auto i : order)
      *sum = *sum * 31 + data[i];
    return 0;
  }
};
struct a2 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::vector<std::pair<unsigned, unsigned>> pairs;
    for (unsigned i = 1; i < n; ++i)
      pairs.emplace_back(i - 1, i);
    *sum = std::accumulate(pairs.begin(), pairs.end(), 0u, [&](unsigned s, const auto &p) { return s + data[p.first] * data[p.second]; });
    return 0;
  }
};
struct a3 : service {
  int rate(std::span<const int> votes) override {
    std::set<std::size_t> chosen;
    for (std::size_t i = 0; i < votes.size(); i += 2)
      chosen.insert(i);
    int n = 0;
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
      n += votes[*it];
    return n;
  }
};
struct a4 : service {
  int pack(unsigned *n, unsigned *values) override {
    std::vector<unsigned> at(*n), old(values, values + *n);
    std::iota(at.begin(), at.end(), 0u);
    rng::stable_sort(at, rng::greater{}, [&](auto i) { return old[i]; });
    for (unsigned i = 0; i < *n; ++i)
      values[i] = old[at[i]];
    return 0;
  }
};
// Strings and vectors that are exchanged are copied.
struct b1 : service {
  std::string label;
  int tag(std::string_view name, const std::string &value) override {
    const std::string old = std::exchange(label, value);
    std::string older = std::exchange(label, name);
    return old == older;
  }
};
struct b2 : service {
  int note(cal h, const char *text) override {
    if (!text)
      return 1;
    std::string old = std::exchange(h->last, text);
    return old.size();
  }
};
struct b3 : service {
  std::vector<unsigned> all;
  void shuffle(std::vector<unsigned> &order) override {
    auto old = std::exchange(all, order);
    order.swap(old);
  }
};
struct b4 : service {
  std::map<std::string, std::vector<unsigned>> by;
  void shuffle(std::vector<unsigned> &order) override {
    order = std::exchange(by["last"], std::vector<unsigned>(order.begin(), order.end()));
  }
};
// New memory of helpers that get structures by value.
struct c1 : service {
  int list_events(cal h, unsigned, unsigned, event_list *l) override {
    l->count = 2;
    l->events = rpc::allocate_array<event *>(2);
    for (unsigned i = 0; i < 2; ++i) {
      l->events[i] = rpc::allocate<event>();
      l->events[i]->at = in_call(period{i, 30});
    }
    return h->events;
  }
};
struct person {
  std::string name;
  std::string mail;
};
static attendee *in_list(person p, attendee *next) {
  auto *a = rpc::allocate<attendee>();
  a->name = text_of(p.name);
  a->mail = text_of(p.mail);
  a->next = next;
  return a;
}
struct c2 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    *first = in_list(person{"a", "a@x"}, nullptr);
    (*first)->next = in_list(person{h->owner, "b@x"}, nullptr);
    (*first)->next->next = in_list(person{"c", "c@x"}, nullptr);
    return 0;
  }
};
struct pairs {
  folder left;
  folder right;
};
static folder *leaf(folder copy) {
  auto *f = rpc::allocate<folder>();
  f->id = copy.id;
  return f;
}
struct c3 : service {
  int tree(unsigned depth, folder **root) override {
    auto *top = rpc::allocate<folder>();
    top->first = leaf(folder{nullptr, nullptr, nullptr, 1});
    top->next = leaf(folder{nullptr, nullptr, nullptr, depth});
    *root = top;
    return 0;
  }
};
// References to links.
struct d1 : service {
  int tree(unsigned depth, folder **root) override {
    *root = rpc::allocate<folder>();
    for (unsigned i = 1; i < std::min(depth, 8u); ++i) {
      folder *at = *root;
      for (;;) {
        folder *&side = i & 1 ? at->first : at->next;
        if (side) {
          at = side;
          continue;
        }
        side = rpc::allocate<folder>();
        side->id = i;
        break;
      }
    }
    return 0;
  }
};
struct d2 : service {
  int tree(unsigned depth, folder **root) override {
    *root = nullptr;
    for (unsigned i = 0; i < std::min(depth, 8u); ++i) {
      auto *fresh = rpc::allocate<folder>();
      fresh->id = i * 5 % 8;
      if (!*root) {
        *root = fresh;
        continue;
      }
      folder *at = *root;
      while (true) {
        folder *&side = fresh->id < at->id ? at->first : at->next;
        if (!side) {
          side = fresh;
          break;
        }
        at = side;
      }
    }
    return 0;
  }
};
struct d3 : service {
  int tree(unsigned depth, folder **root) override {
    *root = rpc::allocate<folder>();
    folder *at = *root;
    while (depth-- > 0 && depth < 64) {
      auto &side = depth % 2 ? at->first : at->next;
      side = rpc::allocate<folder>();
      at = side;
    }
    return 0;
  }
};
// Members that are set for a call of another function.
struct e1 : service {
  const tile *at = nullptr;
  unsigned row = 0;
  int write_tile(const tile *t) override {
    at = t;
    int n = 0;
    for (row = 0; row < t->height; ++row)
      n += weigh();
    at = nullptr;
    return n;
  }
  int weigh() {
    return at ? static_cast<int>(at->size) : 0;
  }
};
struct e2 : service {
  const event *current = nullptr;
  unsigned place(cal h);
  int add_event(cal h, const event *e, unsigned *id) override {
    current = e;
    *id = place(h);
    current = nullptr;
    return 0;
  }
};
struct e3 : service {
  std::string_view name_;
  virtual bool accepts() const;
  int tag(std::string_view name, const std::string &) override {
    name_ = name;
    const bool ok = accepts();
    name_ = {};
    return ok;
  }
};
struct e4 : service {
  struct parser {
    const char *at = nullptr;
    int next();
  } p;
  int note(cal, const char *text) override {
    if (!text)
      return 1;
    p.at = text;
    int n = 0;
    while (int c = p.next())
      n += c;
    p.at = nullptr;
    return n;
  }
};
struct e5 : service {
  const folder *root_ = nullptr;
  void visit(const folder *f) {
    if (f->first)
      visit(f->first);
    if (f->next)
      visit(f->next);
    if (f == root_)
      trace("root");
  }
  int depth(const folder *f) override {
    root_ = f;
    visit(f);
    root_ = nullptr;
    return 0;
  }
};
// Numbers that something bounds.
struct f1 : service {
  int bins(unsigned n, unsigned **counts) override {
    *counts = nullptr;
    if (!fits(n))
      return 87;
    *counts = rpc::allocate_array<unsigned>(n);
    return 0;
  }
};
struct f2 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = nullptr;
    if (w != 0 && h > 65536 / w)
      return 87;
    std::vector<unsigned char> v(w * h);
    return static_cast<int>(v.size());
  }
};
struct f3 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = nullptr;
    if (h != 0 && w > 65536 / h)
      return 87;
    if (!allowed())
      trace("a");
    if (!known(1))
      trace("b");
    if (!known(2))
      trace("c");
    if (!known(3))
      trace("d");
    std::vector<unsigned char> v(w * h);
    return static_cast<int>(v.size());
  }
};
struct f4 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = (index >> 8) < 64 ? table[index >> 8] : 0;
    return 0;
  }
};
struct f5 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    static unsigned nibbles[16];
    for (unsigned i = 0; i < n; ++i)
      ++nibbles[data[i] >> 4];
    *sum = nibbles[0];
    return 0;
  }
};
struct f6 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::vector<bool> bits(n / 8 + 1);
    std::span s(data, n);
    *sum = s.empty() ? bits.size() : s.front() + s.back();
    return 0;
  }
};
// Arms of unions.
struct g1 : service {
  int describe(unsigned id, shape *s) override {
    if (id & 1) {
      s->kind = 1;
      s->u.radius = id;
      return 0;
    }
    s->kind = 3;
    s->u.picture = rpc::allocate<tile>();
    return 0;
  }
};
struct g2 : service {
  int describe(unsigned id, shape *s) override {
    char buffer[16];
    s->u.text = buffer;
    snprintf(s->u.text, sizeof buffer, "%u", id);
    s->kind = 2;
    s->u.text = text_of(buffer);
    return 0;
  }
};
struct g3 : service {
  int describe(unsigned id, shape *s) override {
    char buffer[16];
    s->u.text = buffer;
    snprintf(buffer, sizeof buffer, "%u", id);
    s->kind = 1;
    s->u.radius = strlen(s->u.text);
    return 0;
  }
};
struct g4 : service {
  int play(std::optional<track> t) override {
    try {
      return t.value().marks.size();
    } catch (const std::bad_optional_access &) {
      return 1;
    }
  }
};
struct g5 : service {
  int play(std::optional<track> t) override {
    if (!t)
      throw rpc::error(rpc::status::call_failed);
    return t.value().marks.size();
  }
};
struct g6 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    unsigned filled = 0;
    while (filled < n && filled < 64) {
      free_slots[filled] = table[filled];
      ++filled;
    }
    *got = filled < n ? filled : n;
    return filled == n ? 0 : 1;
  }
};
struct g7 : service {
  int close_calendar(cal *h) override {
    if (!allowed())
      throw rpc::error(rpc::status::call_failed);
    calendar *gone = *h;
    *h = nullptr;
    delete gone;
    if (!allowed())
      throw rpc::error(rpc::status::call_failed);
    return 0;
  }
};
// Clients that ask for the status.
int use1(const client &c) {
  folder *f = nullptr;
  if (c.extend(f) == 0) {
    trace("%u", f->id);
    rpc::free(f);
    return 0;
  }
  return 1;
}
int use2(const client &c) {
  folder *f = nullptr;
  const int rc = c.extend(f);
  if (rc < 0)
    return rc;
  rpc::free(f);
  return 0;
}
int use3(const client &c) {
  folder *f = nullptr;
  switch (c.extend(f)) {
  case 0:
    rpc::free(f);
    return 0;
  default:
    return 1;
  }
}
int use4(const client &c) {
  folder *f = nullptr;
  const int rc = c.extend(f);
  if (rc != 0 && rc != 5)
    return rc;
  rpc::free(f);
  return 0;
}
int use5(const client &c, cal h) {
  event *e = nullptr;
  if (c.get_event(h, 1, &e) == 0) {
    trace("%u", e->count);
    rpc::free(e);
  }
  return 0;
}
int use6(const client &c, cal h) {
  attendee *a = nullptr;
  const bool failed = c.attendees(h, 1, &a) != 0;
  if (!failed) {
    puts(a->name);
    rpc::free(a);
  }
  return failed;
}
}
