// Tests of several pointers that say too little, and what is left behind on
// some way.
// RUN: %bodies -fexceptions -Xclang -verify-ignore-unexpected=note %s
#include "../Inputs/rpc.h"

#include <string_view>
#include <vector>

namespace [[INTERFACE]] pairs {
struct node { int value; [[rpc::unique]] node *next; };
int both([[rpc::in, rpc::unique]] const int *a, [[rpc::in, rpc::unique]] const int *b);
void keep([[rpc::in]] std::string_view word);
void trim([[rpc::in, rpc::out]] node *list);
}
[[rpc::stubs]];

namespace {
using pairs::node;
using pairs::service;

struct one_of_two : service {
  int both(const int *a, const int *b) override {
    if (a == nullptr && b == nullptr)
      return 0;
    return *a; // expected-warning {{[unchecked-null]}}
  }
};

struct either : service {
  int both(const int *a, const int *b) override {
    if (!(a || b))
      return 0;
    return *b; // expected-warning {{[unchecked-null]}}
  }
};

struct kept_test : service {
  int both(const int *a, const int *b) override {
    const bool none = !a && !b;
    if (none)
      return 0;
    return *a; // expected-warning {{[unchecked-null]}}
  }
};

struct alike : service {
  int both(const int *a, const int *b) override {
    if ((a == nullptr) != (b == nullptr))
      throw rpc::error(rpc::status::call_failed);
    return *a; // expected-warning {{[unchecked-null]}}
  }
};

struct sometimes_popped : service {
  std::vector<std::string_view> words;
  void keep(std::string_view word) override {
    words.push_back(word); // expected-warning {{[retain-pointer]}}
    if (words.size() > 10)
      words.pop_back();
  }
};

struct popped_before : service {
  std::vector<std::string_view> words;
  void keep(std::string_view word) override {
    words.clear();
    words.push_back(word); // expected-warning {{[retain-pointer]}}
  }
};

struct sometimes_put_back : service {
  void trim(node *list) override {
    node *rest = std::exchange(list->next, nullptr); // expected-warning {{[relink-next]}}
    if (rest && rest->value)
      list->next = rest;
  }
};
} // namespace
