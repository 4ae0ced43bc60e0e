// What cannot travel in a structure of a system header is said where the user has written it.
// RUN: rm -rf %t && split-file %s %t
// RUN: %clang -fsyntax-only -Xclang -verify -isystem %t/system %t/user.cpp

//--- system/other.h
#include <cstdint>
#include <cstddef>
struct stamp { long seconds; std::int32_t fraction; };
struct outer { std::int32_t n; stamp when; };
struct chain { chain *next; std::int32_t n; };
struct broken { broken *next; void *data; };
struct bits { unsigned a : 3; };
struct tail { std::int32_t n; std::int32_t data[]; };
struct fine { std::int32_t a; double b; };
struct half { std::int32_t a; union { std::int32_t b; float c; } u; };
union any { std::int32_t a; float b; };
typedef struct stamp stamp_t;

//--- user.cpp
#include <cstdio>
#include <ctime>
#include <rpc/rpc.h>
#include <other.h>
#include <sys/time.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a22", 1, 0), rpc::pointer_default(unique)]] t {
// expected-error@+2 {{[in] parameter 's' cannot travel: 'const stamp' has a field 'seconds' of a type that has no wire form [not-standard-layout]}}
// expected-note@+1 {{use a struct of your own, or name a type that it travels as with transmit_as}}
void a(const stamp &s);
// expected-error@+1 {{'const outer' has a field 'when' of a type that has no wire form}} expected-note@+1 {{use a struct of your own}}
void b(const outer &o);
// expected-error@+1 {{field 's' cannot travel: 'stamp' has a field 'seconds'}} expected-note@+1 {{use a struct of your own}}
struct mine { std::int32_t n; stamp s; };
void c(const mine &m, const mine &again);
// expected-error@+1 {{the value that 'd' returns cannot travel: 'stamp_t' has a field 'seconds'}} expected-note@+1 {{use a struct of your own}}
stamp_t d();
// expected-error@+1 {{'const broken' has a field 'data'}} expected-note@+1 {{use a struct of your own}}
void e(const broken &s);
// expected-error@+1 {{'const bits' has a field 'a'}} expected-note@+1 {{use a struct of your own}}
void f(const bits &s);
// expected-error@+1 {{'const tail' has a field 'data'}} expected-note@+1 {{use a struct of your own}}
void g(const tail *s);
// expected-error@+1 {{'const half' has a field 'u'}} expected-note@+1 {{use a struct of your own}}
void h(const half &s);
// expected-error@+1 {{'any' is a union whose members have no case}} expected-note@+1 {{use a struct of public fields}}
void i([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::switch_is(n)]] any s);
// expected-error@+1 {{'const stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void j([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const stamp *s);
// expected-error@+1 {{'const timeval' has a field 'tv_sec'}} expected-note@+1 {{use 'std::int64_t' in a unit that its name says}}
void k(const timeval &s);
// expected-error@+1 {{cannot travel}} expected-note@+1 {{use a pipe of bytes}}
void l([[rpc::in]] FILE *s);
// expected-error@+1 {{[in] parameter 's' cannot travel: 'stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void m([[rpc::in]] const std::vector<stamp> &s);
// expected-error@+1 {{[in] parameter 's' cannot travel: 'stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void n([[rpc::in]] std::optional<std::vector<stamp>> s);
// expected-error@+1 {{[in] parameter 's' cannot travel: 'broken' has a field}} expected-note@+1 {{use a struct of your own}}
void o([[rpc::in]] const std::array<std::unique_ptr<broken>, 2> &s);
// expected-error@+1 {{[in] parameter 's' cannot travel: 'stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void p([[rpc::in]] rpc::pipe<stamp> &s);
// expected-error@+1 {{[in] parameter 's' cannot travel: 'stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void q([[rpc::in]] std::variant<std::int32_t, stamp> s);
using when [[rpc::transmit_as(stamp)]] = std::chrono::seconds;
// expected-error@+1 {{[in] parameter 's' cannot travel: 'stamp' has a field}} expected-note@+1 {{use a struct of your own}}
void r([[rpc::in]] when s);

void right(const fine &s, const chain &c, const std::vector<fine> &v);
}
