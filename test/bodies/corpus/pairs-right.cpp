// Tests that say something of several pointers, and what is taken away again
// before the function returns: silent.
// RUN: %bodies -fexceptions -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "../Inputs/rpc.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace [[INTERFACE]] pairs {
struct node { int value; [[rpc::unique]] node *next; };
struct item { unsigned n; std::unique_ptr<item> next; };
int both([[rpc::in, rpc::unique]] const int *a, [[rpc::in, rpc::unique]] const int *b);
void keep([[rpc::in]] std::string_view word);
void shorten([[rpc::in, rpc::out]] item &head);
void trim([[rpc::in, rpc::out]] node *list);
void choose([[rpc::in, rpc::out]] node *&list);
void nick([[rpc::in, rpc::out, rpc::string, rpc::suppress("string-inout-grows")]] char *text);
}
[[rpc::stubs]];

namespace {
using pairs::item;
using pairs::node;
using pairs::service;

struct other_spelling : service {
  int both(const int *a, const int *b) override {
    if (a == nullptr && b == nullptr)
      return 0;
    if (!a)
      return *b;
    return *a;
  }
};

struct neither : service {
  int both(const int *a, const int *b) override {
    if (!(a || b))
      return 0;
    return a ? *a : *b;
  }
};

struct kept_test : service {
  int both(const int *a, const int *b) override {
    const bool none = !a && !b;
    if (none)
      return 0;
    if (!a)
      return *b;
    return *a;
  }
};

struct alike : service {
  int both(const int *a, const int *b) override {
    if ((a == nullptr) != (b == nullptr))
      throw rpc::error(rpc::status::call_failed);
    return a ? *b : 0;
  }
};

struct number : service {
  int both(const int *a, const int *b) override {
    const int have = (a != nullptr) + 2 * (b != nullptr);
    if (have == 3)
      return *a + *b;
    return 0;
  }
};

struct mask : service {
  int both(const int *a, const int *b) override {
    switch ((a ? 1 : 0) | (b ? 2 : 0)) {
    case 3: return *a + *b;
    case 2: return *b;
    case 1: return *a;
    default: return 0;
    }
  }
};

struct pushed_and_popped : service {
  std::vector<std::string_view> words;
  void keep(std::string_view word) override {
    words.push_back(word);
    words.pop_back();
  }
};

struct pushed_and_cleared : service {
  std::vector<std::string_view> words;
  void keep(std::string_view word) override {
    words.push_back(word);
    words.clear();
  }
};

struct inserted_and_erased : service {
  std::set<std::string_view> words;
  void keep(std::string_view word) override {
    const auto [at, fresh] = words.insert(word);
    if (fresh)
      words.erase(at);
  }
};

struct exchanged : service {
  std::string_view current;
  void keep(std::string_view word) override {
    std::string_view old = std::exchange(current, word);
    current = old;
  }
};

struct erased_from_list : service {
  void shorten(item &head) override {
    for (auto *at = &head.next; *at;) {
      if ((*at)->n == 0)
        *at = std::move((*at)->next);
      else
        at = &(*at)->next;
    }
  }
};

struct put_back : service {
  void trim(node *list) override {
    if (node *rest = std::exchange(list->next, nullptr)) {
      rest->value = 1;
      list->next = rest;
    }
  }
};

struct never_null : service {
  void choose(node *&list) override {
    if (list)
      list->value = 1;
  }
};

std::map<int, std::string> names;

struct measured : service {
  void nick(char *text) override {
    if (auto name = names.find(1);
        name != names.end() && name->second.size() <= std::strlen(text))
      std::strcpy(text, name->second.c_str());
  }
};
} // namespace
