// The parser goes on with the stubs where [[rpc::stubs]] stands, and then with what follows it.
// RUN: %clang -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -fsyntax-only -I%S/Inputs %s
#include "echo.h"

static_assert(sizeof(echo::client) > 0);
static_assert(rpc::interface<echo::service>::id.major == 1);

// Each interface and each type is delivered once.
[[rpc::stubs]];
[[rpc::stubs(echo)]];

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20183", 2, 1)]] other {
void put([[rpc::in]] const echo::node *list);
}
namespace nested {
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20184", 3)]] third {
void get([[rpc::out]] echo::node **list);
}
} // namespace nested

[[rpc::stubs(other)]];
static_assert(rpc::interface<other::service>::id.minor == 1);

[[rpc::stubs(nested::third)]];
static_assert(rpc::interface<nested::third::service>::id.major == 3);
