// Threads, futures, coroutines, pipes: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
#include <queue>
namespace works_threads {
using namespace works;
struct task {
  struct promise_type {
    task get_return_object() {
      return {};
    }
    std::suspend_never initial_suspend() {
      return {};
    }
    std::suspend_never final_suspend() noexcept {
      return {};
    }
    void return_void() {
    }
    void unhandled_exception() {
      std::terminate();
    }
  };
};
struct later {
  bool await_ready() {
    return false;
  }
  void await_suspend(std::coroutine_handle<> h);
  void await_resume() {
  }
};
static std::vector<std::thread> workers;
static std::vector<std::future<int>> pending;
struct a1 : service {
  int write_tile(const tile *t) override {
    std::thread([t] { trace("%u", t->size); }).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a2 : service {
  int note(cal, const char *text) override {
    workers.emplace_back([text] { trace("%s", text); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a3 : service {
  int depth(const folder *f) override {
    pending.push_back(std::async(std::launch::async, [f] { return static_cast<int>(f->id); })); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
static task show(const char *text) {
  co_await later{};
  if (text)
    trace("%s", text);
}
struct a4 : service {
  int note(cal, const char *text) override {
    show(text); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a5 : service {
  int tag(std::string_view name, const std::string &) override {
    std::thread t(&a5::run, this, name); // expected-warning {{[retain-pointer]}}
    t.detach();
    return 0;
  }
  void run(std::string_view n) {
    log_text(n);
  }
};
struct a6 : service {
  std::jthread t;
  int write_tile(const tile *p) override {
    t = std::jthread([p] { trace("%u", p->width); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a7 : service {
  int copy(bytes &data, bytes &index, bytes &log) override {
    unsigned char b[16];
    while (index.pull(b)) { // expected-warning {{[pipe-order]}}
    }
    while (auto n = data.pull(b)) {
      (void)n;
    }
    log.push(b);
    return 0;
  }
};
struct a8 : service {
  int copy(bytes &data, bytes &index, bytes &log) override {
    unsigned char b[16] = {};
    log.push(b); // expected-warning {{[pipe-order]}}
    while (data.pull(b)) {
    }
    while (index.pull(b)) {
    }
    return 0;
  }
};
struct a9 : service {
  int copy(bytes &data, bytes &, bytes &log) override {
    unsigned char b[16] = {};
    if (!allowed()) {
      log.push(b); // expected-warning {{[pipe-order]}}
      return 1;
    }
    while (data.pull(b)) {
    }
    return 0;
  }
};
struct b1 : service {
  std::queue<std::pair<unsigned, const event *>> q;
  std::mutex m;
  std::condition_variable cv;
  int add_event(cal h, const event *e, unsigned *id) override {
    {
      std::lock_guard l(m);
      q.emplace(h->events, e); // expected-warning {{[retain-pointer]}}
    }
    cv.notify_one();
    *id = h->events;
    return 0;
  }
};
struct b2 : service {
  std::atomic<const char *> latest{nullptr};
  int note(cal, const char *text) override {
    latest.store(text); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct b3 : service {
  std::atomic<const char *> latest{nullptr};
  int note(cal, const char *text) override {
    latest = text; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct b4 : service {
  std::promise<const tile *> p;
  int write_tile(const tile *t) override {
    p.set_value(t); // missed: [retain-pointer], a promise is no holder
    return 0;
  }
};
struct b5 : service {
  int summary_of(std::string_view n) {
    return n.size();
  }
  int tag(std::string_view name, const std::string &value) override {
    auto f = std::make_shared<std::function<int()>>([&value] { return static_cast<int>(value.size()); });
    std::thread([f] { (*f)(); }).detach(); // expected-warning {{[retain-pointer]}}
    return summary_of(name);
  }
};
}
