// Context handles and pipes.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <memory>
#include <numeric>
#include <unordered_set>

namespace wrong {
using namespace corpus;

void end(session *s) { delete s; }
void end_at(handle *h) { delete *h; }
int calls_of(session *s) { return ++s->calls; }
struct closing {
  session *s;
  ~closing() { delete s; }
};

struct deleted_in : service {
  int use(handle h) override {
    delete h; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct owned_in : service {
  int use(handle h) override {
    std::unique_ptr<session> mine(h); // expected-warning {{[ctx-free-in-only]}}
    return mine->calls;
  }
};
struct deleted_one_way : service {
  int use(handle h) override {
    if (++h->calls > h->limit) {
      delete h; // expected-warning {{[ctx-free-in-only]}}
      return 1;
    }
    return 0;
  }
};
struct deleted_by_helper : service {
  int use(handle h) override {
    end(h); // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct deleted_by_guard : service {
  int use(handle h) override {
    closing guard{h}; // expected-warning {{[ctx-free-in-only]}}
    return h->calls;
  }
};
struct deleted_with_note : service {
  int note(handle h, std::string_view s) override {
    if (s == "bye")
      delete h; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct deleted : service {
  void close(handle *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
  }
};
struct deleted_reference : service {
  void cycle(handle &h) override {
    delete h; // expected-warning {{[ctx-not-nulled]}}
  }
};
struct owned : service {
  void close(handle *h) override {
    const std::unique_ptr<session> mine(*h); // expected-warning {{[ctx-not-nulled]}}
    if (mine)
      log_line(mine->user);
  }
};
struct reset : service {
  std::unique_ptr<session> last;
  void close(handle *h) override {
    std::unique_ptr<session> mine;
    mine.reset(*h); // expected-warning {{[ctx-not-nulled]}}
  }
};
struct by_helper : service {
  void close(handle *h) override {
    end(*h); // expected-warning {{[ctx-not-nulled]}}
  }
};
struct by_helper_handle : service {
  void close(handle *h) override {
    end_at(h); // expected-warning {{[ctx-not-nulled]}}
  }
};
struct by_guard : service {
  void close(handle *h) override {
    closing guard{*h}; // expected-warning {{[ctx-not-nulled]}}
  }
};
struct one_way : service {
  void close(handle *h) override {
    if (!*h)
      return;
    const bool last = (*h)->calls == 0;
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    if (last)
      *h = nullptr;
  }
};
struct local_nulled : service {
  void close(handle *h) override {
    session *s = *h;
    delete s; // expected-warning {{[ctx-not-nulled]}}
    s = nullptr;
  }
};
struct by_deleter : service {
  void close(handle *h) override {
    std::default_delete<session>{}(*h); // expected-warning {{[ctx-not-nulled]}}
  }
};
struct null_in : service {
  void close(handle *h) override {
    log_line((*h)->user); // expected-warning {{[ctx-null-in]}}
  }
};
struct null_in_reference : service {
  void cycle(handle &h) override {
    ++h->calls; // expected-warning {{[ctx-null-in]}}
  }
};
struct null_in_alias : service {
  void cycle(handle &h) override {
    session &s = *h; // expected-warning {{[ctx-null-in]}}
    s.calls = 0;
  }
};
struct null_in_helper : service {
  void close(handle *h) override {
    log_value(calls_of(*h)); // expected-warning {{[ctx-null-in]}}
  }
};
struct null_in_late : service {
  void close(handle *h) override {
    log_value((*h)->calls); // expected-warning {{[ctx-null-in]}}
    if (*h) {
      delete *h;
      *h = nullptr;
    }
  }
};
struct null_in_wrong_way : service {
  void cycle(handle &h) override {
    if (!h)
      log_line("no session");
    h->calls = 1; // expected-warning {{[ctx-null-in]}}
  }
};

struct second_first : service {
  int merge(numbers &x, numbers &y) override {
    int n[8];
    while (y.pull(n)) {} // expected-warning {{[pipe-order]}}
    while (x.pull(n)) {}
    return 0;
  }
};
struct pushed_first : service {
  void copy(numbers &from, numbers &to) override {
    std::array<int, 1> n{0};
    to.push(n); // expected-warning {{[pipe-order]}}
    while (from.pull(n)) {}
  }
};
struct pulled_from_out : service {
  void copy(numbers &from, numbers &to) override {
    std::vector<int> n(8);
    while (from.pull(n)) {}
    to.pull(n); // expected-warning {{[pipe-order]}}
  }
};
struct pushed_into_in : service {
  int merge(numbers &x, numbers &) override {
    int n[2] = {1, 2};
    x.pull(n);
    x.push(n); // expected-warning {{[pipe-order]}}
    return 0;
  }
};
struct convert_first : service {
  void convert(numbers &p) override {
    const std::array<int, 2> n{1, 2};
    p.push(n); // expected-warning {{[pipe-order]}}
  }
};
struct drained_second : service {
  static int sum(numbers &from) {
    int n[8], all = 0;
    while (const std::size_t count = from.pull(n))
      all = std::accumulate(n, n + count, all);
    return all;
  }
  int merge(numbers &x, numbers &y) override {
    const int second = sum(y); // expected-warning {{[pipe-order]}}
    return second - sum(x);
  }
};
struct alias : service {
  int merge(numbers &x, numbers &y) override {
    numbers *order[] = {&y, &x};
    int n[4];
    numbers &first = y;
    first.pull(n); // expected-warning {{[pipe-order]}}
    return order[1] == &x;
  }
};
}

namespace right {
using namespace corpus;

void end(session *&s) {
  delete s;
  s = nullptr;
}
int pulled_all(numbers &from) {
  std::array<int, 16> n;
  int all = 0;
  while (const std::size_t count = from.pull(n))
    all = std::accumulate(n.begin(), n.begin() + count, all);
  return all;
}

struct closed : service {
  void close(handle *h) override {
    delete *h;
    *h = nullptr;
  }
  void cycle(handle &h) override { delete std::exchange(h, nullptr); }
};
struct closed_first_nulled : service {
  void close(handle *h) override {
    const std::unique_ptr<session> gone(std::exchange(*h, nullptr));
    if (gone)
      log_line(gone->user);
  }
  void cycle(handle &h) override {
    std::unique_ptr<session> mine(h);
    h = nullptr;
    if (mine)
      log_value(mine->calls);
  }
};
struct closed_by_helper : service {
  void close(handle *h) override { end(*h); }
};
struct closed_swapped : service {
  void close(handle *h) override {
    session *gone = nullptr;
    std::swap(*h, gone);
    delete gone;
  }
};
struct reopened : service {
  void cycle(handle &h) override {
    if (!h || h->calls > h->limit) {
      delete h;
      h = new session;
      h->limit = 10;
    }
    ++h->calls;
  }
};
struct released_again : service {
  void close(handle *h) override {
    std::unique_ptr<session> mine(*h);
    if (mine && mine->calls > 0) {
      --mine->calls;
      mine.release();
      return;
    }
    mine.reset();
    *h = nullptr;
  }
};
struct table_of_sessions : service {
  std::unordered_set<session *> open_sessions;
  void open(handle *h) override {
    auto fresh = std::make_unique<session>();
    open_sessions.insert(fresh.get());
    *h = fresh.release();
  }
  int use(handle h) override {
    if (!open_sessions.contains(h))
      throw rpc::error(rpc::status::call_failed);
    return ++h->calls;
  }
  void close(handle *h) override {
    if (!*h || open_sessions.erase(*h) == 0)
      throw rpc::error(rpc::status::call_failed);
    delete *h;
    *h = nullptr;
  }
};
struct never_null : service {
  int use(handle h) override { return h->limit - h->calls; }
  int note(handle h, std::string_view s) override {
    h->user = s;
    session other = *h;
    delete new session(other);
    return static_cast<int>(h->user.size());
  }
};
struct parent_ended : service {
  int use(handle h) override {
    delete std::exchange(h->parent, nullptr);
    return h->calls;
  }
};
struct null_known : service {
  void cycle(handle &h) override {
    const bool known = h != nullptr;
    if (!known)
      throw rpc::error(rpc::status::call_failed);
    session &s = *h;
    ++s.calls;
  }
};

struct in_order : service {
  int merge(numbers &x, numbers &y) override { return pulled_all(x) - pulled_all(y); }
  void copy(numbers &from, numbers &to) override {
    std::array<int, 64> n;
    std::vector<int> all;
    while (const std::size_t count = from.pull(n))
      all.insert(all.end(), n.begin(), n.begin() + count);
    std::sort(all.begin(), all.end());
    if (!all.empty())
      to.push(all);
  }
  void convert(numbers &p) override {
    std::vector<int> all;
    int n[8];
    while (const std::size_t count = p.pull(n))
      all.insert(all.end(), n, n + count);
    for (int &each : all)
      each *= 2;
    p.push(all);
  }
};
struct kept_in_order : service {
  int merge(numbers &x, numbers &y) override {
    int sum = 0;
    for (numbers *each : {&x, &y})
      sum += pulled_all(*each);
    return sum;
  }
};
}
