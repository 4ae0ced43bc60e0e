// Every way in which good programs see to it that a pointer is not null: silent.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <cassert>
#include <deque>
#include <numeric>
#include <stack>

namespace right {
using namespace corpus;

int first(const rec *r) { return r ? r->a : 0; }
int unchecked(const rec *r) { return r->a; }
bool usable(const rec *r) { return r != nullptr && r->a >= 0; }
void expects(bool condition) {
  if (!condition)
    throw rpc::error(rpc::status::call_failed);
}
template <class T> T &not_null(T *p) {
  if (p == nullptr)
    throw rpc::error(rpc::status::call_failed, "null");
  return *p;
}
[[noreturn]] void refuse(const char *why) { throw rpc::error(rpc::status::call_failed, why); }
int keys(const tree *t) { return t ? keys(t->left) + 1 + keys(t->right) : 0; }
std::string_view view_of(const char *s) { return s ? std::string_view(s) : std::string_view(); }

struct branch : service {
  int look(const rec *r) override {
    if (r)
      return r->a;
    return 0;
  }
};
struct early : service {
  int look(const rec *r) override {
    if (nullptr == r)
      throw rpc::error(rpc::status::call_failed);
    return r->a + r->b;
  }
};
struct choice : service {
  int look(const rec *r) override { return r ? r->a : -1; }
};
struct conjunction : service {
  int look(const rec *r) override { return r && r->a > 0 && r->b > r->a; }
};
struct disjunction : service {
  int look(const rec *r) override {
    if (!r || r->a == 0)
      return 0;
    return r->b / r->a;
  }
};
struct asserted : service {
  int look(const rec *r) override {
    assert(r);
    return r->a;
  }
};
struct asserted_text : service {
  int both(const rec *x, const rec *y) override {
    assert(x && y && "two records");
    return x->a + y->a;
  }
};
struct in_a_variable : service {
  int look(const rec *r) override {
    const bool have = r != nullptr;
    if (!have)
      return 0;
    return r->a;
  }
};
struct in_a_variable_missing : service {
  int look(const rec *r) override {
    bool missing = !r;
    log_value(missing);
    if (missing)
      return -1;
    return r->b;
  }
};
struct in_a_variable_and : service {
  int look(const rec *r) override {
    const bool ok = r && r->a > 0;
    if (ok)
      return r->b;
    return 0;
  }
};
struct in_a_flag : service {
  int look(const rec *r) override {
    bool found = false;
    if (r)
      found = true;
    log_line("looked");
    if (found)
      return r->a;
    return 0;
  }
};
struct in_a_flag_of_two : service {
  int both(const rec *x, const rec *y) override {
    const bool one = x != nullptr, other = y != nullptr;
    if (one != other)
      return one ? x->a : y->a;
    const bool all = one && other;
    return all ? x->a - y->a : 0;
  }
};
struct in_a_status : service {
  int look(const rec *r) override {
    int status = 0;
    if (!r)
      status = 87;
    if (status == 0 && r->a < 0)
      status = 13;
    if (status != 0)
      return status;
    return r->a;
  }
};
struct otherwise : service {
  int look(const rec *r) override {
    static const rec none{0, 0};
    const rec *here = r ?: &none;
    return here->a;
  }
};
struct replaced : service {
  int look(const rec *r) override {
    const rec none{};
    if (!r)
      r = &none;
    return r->a + r->b;
  }
};
struct expected : service {
  int look(const rec *r) override {
    expects(r != nullptr);
    return r->a;
  }
};
struct dereferenced : service {
  int look(const rec *r) override {
    const rec &here = not_null(r);
    return here.a + r->b;
  }
};
struct refused : service {
  int both(const rec *x, const rec *y) override {
    if (!x)
      refuse("x");
    if (!y)
      refuse("y");
    return std::max(x->a, y->a);
  }
};
struct predicate : service {
  int look(const rec *r) override {
    if (!usable(r))
      return 0;
    return r->b;
  }
};
struct helpers : service {
  int look(const rec *r) override { return first(r); }
  int both(const rec *x, const rec *y) override {
    if (x == nullptr || y == nullptr)
      return 0;
    return unchecked(x) - unchecked(y);
  }
  int depth(const tree *t) override { return keys(t); }
};
struct initialised : service {
  int look(const rec *r) override {
    if (const rec *here = r; here != nullptr)
      return here->a;
    return 0;
  }
};
struct switched : service {
  int look(const rec *r) override {
    switch (r ? 1 : 0) {
    case 1: return r->a;
    default: return 0;
    }
  }
};
struct text : service {
  int measure_if(const char *s) override { return s ? static_cast<int>(strlen(s)) : 0; }
  int greet(const person *p) override {
    const std::string_view name = view_of(p->name), mail = view_of(p->mail);
    return static_cast<int>(name.size() + mail.size());
  }
};
struct text_fields : service {
  std::vector<std::string> lines;
  int greet(const person *p) override {
    std::string line;
    if (p->name)
      line += p->name;
    if (p->mail) {
      line += " <";
      line.append(p->mail);
      line += '>';
    }
    lines.push_back(std::move(line));
    return p->age;
  }
};
struct walked : service {
  int walk(const node *l) override {
    int sum = 0;
    while (l) {
      sum += l->v;
      l = l->next;
    }
    return sum;
  }
  void visit(node *l) override {
    while (l->next)
      l = l->next;
    log_value(l->v);
  }
};
struct slow_and_fast : service {
  int walk(const node *l) override {
    const node *slow = l, *fast = l;
    while (fast && fast->next) {
      slow = slow->next;
      fast = fast->next->next;
    }
    return slow ? slow->v : 0;
  }
};
struct breadth_first : service {
  int depth(const tree *t) override {
    std::deque<const tree *> open{t};
    int sum = 0;
    while (!open.empty()) {
      const tree *at = open.front();
      open.pop_front();
      sum += at->key;
      if (at->left)
        open.push_back(at->left);
      if (at->right)
        open.push_back(at->right);
    }
    return sum;
  }
};
struct searched : service {
  int depth(const tree *t) override {
    const tree *at = t;
    int steps = 0;
    while (at && at->key != 7) {
      at = at->key > 7 ? at->left : at->right;
      ++steps;
    }
    return at ? steps : -1;
  }
};
struct rows_tested : service {
  int rows(const table *t) override {
    int sum = 0;
    for (unsigned n = 0; n < t->n; ++n) {
      const rec *row = t->rows[n];
      if (!row)
        continue;
      sum += row->a;
    }
    return sum;
  }
};
struct rows_found : service {
  int rows(const table *t) override {
    const std::span<rec *const> all(t->rows, t->n);
    const auto at = std::find_if(all.begin(), all.end(), [](const rec *r) { return r && r->a == 4; });
    if (at == all.end())
      return -1;
    return static_cast<int>(at - all.begin());
  }
};
struct optional : service {
  int maybe(std::optional<rec> r) override {
    if (!r)
      return 0;
    return r->a + (*r).b;
  }
  int maybe_text(const std::optional<std::string> &s) override {
    const std::string &here = s ? *s : std::string();
    return static_cast<int>(here.size());
  }
};
struct optional_otherwise : service {
  int maybe(std::optional<rec> r) override { return r.value_or(rec{0, 0}).a; }
  int maybe_text(const std::optional<std::string> &s) override { return s.has_value() && !s->empty(); }
};
struct optional_filled : service {
  int maybe(std::optional<rec> r) override {
    if (!r.has_value())
      r.emplace(rec{1, 1});
    return r->a;
  }
};
struct optional_flag : service {
  int maybe(std::optional<rec> r) override {
    const bool given = r.has_value();
    if (given)
      log_value(r->a);
    if (!given)
      return 0;
    return r->b;
  }
};
struct unique : service {
  int own(const std::unique_ptr<rec> &r) override { return r != nullptr ? r->a : 0; }
  int take(std::unique_ptr<rec> r) override {
    if (r.get() == nullptr)
      r = std::make_unique<rec>();
    return r->a;
  }
  int share(std::shared_ptr<rec> r) override {
    if (const auto here = std::move(r))
      return here->a;
    return 0;
  }
};
struct fields : service {
  int describe(const item &i) override {
    int sum = i.at ? i.at->a : 0;
    if (i.owned)
      sum += i.owned->a;
    if (const rec *shared = i.shared.get())
      sum += shared->b;
    for (const int each : i.marks)
      sum += each;
    return sum;
  }
};
struct elements : service {
  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    return std::accumulate(v.begin(), v.end(), 0,
                           [](int n, const auto &each) { return each ? n + each->a : n; });
  }
  int some(const std::vector<std::optional<rec>> &v) override {
    int sum = 0;
    for (const auto &each : v) {
      if (!each)
        continue;
      sum += each->a;
    }
    return sum;
  }
};
struct chained : service {
  int follow(const chain &c) override {
    int sum = c.v;
    for (const chain *at = c.next.get(); at; at = at->next.get())
      sum += at->v;
    return sum;
  }
  int which(const std::variant<std::monostate, int, rec> &v) override {
    if (const rec *r = std::get_if<rec>(&v))
      return r->a;
    const int *n = std::get_if<int>(&v);
    return n ? *n : 0;
  }
};
struct never_null : service {
  int peek(const rec *r) override { return r->a; }
  int measure(const char *s) override { return static_cast<int>(strlen(s)); }
  int weigh(const blob *b) override {
    int sum = 0;
    for (unsigned n = 0; n < b->n; ++n)
      sum += b->p[n];
    return sum;
  }
};
}
