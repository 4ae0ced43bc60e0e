// Everything that cannot travel has a place in the model, where a rule finds it.
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-pointer-may-be-array -ferror-limit=0 -Xclang -verify %s
#include <rpc/rpc.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <vector>

using fixed = std::uint64_t;
using bare = unsigned long; // expected-error {{64 bits here and 32 bits in IDL}} expected-note {{write}}
using position = std::size_t; // expected-error {{[lp64-pointer-sized]}} expected-note {{write}}
template <class T> struct box { T content; };
struct with_base : box<int> {};
struct with_private { private: int n; };
struct with_constructor { with_constructor(int); int n; };
struct with_destructor { ~with_destructor(); int n; };
struct with_assignment { with_assignment &operator=(int); with_assignment &operator=(const with_assignment &); int n; };
struct with_mutable { mutable int n; };
struct unfinished;
struct deep { box<const box<long> *> *inside; }; // expected-error {{64 bits here and 32 bits in IDL}} expected-note {{}}

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] obstacles {
void fine(fixed a, box<box<short>> b, const char16_t *const c, std::int_least64_t d);
void aliases(bare a, position b, std::time_t c, std::intptr_t d); // expected-error 2 {{[lp64-pointer-sized]}} expected-note 4 {{}}
void floats(long double a, [[rpc::in]] _Complex double *b, __int128 c); // expected-error 3 {{[type-not-transmissible]}} expected-note 0+ {{}}
#if __clang_major__ >= 15 // which knows it on x86
void half(_Float16 a); // expected-error {{[type-not-transmissible]}} expected-note 0+ {{}}
#endif
void characters(wchar_t a, [[rpc::in]] char32_t *b); // expected-error {{[wchar-is-32-bit]}} expected-error {{char32_t}} expected-note 0+ {{}}
void library(std::map<int, int> a, [[rpc::in]] std::vector<bool> *b); // expected-error {{is a class of the standard library}} expected-error {{has no elements of type bool}} expected-note 2 {{}}
void qualified([[rpc::in]] volatile int *a, [[rpc::in]] std::atomic<int> *b, [[rpc::in]] _Atomic(int) *c); // expected-error {{is volatile}} expected-error {{is a class of the standard library}} expected-error {{is atomic}} expected-note 3 {{}}
void classes(with_base a); // expected-error {{has a base class 'box'}} expected-note {{}}
void hidden(with_private a); // expected-error {{has a field 'n' that is not public}} expected-note {{}}
void constructed([[rpc::in]] with_constructor *a); // expected-error {{has a constructor of its own}} expected-note {{}}
void destroyed([[rpc::in]] with_destructor *a); // expected-error {{has a destructor of its own}} expected-note {{}}
void assigned([[rpc::in]] with_assignment *a); // expected-error {{has an assignment of its own}} expected-note {{}}
void changed([[rpc::in]] with_mutable *a); // expected-error {{has a mutable field 'n'}} expected-note {{}}
void incomplete([[rpc::in]] unfinished *a); // expected-error {{is declared but not defined}} expected-note {{}}
void reached([[rpc::in]] deep *a);
void indirect(void (*a)(int), int with_base::*b, decltype(nullptr) c); // expected-error 2 {{[function-pointer]}} expected-error {{[void-pointer]}} expected-note 0+ {{}}
} // namespace obstacles

[[rpc::stubs]];
