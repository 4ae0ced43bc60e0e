// Context handles, pipes and exceptions as they should be: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

#include <charconv>

using mail::service;

namespace contexts {
using namespace mail;
struct ended : service {
  void leave(box *b) override {
    delete std::exchange(*b, nullptr);
  }
};
struct owned : service {
  void leave(box *b) override {
    const std::unique_ptr<account> ended(*b);
    *b = nullptr;
  }
};
struct in_registry : service {
  std::map<account *, std::unique_ptr<account>> all_;
  int enter(const char *user, box *b) override {
    auto fresh = std::make_unique<account>();
    fresh->user = user;
    *b = fresh.get();
    all_[*b] = std::move(fresh);
    return 0;
  }
  void leave(box *b) override {
    all_.erase(*b);
    *b = nullptr;
  }
  int set(box b, const char *text) override {
    if (!*text)
      b->next = nullptr;
    return b->state;
  }
};
struct piped : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    std::vector<int> all;
    int n[8];
    while (const auto got = first.pull(n))
      all.insert(all.end(), n, n + got);
    while (const auto got = second.pull(n))
      all.insert(all.end(), n, n + got);
    back.push(all);
    return 0;
  }
};
}

namespace exceptions {
using namespace mail;
struct caught : service {
  int length(const char *s) override {
    try {
      return std::stoi(s);
    } catch (const std::exception &) {
      return 0;
    }
  }
};
struct mapped : service {
  int speak(std::string_view s) override {
    try {
      if (s.empty())
        throw std::invalid_argument("empty");
      return std::stoi(std::string(s));
    } catch (const std::exception &) {
      throw rpc::error(rpc::status::call_failed);
    }
  }
};
struct parsed : service {
  int speak(std::string_view s) override {
    int n = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
    return error == std::errc{} ? n : 0;
  }
};
struct found_first : service {
  std::map<std::string, int> ages_;
  std::string sign(const std::string &s) override {
    if (!ages_.contains(s))
      throw rpc::error(rpc::status::call_failed);
    return std::to_string(ages_.at(s));
  }
};
}

namespace elsewhere {
using namespace mail;
struct in_thread : service {
  int deliver(const letter *l) override {
    std::jthread worker([l] {
      if (l)
        log_value(static_cast<int>(l->id));
    });
    return 0;
  }
  int rank(const address *a, const address *b) override {
    if (!a)
      return 0;
    auto port = std::async([a] { return a->port; });
    std::thread([&] { log_value(b ? b->port : a->port); }).join();
    return port.get();
  }
};
struct mapped : service {
  int slot(unsigned n) override {
    static const int sizes[4] = {1, 2, 3, 4};
    if (n == 2)
      return sizes[n];
    switch (n) {
    case 0:
    case 1:
      return sizes[n];
    default:
      return 0;
    }
  }
};
struct by_pointer : service {
  int post(const batch *b) override {
    const std::vector<letter *> all(b->letters, b->letters + b->n);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const letter *l) { return l && l->size > 0; }));
  }
  int visit(const contact &c) override {
    return std::any_of(c.codes.begin(), c.codes.end(), [](auto code) { return code == 7; });
  }
};
}

namespace places {
using namespace mail;
folder *last_of(folder *f) {
  while (f->next)
    f = f->next;
  return f;
}
int put(int *to, int n) {
  *to = n;
  return *to;
}
struct behind_second : service {
  void reorder(folder *f) override {
    folder *const second = f->next;
    if (second && !second->inner)
      second->inner = rpc::allocate<folder>();
  }
};
struct behind_last : service {
  void reorder(folder *f) override {
    last_of(f)->next = rpc::allocate<folder>();
  }
};
struct behind_last_by_variable : service {
  void reorder(folder *f) override {
    folder *const last = last_of(f);
    last->next = rpc::allocate<folder>();
  }
};
struct read_by_helper : service {
  void add(int n, int *answer) override { log_value(put(answer, n)); }
};
struct read_after_helper : service {
  static void set(int *to, int n) { *to = n; }
  void add(int n, int *answer) override {
    set(answer, n);
    log_value(*answer);
  }
};
}
