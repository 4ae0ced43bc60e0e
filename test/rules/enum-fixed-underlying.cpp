// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <cstddef>
#include <filesystem>

namespace [[INTERFACE]] tested {
// expected-error@+2 {{enumeration 'small' has 8 bits in memory and 16 on the wire [enum-fixed-underlying]}}
// expected-note@+1 {{write ': std::uint16_t', or leave the type out}}
enum small : std::uint8_t { a };
// expected-error@+1 {{enumeration 'wide' has 64 bits in memory and 16 on the wire}}
enum class wide : std::int64_t { b };
// expected-error@+1 {{enumeration 'short_v1' has 16 bits in memory and 32 on the wire}}
enum class [[rpc::v1_enum]] short_v1 : std::uint16_t { c };
struct record { small s; };
void f(record r, [[rpc::in]] wide *w, short_v1 v);

// expected-error@+2 {{parameter 't' is of enumeration 'file_type', which has 8 bits in memory and 16 on the wire}}
// expected-note@+1 {{use an integer, or an enumeration of your own}}
[[rpc::suppress("enum-out-of-range")]] void l(std::filesystem::file_type t);
struct byte_holder { std::byte b; };
void m([[rpc::in]] const byte_holder *h);

// Silent, as is what does not travel.
enum free_choice { d };
enum class scoped { e };
enum sixteen : std::uint16_t { g };
enum [[rpc::v1_enum]] thirty_two : std::int32_t { h };
enum unused : std::uint8_t { i };
void k(free_choice a, scoped b, sixteen c, thirty_two d);
}

[[rpc::stubs]];
