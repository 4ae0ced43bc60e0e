#ifndef CALLS_H
#define CALLS_H

#include <iostream>
#include <string>

#include "echo.h"

/// Calls every operation and prints what comes back.
inline void make_calls(const echo::client& echo) {
  std::uint32_t two = 0;
  echo.add_one(1, &two);
  std::cout << "add_one(1) = " << two << '\n';

  std::uint8_t text[] = {'d', 'l', 'r', 'o', 'w'};
  echo.reverse(sizeof text, text);
  std::cout << "reverse(dlrow) = " << std::string(text, text + sizeof text) << '\n';

  echo::node last{3, nullptr}, middle{2, &last}, first{1, &middle};
  std::cout << "sum(1, 2, 3) = " << echo.sum(&first) << '\n';
}

#endif
