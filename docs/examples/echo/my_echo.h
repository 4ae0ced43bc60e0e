#ifndef MY_ECHO_H
#define MY_ECHO_H

#include <algorithm>

#include "echo.h"

/// What the server does when it is called.
class my_echo : public echo::service {
 public:
  void add_one(std::uint32_t value, std::uint32_t* result) override { *result = value + 1; }

  void reverse(std::uint32_t count, std::uint8_t* data) override {
    std::reverse(data, data + count);
  }

  std::int64_t sum(const echo::node* list) override {
    std::int64_t total = 0;
    for (; list; list = list->next) total += list->value;
    return total;
  }
};

#endif
