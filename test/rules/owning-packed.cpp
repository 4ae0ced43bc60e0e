// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <array>
#include <string>
#include <string_view>

namespace [[INTERFACE]] tested {
#pragma pack(push, 1)
struct packed {
  char c;
  // expected-error@+1 {{field 'text' is more than bytes and may not lie where 'packed' packs or aligns it [owning-packed]}}
  std::string text;
  std::array<int, 2> fine;
  // expected-error@+1 {{field 'view' is more than bytes}}
  std::string_view view;
};
#pragma pack(pop)
struct alignas(16) aligned {
  char c;
  // expected-error@+1 {{field 'text' is more than bytes}}
  std::string text;
};
struct plain { char c; std::string text; };
void a(const packed &p, const aligned &q, const plain &r);
}

[[rpc::stubs]];
