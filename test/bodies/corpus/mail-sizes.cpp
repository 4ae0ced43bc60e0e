// Arrays that may be empty, and numbers of the client, in a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::client;
using mail::service;

namespace empties {
using namespace mail;
struct first_key : service {
  int index(unsigned n, const int *keys) override {
    return keys[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct last_key : service {
  int index(unsigned n, const int *keys) override {
    return keys[n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct maybe_key : service {
  int maybe(unsigned n, const int *keys) override {
    return *keys; // expected-warning {{[unchecked-empty]}}
  }
};
struct best_front : service {
  int best(const std::vector<int> &v) override {
    return v.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct best_algorithm : service {
  int best(const std::vector<int> &v) override {
    return *std::max_element(v.begin(), v.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct best_back : service {
  int total(std::span<const int> s) override {
    return s.back() - s[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct first_letter : service {
  int speak(std::string_view s) override {
    return s.front() == '/'; // expected-warning {{[unchecked-empty]}}
  }
};
struct begin_of : service {
  int best(const std::vector<int> &v) override {
    int most = *v.begin(); // expected-warning {{[unchecked-empty]}}
    for (const int each : v)
      most = each > most ? each : most;
    return most;
  }
};
struct codes_of : service {
  int visit(const contact &c) override {
    return c.codes[0]; // expected-warning {{[unchecked-empty]}}
  }
};
}

namespace sizes {
using namespace mail;
int table[64];
std::array<int, 64> other;
struct board : service {
  int ranks_[8] = {};
  std::vector<int> all_ = std::vector<int>(100);
  int slot(unsigned n) override {
    return ranks_[n]; // expected-warning {{[client-size-trust]}}
  }
  int few(unsigned n) override {
    return static_cast<int>(n);
  }
};
struct board_of_vector : board {
  int slot(unsigned n) override {
    return all_[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct of_global : service {
  int slot(unsigned n) override {
    return table[n]++; // expected-warning {{[client-size-trust]}}
  }
};
struct of_array : service {
  int slot(unsigned n) override {
    int *at = &other[n]; // expected-warning {{[client-size-trust]}}
    return *at;
  }
};
struct wrong_test : service {
  int slot(unsigned n) override {
    if (n == 0)
      return 0;
    return static_cast<int>(std::vector<int>(n).size()); // expected-warning {{[client-size-trust]}}
  }
};
struct allocated : service {
  void addresses(unsigned n, address **a) override {
    *a = static_cast<address *>(rpc::allocate(n * sizeof(address))); // expected-warning {{[client-size-trust]}}
    memset(*a, 0, n * sizeof(address));
  }
};
struct array_allocated : service {
  void addresses(unsigned n, address **a) override {
    const unsigned doubled = n * 2;
    *a = rpc::allocate_array<address>(doubled); // expected-warning {{[client-size-trust]}}
  }
};
struct on_heap : service {
  int slot(unsigned n) override {
    const auto buffer = std::make_unique<char[]>(n); // expected-warning {{[client-size-trust]}}
    return buffer != nullptr;
  }
};
struct text_of : service {
  int slot(unsigned n) override {
    const std::string blanks(n, ' '); // expected-warning {{[client-size-trust]}}
    log_line(blanks);
    return 0;
  }
};
struct resized : service {
  std::vector<char> kept_;
  int slot(unsigned n) override {
    kept_.resize(n); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct on_stack : service {
  int slot(unsigned n) override {
    int marks[16] = {};
    marks[n] = 1; // expected-warning {{[client-size-trust]}}
    return marks[0];
  }
};
}
