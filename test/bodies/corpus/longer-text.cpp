// Strings that came in, and are written by all that copies.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
namespace longer_text {
using namespace corpus;

int size_of(const char *);
struct h1 : service {
  void append(char *s) override {
    memcpy(s, "hello", 6); // expected-warning {{[inout-string-grow]}}
  }
};
struct h2 : service {
  void append(char *s) override {
    const std::string up = "x" + std::string(s);
    memcpy(s, up.data(), up.size());
  }
};
struct h3 : service {
  std::string n_;
  void append(char *s) override {
    memcpy(s, n_.c_str(), n_.size() + 1); // expected-warning {{[inout-string-grow]}}
  }
};
struct h4 : service {
  std::string n_;
  void append(char *s) override {
    if (n_.size() <= strlen(s))
      memcpy(s, n_.c_str(), n_.size() + 1);
  }
};
struct h5 : service {
  std::string n_;
  void append(char *s) override {
    std::copy(n_.begin(), n_.end(), s); // expected-warning {{[inout-string-grow]}}
  }
};
struct h6 : service {
  std::string n_;
  void append(char *s) override {
    std::copy_n(n_.data(), std::min(n_.size(), strlen(s)), s);
  }
};
struct h7 : service {
  std::string n_;
  void append(char *s) override {
    std::ranges::copy(n_, s); // expected-warning {{[inout-string-grow]}}
  }
};
struct h8 : service {
  std::string n_;
  void append(char *s) override {
    const auto room = strlen(s);
    std::snprintf(s, room + 1, "%s", n_.c_str());
  }
};
struct h9 : service {
  std::string n_;
  void append(char *s) override {
    std::snprintf(s, 64, "%s", n_.c_str()); // expected-warning {{[inout-string-grow]}}
  }
};
struct i1 : service {
  void append(char *s) override {
    std::sprintf(s, "%d", 5); // expected-warning {{[inout-string-grow]}}
  }
};
struct i2 : service {
  void append(char *s) override {
    std::transform(s, s + strlen(s), s, [](char c) { return char(c + 1); });
  }
};
struct i3 : service {
  void append(char *s) override {
    memcpy(s + strlen(s), "!", 2); // expected-warning {{[inout-string-grow]}}
  }
};
struct i4 : service {
  void append(char *s) override {
    const auto n = strlen(s);
    memmove(s + n, ".bak", 5); // expected-warning {{[inout-string-grow]}}
  }
};
struct i5 : service {
  void append(char *s) override {
    const auto n = strlen(s);
    if (n > 1)
      memmove(s, s + 1, n);
  }
};
struct i6 : service {
  void append(char *s) override {
    unsigned n = 0;
    while (s[n])
      ++n;
    std::string up(s);
    memcpy(s, up.data(), n);
    memcpy(s, "aaaaaaaaa", n > 3 ? 3 : n);
  }
};
struct i7 : service {
  void append(char *s) override {
    std::string_view v(s);
    std::string out;
    for (char c : v)
      out.push_back(c);
    std::copy(out.begin(), out.end(), s);
    memcpy(s, out.data(), out.size());
  }
};
struct i8 : service {
  void append(char *s) override {
    const int n = size_of(s);
    memcpy(s, "abcdefgh", n);
  }
};
struct i9 : service {
  void append(char *s) override {
    memset(s, 'x', 32); // expected-warning {{[inout-string-grow]}}
  }
};
struct j1 : service {
  void append(char *s) override {
    memset(s, 0, strlen(s));
    std::fill_n(s, strlen(s), 'x');
  }
};
struct j2 : service {
  std::string n_;
  void append(char *s) override {
    std::strncpy(s, n_.c_str(), n_.size()); // expected-warning {{[inout-string-grow]}}
  }
};
struct j3 : service {
  std::string n_;
  void append(char *s) override {
    n_.copy(s, n_.size()); // expected-warning {{[inout-string-grow]}}
  }
};
struct j4 : service {
  std::string n_;
  void append(char *s) override {
    std::string_view v = n_;
    std::copy(v.begin(), v.end(), s); // expected-warning {{[inout-string-grow]}}
    s[v.size()] = 0;
  }
};
struct j5 : service {
  int ask(unsigned n) override {
    int here[8];
    int there[16];
    std::copy(there, there + n, here); // expected-warning {{[client-size-trust]}}
    return here[0];
  }
};
struct j6 : service {
  int ask(unsigned n) override {
    int here[8]{};
    int there[16]{};
    if (n > 8)
      return 0;
    std::copy(there, there + n, here);
    std::copy_n(there, n, here);
    return here[0];
  }
};
struct j7 : service {
  int ask(unsigned n) override {
    int here[8];
    int there[16];
    std::copy_n(there, n, here); // expected-warning {{[client-size-trust]}}
    return here[0];
  }
};
}
