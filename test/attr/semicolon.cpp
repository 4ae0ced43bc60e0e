// Without its ';' the request for stubs would be an attribute of what follows. All is read as if it were there.
// RUN: rm -rf %t && split-file %s %t
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/class.cpp
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/function.cpp
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/namespace.cpp
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/end.cpp
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/included.cpp
// RUN: %clang -fsyntax-only -Xclang -verify -I%t %t/macro.cpp
// RUN: not %clang -fsyntax-only -I%t %t/function.cpp 2>&1 | FileCheck --check-prefix=FIX --strict-whitespace %s
// Clang has line numbers there since 17.
// FIX:      {{^(    2 \| )?\[\[}}rpc::stubs]]
// FIX-NEXT: {{^(      \| )?}}              ^{{$}}
// FIX-NEXT: {{^(      \| )?}}              ;{{$}}

//--- t.h
#pragma once
#include <rpc/rpc.h>
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a19", 1, 0)]] t {
void f(std::uint32_t v);
}

//--- class.cpp
#include "t.h"
[[rpc::stubs]] // expected-error {{expected ';' after '[[rpc::stubs]]' [attribute-place]}}
struct impl : t::service {
  void f(std::uint32_t) override {}
};

//--- function.cpp
#include "t.h"
[[rpc::stubs]] // expected-error {{expected ';' after '[[rpc::stubs]]'}}
int main() { return sizeof(t::client) == nothing; } // expected-error {{undeclared identifier 'nothing'}}

//--- namespace.cpp
#include "t.h"
[[rpc::stubs(t)]] // expected-error {{expected ';' after '[[rpc::stubs]]'}}
namespace other {
using mine = t::client;
}

//--- end.cpp
#include "t.h"
[[rpc::stubs]] // expected-error {{expected ';' after '[[rpc::stubs]]'}}

//--- stubs.h
#include "t.h"
[[rpc::stubs]] // expected-error {{expected ';' after '[[rpc::stubs]]'}}

//--- included.cpp
#include "stubs.h"
#include <vector>
std::vector<t::client> clients;

//--- macro.cpp
#include "t.h"
#define NUMBER int
[[rpc::stubs]] // expected-error {{expected ';' after '[[rpc::stubs]]'}}
NUMBER n = sizeof(t::client);
