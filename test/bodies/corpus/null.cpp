// Pointers, optional values and smart pointers that may be null.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <cassert>
#include <numeric>

namespace wrong {
using namespace corpus;

int first(const rec *r) { return r->a; }
int length(const char *s) { return static_cast<int>(strlen(s)); }
int twice(const rec *r) { return 2 * first(r); }

struct arrow : service {
  int look(const rec *r) override {
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct star : service {
  int look(const rec *r) override {
    const rec copy = *r; // expected-warning {{[unchecked-null]}}
    return copy.a;
  }
};
struct bound : service {
  int look(const rec *r) override {
    const rec &same = *r; // expected-warning {{[unchecked-null]}}
    return same.a + same.b;
  }
};
struct alias : service {
  int look(const rec *r) override {
    const rec *same = r;
    return same->b; // expected-warning {{[unchecked-null]}}
  }
};
struct copied : service {
  int look(const rec *r) override {
    rec here;
    memcpy(&here, r, sizeof here); // expected-warning {{[unchecked-null]}}
    return here.a;
  }
};
struct compared : service {
  int both(const rec *x, const rec *y) override {
    if (!x)
      return 0;
    return memcmp(x, y, sizeof *x); // expected-warning {{[unchecked-null]}}
  }
};
struct other_tested : service {
  int both(const rec *x, const rec *y) override {
    if (x == nullptr)
      return -1;
    return x->a - y->a; // expected-warning {{[unchecked-null]}}
  }
};
struct either : service {
  int both(const rec *x, const rec *y) override {
    if (!x && !y)
      return 0;
    return x->a; // expected-warning {{[unchecked-null]}}
  }
};
struct too_late : service {
  int look(const rec *r) override {
    const int a = r->a; // expected-warning {{[unchecked-null]}}
    if (!r)
      return 0;
    return a;
  }
};
struct only_logged : service {
  int look(const rec *r) override {
    if (!r)
      log_line("no record");
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct flag_not_used : service {
  int look(const rec *r) override {
    const bool have = r != nullptr;
    if (have)
      log_line("record");
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct flag_inverted : service {
  int look(const rec *r) override {
    const bool missing = r == nullptr;
    if (!missing)
      return 0;
    return r->b; // expected-warning {{[unchecked-null]}}
  }
};
struct or_instead : service {
  bool verbose = false;
  int look(const rec *r) override {
    if (r || verbose)
      return r->a; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct text_length : service {
  int measure_if(const char *s) override {
    return static_cast<int>(strlen(s)); // expected-warning {{[unchecked-null]}}
  }
};
struct text_string : service {
  int measure_if(const char *s) override {
    const std::string copy(s); // expected-warning {{[unchecked-null]}}
    return static_cast<int>(copy.size());
  }
};
struct text_view : service {
  int measure_if(const char *s) override {
    std::string_view view(s); // expected-warning {{[unchecked-null]}}
    return view.starts_with("x");
  }
};
struct text_compared : service {
  int measure_if(const char *s) override {
    return strcmp(s, "all") == 0; // expected-warning {{[unchecked-null]}}
  }
};
struct text_assigned : service {
  std::string last;
  int measure_if(const char *s) override {
    last = s; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct text_field : service {
  int greet(const person *p) override {
    return static_cast<int>(strlen(p->name)); // expected-warning {{[unchecked-null]}}
  }
};
struct other_field : service {
  int greet(const person *p) override {
    if (!p->name)
      return 0;
    return strcmp(p->name, p->mail); // expected-warning {{[unchecked-null]}}
  }
};
struct link : service {
  int walk(const node *l) override {
    if (!l)
      return 0;
    return l->next->v; // expected-warning {{[unchecked-null]}}
  }
};
struct loop : service {
  int walk(const node *l) override {
    int last = 0;
    for (; l->next; l = l->next) // expected-warning {{[unchecked-null]}}
      last = l->v;
    return last;
  }
};
struct loop_late : service {
  void visit(node *l) override {
    do {
      l = l->next;
      l->v = 0; // expected-warning {{[unchecked-null]}}
    } while (l->next);
  }
};
struct child : service {
  int depth(const tree *t) override {
    return t->left->key; // expected-warning {{[unchecked-null]}}
  }
};
struct other_child : service {
  int depth(const tree *t) override {
    if (t->left)
      return t->right->key; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct row : service {
  int rows(const table *t) override {
    int all = 0;
    for (unsigned n = 0; n < t->n; ++n)
      all += t->rows[n]->a; // expected-warning {{[unchecked-null]}}
    return all;
  }
};
struct helper : service {
  int look(const rec *r) override {
    return first(r); // expected-warning {{[unchecked-null]}}
  }
};
struct helper_twice : service {
  int look(const rec *r) override {
    return twice(r); // expected-warning {{[unchecked-null]}}
  }
};
struct helper_text : service {
  int measure_if(const char *s) override {
    return length(s); // expected-warning {{[unchecked-null]}}
  }
};
struct lambda : service {
  int look(const rec *r) override {
    return [r] { return r->a; }(); // expected-warning {{[unchecked-null]}}
  }
};
struct optional_arrow : service {
  int maybe(std::optional<rec> r) override {
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct optional_star : service {
  int maybe(std::optional<rec> r) override {
    const rec here = *r; // expected-warning {{[unchecked-null]}}
    return here.a;
  }
};
struct optional_text : service {
  int maybe_text(const std::optional<std::string> &s) override {
    return static_cast<int>(s->size()); // expected-warning {{[unchecked-null]}}
  }
};
struct optional_wrong_way : service {
  int maybe(std::optional<rec> r) override {
    if (r.has_value())
      return 0;
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct unique_arrow : service {
  int own(const std::unique_ptr<rec> &r) override {
    return r->a; // expected-warning {{[unchecked-null]}}
  }
};
struct unique_get : service {
  int own(const std::unique_ptr<rec> &r) override {
    const rec *here = r.get();
    return here->a; // expected-warning {{[unchecked-null]}}
  }
};
struct unique_moved : service {
  int take(std::unique_ptr<rec> r) override {
    const auto mine = std::move(r);
    return mine->a; // expected-warning {{[unchecked-null]}}
  }
};
struct shared_star : service {
  int share(std::shared_ptr<rec> r) override {
    return (*r).b; // expected-warning {{[unchecked-null]}}
  }
};
struct field_optional : service {
  int describe(const item &i) override {
    return i.at->a; // expected-warning {{[unchecked-null]}}
  }
};
struct field_unique : service {
  int describe(const item &i) override {
    if (!i.at)
      return 0;
    return i.owned->a; // expected-warning {{[unchecked-null]}}
  }
};
struct field_shared : service {
  void update(item &i) override {
    i.shared->a = 1; // expected-warning {{[unchecked-null]}}
  }
};
struct elements_unique : service {
  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    int all = 0;
    for (const auto &each : v)
      all += each->a; // expected-warning {{[unchecked-null]}}
    return all;
  }
};
struct elements_optional : service {
  int some(const std::vector<std::optional<rec>> &v) override {
    int all = 0;
    for (std::size_t n = 0; n < v.size(); ++n)
      all += v[n]->b; // expected-warning {{[unchecked-null]}}
    return all;
  }
};
struct elements_summed : service {
  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    return std::accumulate(v.begin(), v.end(), 0, [](int n, const auto &each) { return n + each->a; }); // expected-warning {{[unchecked-null]}}
  }
};
struct link_unique : service {
  int follow(const chain &c) override {
    return c.next->v; // expected-warning {{[unchecked-null]}}
  }
};
struct loop_unique : service {
  int follow(const chain &c) override {
    const chain *at = &c;
    while (at->v != 0) // expected-warning {{[unchecked-null]}}
      at = at->next.get();
    return at->v;
  }
};
struct alternative : service {
  int which(const std::variant<std::monostate, int, rec> &v) override {
    return std::get_if<rec>(&v)->a; // missed: [unchecked-null]: arms of std::variant are not followed
  }
};
}
