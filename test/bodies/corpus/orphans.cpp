// What an implementation takes away from the client's pointers, for those who
// turn the rule on.
// RUN: %bodies -fplugin-arg-rpcgen-Worphan-inout-unique -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"

namespace wrong {
using namespace corpus;

void forget(char *&s) { s = nullptr; }

struct assigned : service {
  void rename(person *p) override {
    p->name = nullptr; // expected-warning {{[orphan-inout-unique]}}
  }
};
struct exchanged : service {
  void rename(person *p) override {
    const char *old = std::exchange(p->mail, nullptr); // expected-warning {{[orphan-inout-unique]}}
    log_line(old ? old : "");
  }
};
struct by_helper : service {
  void rename(person *p) override {
    forget(p->name); // expected-warning {{[orphan-inout-unique]}}
  }
};
struct swapped : service {
  void rename(person *p) override {
    char *none = nullptr;
    std::swap(p->name, none); // expected-warning {{[orphan-inout-unique]}}
    log_line(none ? none : "");
  }
};
struct cleared : service {
  void rename(person *p) override {
    memset(p, 0, sizeof *p); // expected-warning 1+ {{[orphan-inout-unique]}}
  }
};
struct overwritten : service {
  void rename(person *p) override {
    *p = {.name = nullptr, .mail = p->mail, .age = 3}; // expected-warning {{[orphan-inout-unique]}}
  }
};
struct one_way : service {
  void rename(person *p) override {
    if (p->age < 18)
      p->mail = nullptr; // expected-warning {{[orphan-inout-unique]}}
  }
};
}

namespace right {
using namespace corpus;

struct replaced : service {
  void rename(person *p) override {
    p->name = rpc::allocate_array<char>(4);
    memcpy(p->name, "bob", 4);
  }
};
struct known_null : service {
  void rename(person *p) override {
    if (!p->name)
      p->name = nullptr;
    if (p->mail == nullptr)
      p->mail = rpc::allocate_array<char>(1);
  }
};
struct only_in : service {
  void adopt(person *p) override {
    char *name = p->name;
    p->name = nullptr;
    log_line(name && p->name == nullptr ? name : "");
  }
};
struct only_out : service {
  void who(person *p) override {
    p->name = nullptr;
    *p = {};
  }
};
struct standard : service {
  void update(item &i) override {
    i.owned.reset();
    i.shared = nullptr;
    i.at = std::nullopt;
    i.name.clear();
  }
};
struct restored : service {
  void rename(person *p) override {
    char *const mail = p->mail;
    p->mail = nullptr;
    log_line(p->name ? p->name : "");
    p->mail = mail;
  }
};
}
