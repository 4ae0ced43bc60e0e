// Views that came in and are pointed elsewhere instead of filled.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "../Inputs/rpc.h"
#include <span>
#include <string_view>
namespace [[INTERFACE]] spans_service {
void spans([[rpc::in, rpc::out]] std::span<int> numbers);
}
[[rpc::stubs]];
std::span<int> lookup();
namespace spans_service {
struct k1 : service {
  std::vector<int> v_;
  void spans(std::span<int> numbers) override {
    numbers = v_; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct k2 : service {
  void spans(std::span<int> numbers) override {
    int here[4] = {1};
    numbers = here; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct k3 : service {
  void spans(std::span<int> numbers) override {
    numbers = lookup(); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct k4 : service {
  void spans(std::span<int> numbers) override {
    numbers = std::span(new int[3], 3); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct k5 : service {
  void spans(std::span<int> numbers) override {
    numbers = {}; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct k6 : service {
  void spans(std::span<int> numbers) override {
    for (int &n : numbers)
      n = 1;
    while (!numbers.empty()) {
      numbers[0] = 1;
      numbers = numbers.subspan(1);
    }
  }
};
struct k7 : service {
  void spans(std::span<int> numbers) override {
    const auto all = numbers;
    numbers = numbers.first(numbers.size() / 2);
    numbers = all;
    numbers = {all.data(), all.size()};
  }
};
}
