// RUN: %clang -fsyntax-only -ferror-limit=0 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct virtual_one { virtual void f(); int n; };
struct derived : virtual_one { int m; };
class hidden { int n; };
struct constructed { constructed(); int n; };
struct nameless {
  int which;
  // expected-error@+2 {{an unnamed struct cannot travel: stubs name each field [not-standard-layout]}}
  // expected-note@+1 {{write a name after its '}'; the wire stays the same}}
  struct { int a; };
  // expected-error@+2 {{an unnamed union cannot travel: stubs name each field}}
  // expected-note@+1 {{write a name after its '}', and '[[rpc::switch_is(...)]]' before it}}
  union [[rpc::switch_type(int)]] { [[rpc::case(1)]] int b; };
  [[rpc::switch_is(which)]] union [[rpc::switch_type(int)]] { [[rpc::case(1)]] int c; } right;
};
void take_nameless([[rpc::in]] const nameless *p);
struct holder {
  // expected-error@+1 {{field 'inner' cannot travel: 'tested::virtual_one' has a virtual function 'f'}}
  virtual_one inner;
};
template <class T> struct box { T value; virtual ~box(); };
// expected-error@+2 {{[in] parameter 'p' cannot travel: 'tested::virtual_one' has a virtual function 'f' [not-standard-layout]}}
// expected-note@+1 {{use a struct of public fields without anything else}}
void a([[rpc::in]] virtual_one *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'tested::derived' has a base class 'virtual_one'}}
void b([[rpc::in]] derived *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'const tested::hidden' has a field 'n' that is not public}}
void c(const hidden &p);
// expected-error@+1 {{[out] parameter 'p' cannot travel: 'tested::constructed' has a constructor of its own}}
void d([[rpc::out]] constructed **p);
void e([[rpc::in]] holder *p);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'tested::box<int>' has a virtual function}}
void f([[rpc::in]] box<int> *p);
// expected-error@+1 {{[in] parameter 'n' cannot travel: 'volatile int' is volatile}}
void g([[rpc::in]] volatile int *n);

// expected-error@+2 {{[in] parameter 'e' cannot travel: 'std::integral_constant<int, 1>' is a class of the standard library}}
// expected-note@+1 {{use std::string for text, std::vector for elements, or name a type that it travels as with transmit_as}}
void i(std::integral_constant<int, 1> e);
struct unnamed {
  // expected-error@+2 {{an unnamed struct cannot travel}}
  // expected-note@+1 {{write a name after its '}'; the wire stays the same}}
  struct { int n; };
};
void j([[rpc::in]] unnamed *u);

struct worded { std::string text; };
union mixed { int n; worded w; };
// expected-error@+1 {{[in] parameter 'm' cannot travel: 'tested::mixed' has a member 'w' that is more than bytes}}
void l(mixed m);
// expected-error@+2 {{[in] parameter 'm' cannot travel: 'std::map<int, int>' is a class of the standard library}}
// expected-note@+1 {{use std::vector of a struct of key and value}}
void m(std::vector<std::map<int, int>> m);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'std::unique_ptr<int[]>' does not know its number of elements}}
void n(std::unique_ptr<int[]> p);
// expected-error@+1 {{cannot travel: 'std::optional<const int>' holds a const object}}
void o(std::optional<const int> p);
// expected-error@+2 {{[in] parameter 'p' cannot travel: 'std::weak_ptr<int>' is a class of the standard library}}
// expected-note@+1 {{use std::shared_ptr, whose cycles travel; the stubs of a server cut them when the call has ended}}
void q(std::weak_ptr<int> p);
// expected-error@+2 {{cannot travel: 'std::shared_ptr<int[]>' does not know its number of elements}}
// expected-note@+1 {{use std::vector}}
void r(std::shared_ptr<int[]> p);
// expected-error@+1 {{cannot travel: 'std::shared_ptr<const int>' holds a const object, which cannot be received}}
void s(std::shared_ptr<const int> p);

// expected-error@+1 {{cannot travel: 'std::unique_ptr<void>' does not say what it points to}}
void t(const std::vector<std::unique_ptr<void>> &p);
// expected-error@+1 {{cannot travel: 'std::shared_ptr<void>' does not say what it points to}}
void u(std::shared_ptr<void> p);

// Silent: functions and static members do not lie in memory.
struct plain {
  int n;
  static int count;
  int twice() const { return 2 * n; }
};
template <class T> struct pair { T first, second; };
struct initialised { int n = 1; };
void k(plain p, [[rpc::in]] pair<int> *q, initialised i);
}

// expected-error@+1 {{type 'closed' cannot travel: 'closed' has a field 'n' that is not public}}
struct [[rpc::encode]] closed { private: int n; };
class unmarked { int n; };

[[rpc::stubs]];
