#ifndef THIRD_H
#define THIRD_H

#include <cstdint>

#if !THIRD
#error "the definitions of 'third' are missing"
#endif

THIRD_POINT {
  std::int32_t x, y;
};

#endif
