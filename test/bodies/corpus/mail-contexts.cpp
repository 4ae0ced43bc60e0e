// Context handles, pipes, exceptions, and where findings are, in a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::service;

namespace contexts {
using namespace mail;
struct deleted : service {
  void leave(box *b) override {
    delete *b; // expected-warning {{[ctx-not-nulled]}}
  }
};
struct owned : service {
  void leave(box *b) override {
    std::unique_ptr<account> ended(*b); // expected-warning {{[ctx-not-nulled]}}
    log_line("left");
  }
};
struct some_ways : service {
  void leave(box *b) override {
    account *a = *b;
    if (!a)
      return;
    const bool busy = a->state != 0;
    delete a; // expected-warning {{[ctx-not-nulled]}}
    if (!busy)
      *b = nullptr;
  }
};
struct only_in : service {
  int set(box b, const char *text) override {
    if (!*text)
      delete b; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct second_first : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    int n[8], sum = 0;
    while (second.pull(n)) // expected-warning {{[pipe-order]}}
      sum += n[0];
    while (first.pull(n))
      sum += n[0];
    return sum;
  }
};
struct back_first : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    int n[1] = {};
    back.push(n); // expected-warning {{[pipe-order]}}
    while (first.pull(n)) {}
    while (second.pull(n)) {}
    return 0;
  }
};
}

namespace exceptions {
using namespace mail;
int parsed(const std::string &s) { return std::stoi(s); }
struct thrown : service {
  int length(const char *s) override {
    if (!*s)
      throw std::invalid_argument("empty"); // expected-warning {{[throw-unmapped]}}
    return 1;
  }
};
struct by_helper : service {
  int speak(std::string_view s) override { return parsed(std::string(s)); } // expected-warning {{[throw-unmapped]}}
};
struct by_at : service {
  std::map<std::string, int> ages_;
  std::string sign(const std::string &s) override {
    return std::to_string(ages_.at(s)); // expected-warning {{[throw-unmapped]}}
  }
};
struct again : service {
  int length(const char *s) override {
    try {
      if (!may_proceed())
        throw rpc::error(rpc::status::call_failed);
    } catch (const rpc::error &) {
      throw 5; // expected-warning {{[throw-unmapped]}}
    }
    return 0;
  }
};
}

namespace places {
using namespace mail;
struct of_second : service {
  void reorder(folder *f) override {
    folder *added = rpc::allocate<folder>();
    if (f->next)
      f->next->inner = added; // expected-warning {{[relink-next]}}
  }
};
struct by_variable : service {
  void reorder(folder *f) override {
    folder *const second = f->next;
    if (second)
      second->next = rpc::allocate<folder>(); // expected-warning {{[relink-next]}}
  }
};
}
