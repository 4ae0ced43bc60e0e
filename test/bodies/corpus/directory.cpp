// A directory service and a work queue as good programmers write them: silent.
// expected-no-diagnostics
// RUN: %bodies -fexceptions -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <atomic>
#include <cassert>
#include <climits>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <numeric>
#include <queue>
#include <set>
#include <stack>
#include <thread>

namespace right {
using namespace corpus;

template <class T> T *cloned(const T &from) {
  T *made = static_cast<T *>(rpc::allocate(sizeof(T)));
  return new (made) T(from);
}
char *duplicate(const std::string &s) {
  auto *copy = static_cast<char *>(midl_user_allocate(s.size() + 1));
  memcpy(copy, s.c_str(), s.size() + 1);
  return copy;
}
template <class F> class on_exit {
public:
  explicit on_exit(F f) : f_(std::move(f)) {}
  ~on_exit() { f_(); }

private:
  F f_;
};
std::string text_or(const char *s, std::string otherwise) { return s ? std::string(s) : otherwise; }
bool in_order(const tree *t, int low, int high) {
  if (!t)
    return true;
  return t->key >= low && t->key < high && in_order(t->left, low, t->key) && in_order(t->right, t->key, high);
}
tree *copy_of(const tree *t) {
  if (t == nullptr)
    return nullptr;
  tree *copy = rpc::allocate<tree>();
  copy->key = t->key;
  copy->left = copy_of(t->left);
  copy->right = copy_of(t->right);
  return copy;
}

class directory : public service {
  struct account {
    std::string name, mail;
    int age = 0;
  };
  std::mutex lock_;
  std::map<std::string, account> accounts_;
  std::map<int, std::set<std::string>> by_age_;
  std::atomic<int> requests_ = 0;
  std::optional<account> last_;

public:
  int greet(const person *p) override {
    const bool named = p->name && *p->name;
    if (!named)
      return 87;
    account fresh{p->name, text_or(p->mail, "none"), p->age};
    const std::lock_guard guard(lock_);
    auto [at, added] = accounts_.emplace(fresh.name, fresh);
    if (!added) {
      by_age_[at->second.age].erase(fresh.name);
      at->second = fresh;
    }
    by_age_[fresh.age].insert(fresh.name);
    last_ = std::move(fresh);
    return 0;
  }

  void who(person *p) override {
    const std::lock_guard guard(lock_);
    if (!last_)
      return;
    p->age = last_->age;
    p->name = duplicate(last_->name);
    if (last_->mail != "none") {
      p->mail = duplicate(last_->mail);
      log_line(p->mail);
    }
  }

  int try_who(int n, person **p) override {
    const std::lock_guard guard(lock_);
    const auto group = by_age_.find(n);
    if (group == by_age_.end() || group->second.empty())
      return 2;
    const auto at = accounts_.find(*group->second.begin());
    if (at == accounts_.end())
      return 3;
    person *found = rpc::allocate<person>();
    found->name = duplicate(at->second.name);
    found->mail = duplicate(at->second.mail);
    found->age = n;
    *p = found;
    return 0;
  }

  void rename(person *p) override {
    const std::string before = text_or(p->name, "");
    std::string after;
    std::transform(before.begin(), before.end(), std::back_inserter(after),
                   [](char c) { return c == ' ' ? '_' : c; });
    if (after == before)
      return;
    const std::lock_guard guard(lock_);
    if (auto moved = accounts_.extract(before)) {
      moved.key() = after;
      accounts_.insert(std::move(moved));
    }
    p->name = duplicate(after);
    ++p->age;
  }

  int look(const rec *r) override {
    ++requests_;
    int status = 0;
    if (!r) {
      log_line("nothing to look at");
      status = 87;
    } else if (r->a > r->b) {
      status = 13;
    }
    if (status)
      return status;
    for (int n = r->a; n < r->b && n < r->a + 100; ++n)
      log_value(n);
    return 0;
  }

  int both(const rec *x, const rec *y) override {
    const rec none{};
    const rec *const order[] = {x ? x : &none, y ? y : &none};
    int sum = 0;
    for (const rec *each : order)
      sum = sum * 31 + each->a;
    if (x != nullptr && y != nullptr) {
      const rec &smaller = x->a < y->a ? *x : *y;
      sum -= smaller.b;
    }
    return sum;
  }

  int depth(const tree *t) override {
    struct level { const tree *at; int depth; };
    std::queue<level> open;
    open.push({t, 1});
    int deepest = 0;
    while (!open.empty()) {
      const auto [at, depth] = open.front();
      open.pop();
      if (!at)
        continue;
      deepest = std::max(deepest, depth);
      open.push({at->left, depth + 1});
      open.push({at->right, depth + 1});
    }
    return in_order(t, INT_MIN, INT_MAX) ? deepest : -deepest;
  }

  void prune(tree *t) override {
    std::stack<tree *> open;
    open.push(t);
    int count = 0;
    while (!open.empty()) {
      tree *at = open.top();
      open.pop();
      at->key = ++count;
      for (tree *child : {at->right, at->left})
        if (child)
          open.push(child);
    }
  }

  void grow(tree *t) override {
    const std::lock_guard guard(lock_);
    t->key = 100;
    for (const auto &[age, names] : by_age_) {
      tree *fresh = rpc::allocate<tree>();
      fresh->key = age;
      tree **at = age < t->key ? &t->left : &t->right;
      while (tree *here = *at)
        at = age < here->key ? &here->left : &here->right;
      *at = fresh;
    }
  }

  int walk(const node *l) override {
    std::map<int, int> counts;
    const node *tail = nullptr;
    for (const node *n = l; n != nullptr; tail = n, n = n->next)
      ++counts[n->v];
    if (tail == nullptr)
      return 0;
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &x, const auto &y) { return x.second < y.second; });
    assert(most != counts.end());
    return most->first + tail->v;
  }

  void trim(node *l) override {
    std::set<int> seen;
    node *last = l;
    for (node *n = l; n; n = n->next) {
      if (!seen.insert(n->v).second)
        n->v = -1;
      last = n;
    }
    for (int missing = 0; missing < 3; ++missing) {
      if (seen.count(missing))
        continue;
      last->next = cloned(node{missing, nullptr});
      last = last->next;
    }
  }

  void build(node **l) override {
    std::vector<int> ages;
    {
      const std::lock_guard guard(lock_);
      for (const auto &[name, each] : accounts_)
        ages.push_back(each.age);
    }
    std::sort(ages.begin(), ages.end(), std::greater<>());
    ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
    node *first = nullptr;
    for (const int each : ages)
      first = cloned(node{each, first});
    *l = first;
  }

  int try_build(int n, node **l) override {
    node *made = nullptr;
    on_exit log([&] { log_value(made ? made->v : 0); });
    if (n < 1 || n > 64)
      return 87;
    for (int i = 0; i < n; ++i) {
      auto *more = static_cast<node *>(rpc::allocate(sizeof(node)));
      more->v = i;
      more->next = std::exchange(made, more);
    }
    *l = made;
    return 0;
  }

  int total(std::span<const int> s) override {
    const std::size_t parts = 4;
    std::array<int, parts> sums{};
    std::vector<std::thread> workers;
    const std::size_t each = (s.size() + parts - 1) / parts;
    for (std::size_t n = 0; n < parts; ++n) {
      const auto from = s.subspan(std::min(n * each, s.size()));
      workers.emplace_back([part = from.first(std::min(each, from.size())), &sum = sums[n]] {
        sum = std::accumulate(part.begin(), part.end(), 0);
      });
    }
    for (auto &worker : workers)
      worker.join();
    return std::accumulate(sums.begin(), sums.end(), 0);
  }

  int describe(const item &i) override {
    std::string line = i.name.empty() ? std::string("nameless") : i.name;
    if (const auto &at = i.at; at)
      line += '@' + std::to_string(at->a);
    if (!i.marks.empty())
      line += '#' + std::to_string(i.marks.back());
    const rec *const owners[] = {i.owned.get(), i.shared.get()};
    for (const rec *each : owners)
      if (each != nullptr)
        line += '&' + std::to_string(each->b);
    log_line(line);
    return static_cast<int>(line.size());
  }

  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    std::vector<const rec *> present;
    for (const auto &each : v)
      if (each)
        present.push_back(each.get());
    std::sort(present.begin(), present.end(), [](const rec *x, const rec *y) { return x->a < y->a; });
    const auto end = std::unique(present.begin(), present.end(),
                                 [](const rec *x, const rec *y) { return x->a == y->a; });
    return static_cast<int>(end - present.begin());
  }

  int some(const std::vector<std::optional<rec>> &v) override {
    int previous = 0, gaps = 0;
    for (const std::optional<rec> &each : v) {
      const bool given = each.has_value();
      if (given && each->a > previous + 1)
        ++gaps;
      previous = each.value_or(rec{previous, 0}).a;
      if (!given)
        continue;
      log_value(each->b);
    }
    return gaps;
  }

  int which(const std::variant<std::monostate, int, rec> &v) override {
    struct visitor {
      int operator()(std::monostate) const { return -1; }
      int operator()(int n) const { return n; }
      int operator()(const rec &r) const { return r.a - r.b; }
    };
    const int found = std::visit(visitor{}, v);
    if (std::holds_alternative<int>(v) && found > 1000)
      return 1000;
    return found;
  }

  void retag(tagged *t) override {
    const std::lock_guard guard(lock_);
    const bool number = t->tag == 1;
    if (!number && t->tag != 2)
      throw rpc::error(rpc::status::call_failed, "union");
    if (number)
      t->v.number = static_cast<int>(accounts_.size());
    else
      t->v.fraction /= 2;
  }

  void slide(window *w) override {
    unsigned kept = 0;
    for (unsigned n = 0; n < w->used; ++n) {
      const int each = w->p[n];
      if (each == 0)
        continue;
      w->p[kept++] = each;
    }
    if (kept < w->used)
      std::fill(w->p + kept, w->p + w->used, 0);
    w->used = kept;
  }

  int follow(const chain &c) override {
    std::vector<int> values;
    for (const chain *at = &c; at != nullptr; at = at->next.get()) {
      values.push_back(at->v);
      if (values.size() > 1000)
        throw rpc::error(rpc::status::call_failed);
    }
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  }
};

class work_queue : public service {
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::string> done_;

public:
  int say(std::string_view s) override {
    std::string job(s);
    {
      const std::lock_guard guard(lock_);
      if (jobs_.size() >= 100)
        return 1;
      jobs_.push_back([this, job = std::move(job)] {
        const std::lock_guard inner(lock_);
        done_.push_back(job);
      });
    }
    ready_.notify_one();
    return 0;
  }

  int peek(const rec *r) override {
    std::promise<int> promise;
    auto answer = promise.get_future();
    std::thread worker([r, &promise] {
      int product = 1;
      for (int n = r->a; n < r->b; ++n)
        product *= n;
      promise.set_value(product);
    });
    const int product = answer.get();
    worker.join();
    return product;
  }
};
}
