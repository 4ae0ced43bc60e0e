// Arrays that may be empty, and numbers of the client, as they should be used: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

using mail::service;

namespace empties {
using namespace mail;
struct first_key : service {
  int index(unsigned n, const int *keys) override { return n ? keys[0] : 0; }
};
struct last_key : service {
  int index(unsigned n, const int *keys) override {
    if (n < 1)
      throw rpc::error(rpc::status::call_failed);
    return keys[n - 1];
  }
};
struct maybe_key : service {
  int maybe(unsigned n, const int *keys) override {
    const std::span all(keys, keys ? n : 0);
    return all.empty() ? 0 : all.back();
  }
};
struct greatest : service {
  int best(const std::vector<int> &v) override {
    const auto most = std::max_element(v.begin(), v.end());
    return most == v.end() ? 0 : *most;
  }
};
struct by_loop : service {
  int total(std::span<const int> s) override {
    int sum = 0;
    for (std::size_t n = 0; n < s.size(); ++n)
      sum += s[n];
    return sum;
  }
};
struct prefix : service {
  int speak(std::string_view s) override { return s.starts_with("/") && s.substr(1).size() > 3; }
};
struct reversed : service {
  int index(unsigned n, const int *keys) override {
    int sum = 0;
    while (n-- > 0)
      sum += keys[n];
    return sum;
  }
};
struct filled_before : service {
  int best(const std::vector<int> &v) override {
    std::vector<int> all(v);
    all.push_back(0);
    return all.front();
  }
};
}

namespace sizes {
using namespace mail;
int table[64];
struct board : service {
  int ranks_[8] = {};
  std::vector<int> all_;
  int slot(unsigned n) override { return n < std::size(ranks_) ? ranks_[n] : -1; }
  int few(unsigned n) override { return table[n]; }
};
struct of_vector : board {
  int slot(unsigned n) override {
    if (n >= all_.size())
      return -1;
    return all_[n];
  }
};
struct grown : board {
  int slot(unsigned n) override {
    if (n > 1000)
      return -1;
    if (all_.size() <= n)
      all_.resize(n + 1);
    return all_[n];
  }
};
struct masked : service {
  int slot(unsigned n) override { return table[n & 63] + table[n % 64]; }
};
struct clamped : service {
  int slot(unsigned n) override { return table[std::min(n, 63u)] + table[std::clamp(n, 0u, 63u)]; }
};
struct allocated : service {
  void addresses(unsigned n, address **a) override {
    const unsigned most = n > 100 ? 100 : n;
    if (most != n)
      throw rpc::error(rpc::status::call_failed);
    *a = rpc::allocate_array<address>(n);
  }
};
struct of_message : service {
  int index(unsigned n, const int *keys) override {
    std::vector<int> copy(n);
    std::copy_n(keys, n, copy.begin());
    std::sort(copy.begin(), copy.end());
    return n ? copy[n / 2] : 0;
  }
};
struct filled : service {
  void fill(unsigned n, unsigned *used, char *b) override {
    const std::string text = "text";
    *used = std::min<unsigned>(n, static_cast<unsigned>(text.size()));
    std::copy_n(text.begin(), *used, b);
  }
};
struct in_map : service {
  std::map<unsigned, int> all_;
  int slot(unsigned n) override {
    const auto found = all_.find(n);
    return found == all_.end() ? 0 : found->second;
  }
};
struct checked_by_helper : service {
  static unsigned within(unsigned n) {
    if (n >= 64)
      throw rpc::error(rpc::status::call_failed);
    return n;
  }
  int slot(unsigned n) override { return table[within(n)]; }
};
}
