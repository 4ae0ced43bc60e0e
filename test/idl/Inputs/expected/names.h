#ifndef NAMES_H
#define NAMES_H

#include <rpc/rpc.h>

#include <cstdint>

// Names that C++ has for itself.
namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f313", 1, 0)]] names {

struct THING {
  std::int32_t class_;
  std::int32_t Plain;
};

// A parameter that hides the type of the next one.
struct _PAIR {
  std::int32_t x;
};

void new_([[rpc::in]] THING* THING, [[rpc::in]] _PAIR* Pair, [[rpc::in]] ::names::THING* other,
          [[rpc::in]] std::int32_t template_);

void client_([[rpc::in]] rpc::handle_t argument1, [[rpc::in, rpc::unique]] std::int32_t* private_);

}  // namespace names

[[rpc::stubs]];

#endif
