// Threads, futures, coroutines, pipes: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
#include <queue>
namespace works_threads_right {
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
template <class T> struct generator {
  struct promise_type {
    T value;
    generator get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() {
      return {};
    }
    std::suspend_always final_suspend() noexcept {
      return {};
    }
    std::suspend_always yield_value(T v) {
      value = v;
      return {};
    }
    void return_void() {
    }
    void unhandled_exception() {
      std::terminate();
    }
  };
  std::coroutine_handle<promise_type> h;
  generator(std::coroutine_handle<promise_type> h) : h(h) {
  }
  generator(generator &&o) : h(std::exchange(o.h, {})) {
  }
  ~generator() {
    if (h)
      h.destroy();
  }
  bool next() {
    h.resume();
    return !h.done();
  }
  T get() {
    return h.promise().value;
  }
};
static std::vector<std::thread> workers;
static std::vector<std::future<int>> pending;
struct a1 : service {
  int write_tile(const tile *t) override {
    int total = 0;
    std::thread w([&] {
      for (unsigned i = 0; i < t->size; ++i)
        total += t->pixels[i];
    });
    w.join();
    return total;
  }
};
struct a2 : service {
  int note(cal, const char *text) override {
    workers.emplace_back([s = std::string(text ? text : "")] { log_text(s); });
    return 0;
  }
};
struct a3 : service {
  int depth(const folder *f) override {
    auto r = std::async(std::launch::async, [f] { return static_cast<int>(f->id); });
    return r.get();
  }
};
static task show(std::string text) {
  co_await later{};
  log_text(text);
}
struct a4 : service {
  int note(cal, const char *text) override {
    if (text)
      show(text);
    return 0;
  }
};
static generator<const attendee *> walk(const attendee *a) {
  for (; a; a = a->next)
    co_yield a;
}
struct a5 : service {
  int invite(cal h, const attendee *first) override {
    int n = 0;
    auto g = walk(first);
    while (g.next())
      n += g.get()->name != nullptr;
    h->touch();
    return n;
  }
};
struct a6 : service {
  int write_tile(const tile *p) override {
    std::vector<std::jthread> ts;
    for (unsigned i = 0; i < 4; ++i)
      ts.emplace_back([p, i] { trace("%u", p->width + i); });
    return 0;
  }
};
struct a7 : service {
  int copy(bytes &data, bytes &index, bytes &log) override {
    unsigned char b[16];
    std::vector<unsigned char> all;
    while (auto n = data.pull(b))
      all.insert(all.end(), b, b + n);
    while (index.pull(b)) {
    }
    log.push(all);
    return 0;
  }
};
struct a8 : service {
  template <class F> static void drain(bytes &p, F f) {
    unsigned char b[64];
    for (std::size_t n; (n = p.pull(b)) != 0;)
      f(std::span(b, n));
  }
  int copy(bytes &data, bytes &index, bytes &log) override {
    std::size_t n = 0;
    drain(data, [&](auto s) { n += s.size(); });
    drain(index, [&](auto s) { n += s.size(); });
    unsigned char out[1] = {static_cast<unsigned char>(n)};
    log.push(out);
    return 0;
  }
};
struct a9 : service {
  int copy(bytes &data, bytes &index, bytes &log) override {
    unsigned char b[16] = {};
    bool bad = false;
    while (data.pull(b))
      bad |= b[0] == 0;
    while (index.pull(b))
      bad |= b[0] == 1;
    if (bad)
      throw rpc::error(rpc::status::call_failed);
    for (int i = 0; i < 4; ++i)
      log.push(b);
    return 0;
  }
};
struct b1 : service {
  std::queue<std::pair<unsigned, std::string>> q;
  std::mutex m;
  std::condition_variable cv;
  int add_event(cal h, const event *e, unsigned *id) override {
    {
      std::lock_guard l(m);
      q.emplace(h->events, e->title ? e->title : "");
    }
    cv.notify_one();
    *id = h->events;
    return 0;
  }
};
struct b2 : service {
  std::atomic<unsigned> latest{0};
  int note(cal, const char *text) override {
    latest.store(text ? std::strlen(text) : 0, std::memory_order_relaxed);
    return latest;
  }
};
struct b3 : service {
  std::mutex m;
  std::condition_variable cv;
  std::vector<const tile *> work;
  std::thread worker;
  int write_tile(const tile *t) override {
    std::vector<const tile *> parts{t, t};
    std::promise<int> done;
    auto f = done.get_future();
    std::thread w([&] {
      int n = 0;
      for (auto *p : parts)
        n += p->size;
      done.set_value(n);
    });
    const int r = f.get();
    w.join();
    return r;
  }
};
struct b4 : service {
  int tag(std::string_view name, const std::string &value) override {
    std::thread([n = std::string(name), value] { log_text(n + value); }).detach();
    return 0;
  }
};
struct b5 : service {
  int publish_all(const std::vector<album> &all) override {
    std::vector<std::future<std::size_t>> fs;
    for (const album &a : all)
      fs.push_back(std::async([&a] { return a.tracks.size(); }));
    std::size_t n = 0;
    for (auto &f : fs)
      n += f.get();
    return n;
  }
};
struct b6 : service {
  static std::shared_ptr<const std::string> shared;
  int note(cal, const char *text) override {
    std::atomic_store(&shared, std::make_shared<const std::string>(text ? text : ""));
    return 0;
  }
};
struct b7 : service {
  std::list<std::thread> ts;
  int listen(std::shared_ptr<album> a) override {
    if (!a)
      return 1;
    ts.emplace_back([a] { log_text(a->name); });
    return 0;
  }
};
struct b8 : service {
  int enqueue(std::unique_ptr<track> t) override {
    if (!t)
      return 1;
    std::thread([t = std::move(t)] { log_text(t->title); }).detach();
    return 0;
  }
};
struct b9 : service {
  int histogram_(std::span<const int> v) {
    std::array<std::atomic<int>, 8> bins{};
    std::vector<std::thread> ts;
    for (unsigned i = 0; i < 2; ++i)
      ts.emplace_back([&, i] {
        for (std::size_t k = i; k < v.size(); k += 2)
          ++bins[static_cast<unsigned>(v[k]) & 7];
      });
    for (auto &t : ts)
      t.join();
    return bins[0];
  }
  int rate(std::span<const int> votes) override {
    return histogram_(votes);
  }
};
struct c1 : service {
  std::thread t;
  int write_tile(const tile *p) override {
    t = std::thread([p] { trace("%u", p->size); });
    trace("waiting");
    t.join();
    return 0;
  }
};
struct c2 : service {
  const char *filter = nullptr;
  int matches(const event *e) const {
    return e->title && std::strstr(e->title, filter) != nullptr;
  }
  int add_event(cal h, const event *e, unsigned *id) override {
    filter = e->title ? e->title : "";
    *id = matches(e);
    filter = h->raw;
    return 0;
  }
};
}
