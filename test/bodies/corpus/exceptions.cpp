// Exceptions that leave an operation.
// RUN: %bodies -fexceptions -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <charconv>
#include <functional>
#include <map>
#include <stdexcept>
#include <system_error>

namespace wrong {
using namespace corpus;

struct not_found : std::runtime_error {
  not_found() : std::runtime_error("not found") {}
};
struct checked {
  explicit checked(int n) {
    if (n < 0)
      throw std::invalid_argument("negative");
  }
};
void require(bool condition) {
  if (!condition)
    throw std::logic_error("required");
}
int parsed(std::string_view s) {
  int n = 0;
  if (std::from_chars(s.data(), s.data() + s.size(), n).ec != std::errc())
    throw std::invalid_argument("number");
  return n;
}
int parsed_inside(std::string_view s) { return parsed(s) + 1; }

struct standard : service {
  int ask(unsigned) override {
    throw std::out_of_range("ask"); // expected-warning {{[throw-unmapped]}}
  }
};
struct own_type : service {
  int ask(unsigned n) override {
    if (n == 0)
      throw not_found(); // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct text : service {
  int ask(unsigned) override {
    throw "no"; // expected-warning {{[throw-unmapped]}}
  }
};
struct system : service {
  int ask(unsigned) override {
    throw std::system_error(std::make_error_code(std::errc::io_error)); // expected-warning {{[throw-unmapped]}}
  }
};
struct status : service {
  int ask(unsigned) override {
    throw rpc::status::call_failed; // expected-warning {{[throw-unmapped]}}
  }
};
struct by_helper : service {
  int ask(unsigned n) override {
    require(n > 0); // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct by_helper_deep : service {
  int say(std::string_view s) override {
    return parsed_inside(s); // expected-warning {{[throw-unmapped]}}
  }
};
struct by_constructor : service {
  void add(int n, int *) override {
    checked c(n); // expected-warning {{[throw-unmapped]}}
    (void)c;
  }
};
struct by_lambda : service {
  int ask(unsigned n) override {
    auto check = [](unsigned m) { if (m > 9) throw std::range_error("m"); }; check(n); // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct by_member : service {
  std::map<std::string, int> known;
  int find_known(const std::string &s) {
    const auto at = known.find(s);
    if (at == known.end())
      throw not_found();
    return at->second;
  }
  int speak(const std::string &s) override {
    return find_known(s); // expected-warning {{[throw-unmapped]}}
  }
};
struct number : service {
  int speak(const std::string &s) override {
    return std::stoi(s); // expected-warning {{[throw-unmapped]}}
  }
};
struct number_long : service {
  int measure(const char *s) override {
    return static_cast<int>(std::stoul(s, nullptr, 16)); // expected-warning {{[throw-unmapped]}}
  }
};
struct at_index : service {
  std::vector<int> table{1, 2, 3};
  int ask(unsigned n) override {
    return table.at(n); // expected-warning {{[throw-unmapped]}}
  }
};
struct at_key : service {
  std::map<std::string, int> known;
  int speak(const std::string &s) override {
    return known.at(s); // expected-warning {{[throw-unmapped]}}
  }
};
struct thrown_again : service {
  int ask(unsigned n) override {
    try { require(n != 3); } catch (const std::exception &) { log_line("failed"); throw; } // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct other_caught : service {
  int ask(unsigned n) override {
    try {
      require(n != 3); // expected-warning {{[throw-unmapped]}}
    } catch (const std::runtime_error &) {
      return 1;
    }
    return 0;
  }
};
struct from_handler : service {
  int speak(const std::string &s) override {
    try {
      return std::stoi(s);
    } catch (const std::exception &e) {
      throw std::runtime_error("bad number: " + s); // expected-warning {{[throw-unmapped]}}
    }
  }
};
}

namespace right {
using namespace corpus;

struct denied : rpc::error {
  denied() : rpc::error(rpc::status::call_failed, "denied") {}
};
void require(bool condition) {
  if (!condition)
    throw rpc::error(rpc::status::call_failed);
}
std::optional<int> parsed(const std::string &s) {
  try {
    return std::stoi(s);
  } catch (const std::invalid_argument &) {
    return std::nullopt;
  } catch (const std::out_of_range &) {
    return std::nullopt;
  }
}
template <class F> auto mapped(F body) {
  try {
    return body();
  } catch (const rpc::error &) {
    throw;
  } catch (const std::exception &e) {
    throw rpc::error(rpc::status::call_failed, e.what());
  }
}

struct of_rpc : service {
  int ask(unsigned n) override {
    if (n == 0)
      throw rpc::error(rpc::status::call_failed, "none");
    if (n == 1)
      throw denied();
    require(n < 10);
    return 0;
  }
};
struct caught : service {
  int speak(const std::string &s) override {
    try {
      return std::stoi(s);
    } catch (const std::logic_error &) {
      return -1;
    }
  }
};
struct caught_all : service {
  std::vector<int> table{1, 2, 3};
  int ask(unsigned n) override {
    try {
      return table.at(n);
    } catch (...) {
      throw rpc::error(rpc::status::call_failed);
    }
  }
};
struct caught_by_base : service {
  std::map<std::string, int> known;
  int speak(const std::string &s) override {
    int found = 0;
    try {
      found = known.at(s);
      if (found < 0)
        throw std::domain_error("negative");
    } catch (const std::exception &e) {
      log_line(e.what());
      found = 0;
    }
    return found;
  }
};
struct by_optional : service {
  int speak(const std::string &s) override { return parsed(s).value_or(0); }
};
struct by_mapping : service {
  int speak(const std::string &s) override {
    return mapped([&] { return std::stoi(s); });
  }
};
struct by_function_try : service {
  int speak(const std::string &s) override try {
    return std::stoi(s);
  } catch (const std::exception &) {
    throw rpc::error(rpc::status::call_failed);
  }
};
struct without : service {
  int say(std::string_view s) override {
    int n = 0;
    const auto [end, problem] = std::from_chars(s.data(), s.data() + s.size(), n);
    if (problem != std::errc() || end != s.data() + s.size())
      throw rpc::error(rpc::status::call_failed, "number");
    return n;
  }
};
struct known_index : service {
  std::map<std::string, int> known;
  int speak(const std::string &s) override {
    const auto at = known.find(s);
    return at == known.end() ? 0 : at->second;
  }
};
struct not_called : service {
  std::function<void()> later;
  int ask(unsigned n) override {
    auto fails = [] { throw std::runtime_error("never"); };
    if constexpr (sizeof n == 0)
      fails();
    return 0;
  }
};
struct rpc_again : service {
  int ask(unsigned n) override {
    try {
      require(n < 4);
    } catch (const rpc::error &e) {
      log_line(e.what());
      throw;
    }
    return 1;
  }
};
}
