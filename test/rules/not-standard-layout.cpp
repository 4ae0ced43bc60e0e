// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct virtual_one { virtual void f(); int n; };
struct derived : virtual_one { int m; };
class hidden { int n; };
struct constructed { constructed(); int n; };
struct holder {
  // expected-error@+1 {{field 'inner' cannot travel: 'tested::virtual_one' has a virtual function 'f'}}
  virtual_one inner;
};
template <class T> struct box { T value; virtual ~box(); };
// expected-error@+2 {{[in] parameter 'p' cannot travel: 'tested::virtual_one' has a virtual function 'f' [not-standard-layout]}}
// expected-note@+1 {{use a struct of public fields without anything else}}
void a(virtual_one *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'tested::derived' has a base class 'virtual_one'}}
void b(derived *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'const tested::hidden' has a field 'n' that is not public}}
void c(const hidden &p);
// expected-error@+1 {{[out] parameter 'p' cannot travel: 'tested::constructed' has a constructor of its own}}
void d([[rpc::out]] constructed **p);
void e(holder *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'tested::box<int>' has a virtual function}}
void f(box<int> *p);
// expected-error@+1 {{[in] parameter 'n' cannot travel: 'volatile int' is volatile}}
void g(volatile int *n);

// expected-error@+2 {{[in] parameter 'e' cannot travel: 'std::integral_constant<int, 1>' is a class of the standard library}}
// expected-note@+1 {{use a pointer with size_is for elements, with string for text, and a struct of your own for the rest}}
void i(std::integral_constant<int, 1> e);
struct unnamed {
  // expected-error@+2 {{field (unnamed) cannot travel}}
  // expected-note@+1 {{give it a name}}
  struct { int n; };
};
void j(unnamed *u);

// Silent: functions and static members do not lie in memory.
struct plain {
  int n;
  static int count;
  int twice() const { return 2 * n; }
};
template <class T> struct pair { T first, second; };
struct initialised { int n = 1; };
void k(plain p, pair<int> *q, initialised i);
}

// expected-error@+1 {{type 'closed' cannot travel: 'closed' has a field 'n' that is not public}}
struct [[rpc::encode]] closed { private: int n; };
class unmarked { int n; };

[[rpc::stubs]];
