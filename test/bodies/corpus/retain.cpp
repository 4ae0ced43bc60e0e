// Pointers, views, references and iterators into the memory of a call that
// outlive it.
// RUN: %bodies -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <atomic>
#include <coroutine>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

const corpus::rec *last_record;
std::string_view last_name;
std::vector<std::string_view> seen;

namespace wrong {
using namespace corpus;

struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct next_turn {
  static inline std::vector<std::coroutine_handle<>> waiting;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) { waiting.push_back(h); }
  void await_resume() {}
};
task log_later(const rec *r) {
  co_await next_turn();
  log_value(r->a);
}
void remember(std::string_view s) { last_name = s; }
struct entry { std::string_view name; int count; };

struct global : service {
  int peek(const rec *r) override {
    last_record = r; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_member : service {
  std::string_view last;
  int say(std::string_view s) override {
    last = s; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_global : service {
  int say(std::string_view s) override {
    last_name = s.substr(0, 4); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_static : service {
  int say(std::string_view s) override {
    static std::string_view last;
    const bool same = last == s;
    last = s; // expected-warning {{[retain-pointer]}}
    return same;
  }
};
struct view_of_text : service {
  std::string_view last;
  int measure(const char *s) override {
    last = s; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_of_string : service {
  std::string_view last;
  int speak(const std::string &s) override {
    last = s; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_of_value : service {
  std::string_view last;
  int utter(std::string s) override {
    last = s; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_in_vector : service {
  int say(std::string_view s) override {
    seen.push_back(s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_in_set : service {
  std::set<std::string_view> known;
  int say(std::string_view s) override {
    return known.insert(s).second; // expected-warning {{[retain-pointer]}}
  }
};
struct view_as_key : service {
  std::unordered_map<std::string_view, int> counts;
  int say(std::string_view s) override {
    return ++counts[s]; // expected-warning {{[retain-pointer]}}
  }
};
struct view_emplaced : service {
  std::map<int, std::string_view> known;
  int say(std::string_view s) override {
    known.emplace(1, s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_in_object : service {
  std::deque<entry> entries;
  int say(std::string_view s) override {
    entries.push_back({s, 1}); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_in_context : service {
  int note(handle h, std::string_view s) override {
    h->last = s; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_by_helper : service {
  int say(std::string_view s) override {
    remember(s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct view_optional : service {
  std::optional<std::string_view> last;
  int say(std::string_view s) override {
    last.emplace(s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct span_member : service {
  std::span<const int> last;
  int total(std::span<const int> s) override {
    last = s.first(s.size() / 2); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct span_of_vector : service {
  std::span<const int> last;
  int total_of(const std::vector<int> &v) override {
    last = v; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct span_of_array : service {
  std::span<const int> last;
  int sum(unsigned n, const int *a) override {
    last = {a, n}; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct text_member : service {
  const char *last = nullptr;
  int speak(const std::string &s) override {
    last = s.c_str(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct address_of_parameter : service {
  const item *last = nullptr;
  int describe(const item &i) override {
    last = &i; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct iterator : service {
  std::vector<int>::const_iterator at;
  int total_of(const std::vector<int> &v) override {
    at = v.begin(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct owned_by_call : service {
  const rec *last = nullptr;
  int own(const std::unique_ptr<rec> &r) override {
    last = r.get(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct embedded : service {
  const char *last = nullptr;
  int greet(const person *p) override {
    last = p->name; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct in_list : service {
  node *all = nullptr;
  void visit(node *l) override {
    all = new node{l->v, l}; // expected-warning {{[retain-pointer]}}
  }
};
struct atomic : service {
  std::atomic<const rec *> last;
  int peek(const rec *r) override {
    last.store(r); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct exchanged : service {
  const rec *last = nullptr;
  int peek(const rec *r) override {
    const rec *before = std::exchange(last, r); // expected-warning {{[retain-pointer]}}
    return before != nullptr;
  }
};
struct swapped : service {
  const rec *last = nullptr;
  int peek(const rec *r) override {
    std::swap(last, r); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct result : service {
  rec *last = nullptr;
  void make(rec **r) override {
    *r = rpc::allocate<rec>();
    last = *r; // expected-warning {{[retain-pointer]}}
  }
};
struct function : service {
  std::function<int()> later;
  int say(std::string_view s) override {
    later = [s] { return static_cast<int>(s.size()); }; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct function_reference : service {
  std::vector<std::function<void()>> queue;
  int describe(const item &i) override {
    queue.push_back([&i] { log_line(i.name); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct function_all : service {
  std::vector<std::function<void()>> queue;
  int peek(const rec *r) override {
    queue.emplace_back([=] { log_value(r->a); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct function_bound : service {
  std::function<void()> later;
  int say(std::string_view s) override {
    later = std::bind(log_line, s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct thread_detached : service {
  int say(std::string_view s) override {
    std::thread([s] { log_line(s); }).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct thread_reference : service {
  int describe(const item &i) override {
    std::thread worker([&] { log_line(i.name); }); // expected-warning {{[retain-pointer]}}
    worker.detach();
    return 0;
  }
};
struct thread_member : service {
  std::thread worker;
  int peek(const rec *r) override {
    worker = std::thread([r] { log_value(r->a); }); // expected-warning 1+ {{[retain-pointer]}}
    return 0;
  }
};
struct thread_in_vector : service {
  std::vector<std::jthread> workers;
  int total(std::span<const int> s) override {
    workers.emplace_back([s] { log_value(static_cast<int>(s.size())); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct thread_argument : service {
  int peek(const rec *r) override {
    std::thread([](const rec *p) { log_value(p->a); }, r).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct future_member : service {
  std::future<void> pending;
  int say(std::string_view s) override {
    pending = std::async(std::launch::async, [s] { log_line(s); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct futures : service {
  std::vector<std::future<int>> pending;
  int peek(const rec *r) override {
    pending.push_back(std::async([r] { return r->a; })); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct coroutine : service {
  int peek(const rec *r) override {
    log_later(r); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct shared_without_owner : service {
  std::shared_ptr<const rec> last;
  int peek(const rec *r) override {
    last = std::shared_ptr<const rec>(r, [](const rec *) {}); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
}
