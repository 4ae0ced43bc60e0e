// What is copied, or waited for before the call ends: silent.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>
#include <unordered_map>

namespace right {
using namespace corpus;

std::string last_text;
thread_local const rec *current;
void remember(std::string_view s) { last_text = s; }
int parallel_sum(std::span<const int> s) {
  if (s.size() < 1000)
    return std::accumulate(s.begin(), s.end(), 0);
  auto half = std::async(std::launch::async, parallel_sum, s.first(s.size() / 2));
  return parallel_sum(s.subspan(s.size() / 2)) + half.get();
}
class scoped_current {
public:
  explicit scoped_current(const rec *r) { current = r; }
  ~scoped_current() { current = nullptr; }
};

struct copied : service {
  std::string last;
  std::vector<int> numbers;
  int say(std::string_view s) override {
    last = s;
    remember(s);
    return 0;
  }
  int total(std::span<const int> s) override {
    numbers.assign(s.begin(), s.end());
    return 0;
  }
  int measure(const char *s) override {
    last.assign(s);
    return static_cast<int>(last.size());
  }
};
struct copied_records : service {
  std::mutex lock;
  std::map<std::string, rec> known;
  rec last{};
  int peek(const rec *r) override {
    const std::scoped_lock guard(lock);
    last = *r;
    known["last"] = *r;
    return last.a;
  }
  int describe(const item &i) override {
    const std::scoped_lock guard(lock);
    rec &here = known[i.name];
    if (i.at)
      here = *i.at;
    here.b += static_cast<int>(i.marks.size());
    return here.b;
  }
};
struct counted_words : service {
  std::map<std::string, int, std::less<>> counts;
  int say(std::string_view s) override {
    std::set<std::string_view> words;
    while (!s.empty()) {
      const auto end = std::min(s.find(' '), s.size());
      if (end > 0)
        words.insert(s.substr(0, end));
      s.remove_prefix(std::min(end + 1, s.size()));
    }
    for (const std::string_view each : words) {
      const auto at = counts.find(each);
      if (at == counts.end())
        counts.emplace(std::string(each), 1);
      else
        ++at->second;
    }
    return static_cast<int>(words.size());
  }
};
struct local_views : service {
  int names(const std::vector<std::string> &v) override {
    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<const std::string *> order;
    for (std::size_t n = 0; n < v.size(); ++n)
      if (places.emplace(v[n], n).second)
        order.push_back(&v[n]);
    std::sort(order.begin(), order.end(), [](auto *x, auto *y) { return *x < *y; });
    return static_cast<int>(order.size());
  }
};
struct local_functions : service {
  int peek(const rec *r) override {
    const std::function<int()> first = [r] { return r->a; };
    std::vector<std::function<int()>> steps{first, [&] { return r->b; }};
    int sum = 0;
    for (const auto &each : steps)
      sum += each();
    return sum;
  }
};
struct moved : service {
  std::string last;
  std::unique_ptr<rec> kept;
  std::shared_ptr<rec> shared;
  int utter(std::string s) override {
    last = std::move(s);
    return 0;
  }
  int take(std::unique_ptr<rec> r) override {
    kept = std::move(r);
    return 0;
  }
  int share(std::shared_ptr<rec> r) override {
    shared = r;
    return 0;
  }
};
struct captured_copies : service {
  std::vector<std::function<void()>> queue;
  int say(std::string_view s) override {
    queue.push_back([text = std::string(s)] { log_line(text); });
    return 0;
  }
  int peek(const rec *r) override {
    queue.emplace_back([a = r->a, copy = *r] { log_value(a + copy.b); });
    return 0;
  }
};
struct detached_copies : service {
  int say(std::string_view s) override {
    std::thread([text = std::string(s)] { log_line(text); }).detach();
    return 0;
  }
  int peek(const rec *r) override {
    std::thread([](int a) { log_value(a); }, r->a).detach();
    return 0;
  }
};
struct joined : service {
  int peek(const rec *r) override {
    int sum = 0;
    std::thread worker([r, &sum] { sum = r->a + r->b; });
    worker.join();
    return sum;
  }
};
struct joined_all : service {
  int total(std::span<const int> s) override {
    std::atomic<int> sum = 0;
    std::vector<std::thread> workers;
    for (std::size_t at = 0; at < s.size(); at += 1024)
      workers.emplace_back([part = s.subspan(at, std::min<std::size_t>(1024, s.size() - at)), &sum] {
        sum += std::accumulate(part.begin(), part.end(), 0);
      });
    for (std::thread &each : workers)
      each.join();
    return sum;
  }
};
struct joining : service {
  int describe(const item &i) override {
    int count = 0;
    {
      std::jthread worker([&] { count = static_cast<int>(i.marks.size()); });
      log_line(i.name);
    }
    return count;
  }
};
struct joining_all : service {
  int every(const std::vector<std::unique_ptr<rec>> &v) override {
    std::vector<int> sums(v.size());
    {
      std::vector<std::jthread> workers;
      for (std::size_t n = 0; n < v.size(); ++n)
        workers.emplace_back([&sum = sums[n], r = v[n].get()] { sum = r ? r->a : 0; });
    }
    return std::accumulate(sums.begin(), sums.end(), 0);
  }
};
struct waited : service {
  int total(std::span<const int> s) override {
    auto sum = std::async(std::launch::async, [s] { return std::accumulate(s.begin(), s.end(), 0); });
    const auto most = std::max_element(s.begin(), s.end());
    return sum.get() + (most != s.end() ? *most : 0);
  }
  int peek(const rec *r) override {
    std::async(std::launch::async, [r] { log_value(r->a); }).wait();
    return 0;
  }
};
struct waited_by_destructor : service {
  int say(std::string_view s) override {
    const auto logged = std::async(std::launch::async, [s] { log_line(s); });
    return static_cast<int>(s.size());
  }
};
struct waited_all : service {
  int names(const std::vector<std::string> &v) override {
    std::vector<std::future<std::size_t>> parts;
    parts.reserve(v.size());
    for (const std::string &each : v)
      parts.push_back(std::async(std::launch::async, [&each] { return each.size(); }));
    std::size_t sum = 0;
    for (auto &each : parts)
      sum += each.get();
    return static_cast<int>(sum);
  }
};
struct divided : service {
  int total(std::span<const int> s) override { return parallel_sum(s); }
};
struct only_now : service {
  int peek(const rec *r) override {
    const scoped_current now(r);
    return current->a;
  }
};
struct cleared : service {
  const rec *active = nullptr;
  int step() const { return active ? active->a : 0; }
  int peek(const rec *r) override {
    active = r;
    const int found = step();
    active = nullptr;
    return found;
  }
};
struct compared : service {
  std::string last;
  int say(std::string_view s) override {
    const std::string_view before = last;
    const bool longer = s.size() > before.size();
    last = std::string(longer ? s : before);
    return longer;
  }
};
struct context_owned : service {
  session *recent = nullptr;
  int note(handle h, std::string_view s) override {
    h->user = s;
    h->last = h->user;
    recent = h;
    return 0;
  }
};
struct algorithms : service {
  std::vector<std::string> kept;
  int names(const std::vector<std::string> &v) override {
    kept.insert(kept.end(), v.begin(), v.end());
    std::copy_if(v.begin(), v.end(), std::back_inserter(kept), [](const auto &s) { return s.size() > 3; });
    return static_cast<int>(std::count(v.begin(), v.end(), "root"));
  }
};
struct bounded_history : service {
  struct line { std::string text; std::size_t length; };
  std::deque<line> history;
  std::mutex lock;
  int say(std::string_view s) override {
    line fresh{std::string(s), s.size()};
    const std::lock_guard guard(lock);
    if (history.size() >= 100)
      history.pop_front();
    history.push_back(std::move(fresh));
    return static_cast<int>(history.size());
  }
};
struct numbers_kept : service {
  std::size_t length = 0;
  const char *state = "idle";
  bool present = false;
  int measure_if(const char *s) override {
    present = s != nullptr;
    length = s ? strlen(s) : 0;
    state = s ? "busy" : "idle";
    return present;
  }
};
}
