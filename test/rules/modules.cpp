// Interfaces that a module exports are judged, and have stubs, as all others.
// Clang 14 and 16 do not know the templates of a header again that a module has included too.
// XFAIL: clang-14, clang-16
// RUN: %clang -x c++-module -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -x c++-module -DGOOD -fsyntax-only -Wall -Wextra -Werror %s
// RUN: %clang -x c++-module -DGOOD --precompile %s -o %t.pcm
// RUN: %clang -fsyntax-only -fmodule-file=tested=%t.pcm %S/Inputs/module-user.cpp
module;
#ifdef GOOD
#include <rpc/rpc.h>
#define INTERFACE rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)
#else
#include "Inputs/rpc.h"
#endif
export module tested;

#ifndef GOOD
export namespace [[INTERFACE]] one {
void f(int *p); // expected-error {{nothing says whether parameter 'p' is [in] or [out] [direction-missing]}}
}
export {
extern "C++" {
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0)]] two {
void g(int *p); // expected-error {{nothing says whether parameter 'p' is [in] or [out]}}
}
}
void stray([[rpc::in]] int n); // expected-warning {{'rpc::in' has no effect: 'stray' is in no interface}}
}
#else
export namespace [[INTERFACE]] used {
struct point { std::int32_t x, y; };
std::int32_t h([[rpc::in]] std::int32_t n);
void i([[rpc::in]] const point *p);
}
#endif

export {
[[rpc::stubs]];
}
