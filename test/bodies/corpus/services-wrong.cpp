// Mistakes in bodies of the usual size, among much that is right.
// RUN: %bodies -fexceptions -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <sstream>
#include <thread>

namespace wrong {
using namespace corpus;

struct account { std::string name, mail; int age = 0; };
char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  std::copy(s.begin(), s.end(), copy);
  return copy;
}
std::optional<int> parsed(std::string_view s) {
  int n = 0;
  for (const char c : s) {
    if (c < '0' || c > '9')
      return std::nullopt;
    n = n * 10 + (c - '0');
  }
  return n;
}

class directory : public service {
  std::mutex lock_;
  std::map<std::string, account> accounts_;
  std::map<std::string_view, int> counts_;
  std::vector<const char *> mails_;
  std::vector<std::future<int>> pending_;
  std::function<void()> on_idle_;
  int buckets_[16] = {};

public:
  int greet(const person *p) override {
    if (p->age < 0)
      return 87;
    const std::string name = p->name ? p->name : "nameless";
    const std::lock_guard guard(lock_);
    account &here = accounts_[name];
    here.name = name;
    here.mail.assign(p->mail); // expected-warning {{[unchecked-null]}}
    here.age = p->age;
    return 0;
  }
  void adopt(person *p) override {
    if (!p->name || !p->mail)
      throw rpc::error(rpc::status::call_failed);
    const std::lock_guard guard(lock_);
    if (std::find(mails_.begin(), mails_.end(), p->mail) == mails_.end())
      mails_.push_back(p->mail); // expected-warning {{[retain-pointer]}}
    accounts_[p->name].mail = p->mail;
  }
  void who(person *p) override {
    const std::lock_guard guard(lock_);
    for (auto &[name, each] : accounts_) {
      if (each.age < 18)
        continue;
      p->name = duplicate(name);
      p->mail = each.mail.data(); // expected-warning {{[return-static]}}
      p->age = each.age;
      break;
    }
  }
  void title(char **s) override {
    std::ostringstream out;
    {
      const std::lock_guard guard(lock_);
      for (const auto &[name, each] : accounts_)
        out << name << ' ' << each.age << '\n';
    }
    std::string all = out.str();
    if (all.empty())
      all = "nobody";
    *s = all.data(); // expected-warning {{[return-stack]}}
  }
  void list_rows(table *t) override {
    const std::lock_guard guard(lock_);
    t->rows = rpc::allocate_array<rec *>(accounts_.size());
    for (const auto &[name, each] : accounts_) {
      auto row = std::make_unique<rec>();
      row->a = each.age;
      t->rows[t->n++] = row.release(); // expected-warning {{[foreign-allocator]}}
    }
  }
  int say(std::string_view s) override {
    while (!s.empty()) {
      const auto end = std::min(s.find(' '), s.size());
      const std::string_view word = s.substr(0, end);
      if (!word.empty())
        ++counts_[word]; // expected-warning {{[retain-pointer]}}
      s.remove_prefix(std::min(end + 1, s.size()));
    }
    return static_cast<int>(counts_.size());
  }
  int total(std::span<const int> s) override {
    const std::size_t half = s.size() / 2;
    auto sum_of = [](std::span<const int> part) { return std::accumulate(part.begin(), part.end(), 0); };
    const int first = sum_of(s.first(half));
    pending_.push_back(std::async(std::launch::async, sum_of, s.subspan(half))); // expected-warning {{[retain-pointer]}}
    return first;
  }
  int describe(const item &i) override {
    if (i.name.empty())
      return -1;
    const std::lock_guard guard(lock_);
    on_idle_ = [this, &i] { // expected-warning {{[retain-pointer]}}
      accounts_.erase(i.name);
    };
    return static_cast<int>(i.marks.size());
  }
  int asked(const request *r) override {
    const std::lock_guard guard(lock_);
    if (accounts_.empty())
      return 0;
    const unsigned slot = r->slot;
    int sum = 0;
    for (const auto &[name, each] : accounts_)
      sum += each.age;
    buckets_[slot] += sum; // expected-warning {{[client-size-trust]}}
    return sum;
  }
  int ask(unsigned n) override {
    std::vector<std::string> names;
    {
      const std::lock_guard guard(lock_);
      for (const auto &[name, each] : accounts_)
        names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    names.resize(n); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(names.size());
  }
  int names(const std::vector<std::string> &v) override {
    std::size_t longest = 0;
    for (const std::string &each : v)
      longest = std::max(longest, each.size());
    const auto at = std::find_if(v.begin(), v.end(), [=](const std::string &s) { return s.size() == longest; });
    const std::lock_guard guard(lock_);
    const auto found = accounts_.find(*at); // missed: [unchecked-empty]: a number has been made of the container, which may tell
    return found == accounts_.end() ? 0 : found->second.age;
  }
  int total_of(const std::vector<int> &v) override {
    std::vector<int> sorted(v);
    std::sort(sorted.begin(), sorted.end());
    const auto last = std::unique(sorted.begin(), sorted.end());
    log_value(static_cast<int>(last - sorted.begin()));
    return v.back() - v.front(); // expected-warning 1+ {{[unchecked-empty]}}
  }
  int speak(const std::string &s) override {
    const auto colon = s.find(':');
    if (colon == std::string::npos)
      throw rpc::error(rpc::status::call_failed);
    const std::string name = s.substr(0, colon);
    if (const auto n = parsed(name))
      return *n;
    const std::lock_guard guard(lock_);
    return accounts_.at(name).age; // expected-warning {{[throw-unmapped]}}
  }
  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    std::set<int> keys;
    int doubles = 0;
    for (const auto &each : v) {
      const rec *r = each.get();
      if (!keys.insert(r->a).second) // expected-warning {{[unchecked-null]}}
        ++doubles;
    }
    return doubles;
  }
  int maybe_text(const std::optional<std::string> &s) override {
    const std::lock_guard guard(lock_);
    int found = 0;
    for (const auto &[name, each] : accounts_)
      if (name.find(*s) != std::string::npos) // expected-warning {{[unchecked-null]}}
        ++found;
    return found;
  }
  int walk(const node *l) override {
    int rises = 0;
    const node *before = l;
    for (const node *n = l; n; n = n->next) {
      if (n->v > before->v)
        ++rises;
      before = n;
    }
    return rises > 3 ? before->v : l->v; // expected-warning 1+ {{[unchecked-null]}}
  }
  void build(node **l) override {
    const std::lock_guard guard(lock_);
    node **at = l;
    for (const auto &[name, each] : accounts_) {
      if (each.age == 0)
        continue;
      *at = static_cast<node *>(midl_user_allocate(sizeof(node)));
      (*at)->v = each.age;
      at = &(*at)->next;
    }
  } // expected-warning {{[uninit-out-pointer]}}
  int try_who(int n, person **p) override {
    auto *found = static_cast<person *>(rpc::allocate(sizeof(person)));
    *p = found;
    const std::lock_guard guard(lock_);
    const auto at = std::find_if(accounts_.begin(), accounts_.end(), [n](auto &each) { return each.second.age == n; });
    if (at == accounts_.end())
      return 2; // expected-warning 1+ {{[failure-inconsistent]}}
    found->name = duplicate(at->second.name);
    found->mail = duplicate(at->second.mail);
    found->age = n;
    return 0;
  }
  void trim(node *l) override {
    std::set<int> seen{l->v};
    for (node *n = l; n->next;) {
      if (seen.insert(n->next->v).second) {
        n = n->next;
        continue;
      }
      node *doubled = n->next;
      n->next = doubled->next; // expected-warning 1+ {{[relink-next]}}
      log_value(doubled->v);
    }
  }
  void shrink(unsigned *n, int *a) override {
    const std::span<int> all(a, *n);
    std::sort(all.begin(), all.end());
    const auto end = std::unique(all.begin(), all.end());
    std::fill(end, all.end(), 0);
    const auto kept = static_cast<unsigned>(end - all.begin());
    if (kept != *n)
      *n = kept; // expected-warning {{[change-size-var]}}
  }
  void retag(tagged *t) override {
    const std::lock_guard guard(lock_);
    if (t->tag == 1 && t->v.number < static_cast<int>(accounts_.size())) {
      auto at = accounts_.begin();
      std::advance(at, std::max(0, t->v.number));
      t->tag = 2; // expected-warning {{[change-union-tag]}}
      t->v.fraction = static_cast<float>(at->second.age);
    }
  }
  void open(handle *h) override { *h = new session; }
  int note(handle h, std::string_view s) override {
    if (s == "quit") {
      const std::lock_guard guard(lock_);
      accounts_.erase(h->user);
      const std::unique_ptr<session> ended(h); // expected-warning {{[ctx-free-in-only]}}
      return 0;
    }
    h->user = s;
    return ++h->calls;
  }
  void close(handle *h) override {
    session *s = *h;
    if (!s)
      return;
    {
      const std::lock_guard guard(lock_);
      accounts_.erase(s->user);
    }
    if (s->calls > 0)
      log_line(s->user);
    delete s; // expected-warning {{[ctx-not-nulled]}}
  }
  void order(std::vector<int> &v) override {
    const std::lock_guard guard(lock_);
    for (const auto &[name, each] : accounts_)
      if (each.age > 0)
        v.push_back(each.age); // expected-warning {{[lost-result]}}
  }
  void two(rec **x, rec **y) override {
    rec *found = nullptr;
    const std::lock_guard guard(lock_);
    for (const auto &[name, each] : accounts_) {
      found = rpc::allocate<rec>();
      found->a = each.age;
    }
    *x = found;
    if (accounts_.size() == 1)
      *y = found; // missed: [alias-unique]: both may be null
  }
  void put(rec *r) override {
    const std::lock_guard guard(lock_);
    if (accounts_.size() > 100) {
      r = rpc::allocate<rec>(); // expected-warning {{[assign-toplevel-pointer]}}
      r->a = 100;
      return;
    }
    r->a = static_cast<int>(accounts_.size());
  }
  void join(couple **c) override {
    *c = rpc::allocate<couple>();
    const std::lock_guard guard(lock_);
    (*c)->first = rpc::allocate<rec>();
    if (accounts_.empty())
      return; // expected-warning {{[unset-out-ref]}}
    (*c)->second = rpc::allocate<rec>();
    (*c)->second->a = accounts_.begin()->second.age;
  }
};
}
