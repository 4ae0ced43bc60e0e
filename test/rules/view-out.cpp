// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace [[INTERFACE]] tested {
struct named { std::string_view name; };
struct outer { named *inner; };
// expected-error@+2 {{the value that 'a' returns is a view or holds one, and the client would have nothing that it views [view-out]}}
// expected-note@+1 {{use 'std::string', 'std::vector', or a std::span by value}}
std::string_view a();
// expected-error@+1 {{[out] parameter 'n' is a view}}
void b([[rpc::out]] named *n);
// expected-error@+1 {{[in, out] parameter 'o' is a view}}
void c([[rpc::in, rpc::out]] outer &o);
// expected-error@+1 {{the value that 'd' returns is a view}}
std::vector<std::optional<named>> d();
// expected-error@+1 {{[out] parameter 's' is a view}}
void f([[rpc::out]] std::span<int> &s);
// expected-error@+1 {{the value that 'g' returns is a view}}
std::span<const int> g();

// Silent: the caller has the elements.
void h([[rpc::in, rpc::out]] std::span<int> s);
void i(std::uint32_t n, [[rpc::out, rpc::size_is(n)]] std::span<named> s);
// expected-error@-1 {{[out] parameter 's' is a view}}

// Silent: on the server the message lives as long as the call.
void e(std::string_view s, const outer &o, std::vector<named> v);
}

[[rpc::stubs]];
