// RUN: %clang -fsyntax-only -ferror-limit=0 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: not %clang -fsyntax-only -ferror-limit=0 -fdiagnostics-parseable-fixits %s 2>&1 | FileCheck --implicit-check-not=fix-it: %s
#include <array>
#include <memory>
#include <optional>
#include <rpc/rpc.h>
#include <span>
#include <string>
#include <vector>

struct state;
void state_rundown [[rpc::local]] (state *s);
using session [[rpc::context_handle(state_rundown)]] = state *;

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0), rpc::pointer_default(unique)]] tested {
struct point { std::int32_t x, y; };
using number = std::int32_t *;
using text = std::string &;
using four = std::int32_t[4];
template <class T> using pointer = T *;
template <class T> struct box { T value; };

// CHECK: error: nothing says whether parameter 'a' is [in] or [out] [direction-missing]
// CHECK: note: write '{{\[\[}}rpc::in]]' if the server only reads it
// CHECK: note: write '{{\[\[}}rpc::out]]' if the server sets it, and '{{\[\[}}rpc::in, rpc::out]]' if it reads it first
void pointers(std::int32_t *a,                      // expected-error {{nothing says whether parameter 'a' is [in] or [out] [direction-missing]}}
              std::int32_t *const b,                // expected-error {{'b'}}
              number c,                             // expected-error {{'c'}}
              pointer<point> d,                     // expected-error {{'d'}}
              point **e,                            // expected-error {{'e'}}
              const point **f,                      // expected-error {{'f'}}
              std::byte *g,                         // expected-error {{'g'}}
              [[rpc::unique]] box<point> *h,        // expected-error {{'h'}}
              [[rpc::string]] char16_t *i,          // expected-error {{'i'}}
              std::uint32_t n,
              [[rpc::size_is(n)]] std::uint8_t *j,  // expected-error {{'j'}}
              session *k);                          // expected-error {{'k'}}
void references(std::int32_t &a,                    // expected-error {{'a'}}
                point &b,                           // expected-error {{'b'}}
                text c,                             // expected-error {{'c'}}
                point *&d,                          // expected-error {{'d'}}
                const point *&e,                    // expected-error {{'e'}}
                session &f);                        // expected-error {{'f'}}
void arrays(std::int32_t a[4],                      // expected-error {{'a'}}
            four b,                                 // expected-error {{'b'}}
            four &c,                                // expected-error {{'c'}}
            std::int32_t (*d)[4],                   // expected-error {{'d'}}
            std::int32_t e[2][3],                   // expected-error {{'e'}}
            [[rpc::string]] char f[8],              // expected-error {{'f'}}
            const point *g[2]);                     // expected-error {{'g'}}
void library(std::string &a,                        // expected-error {{'a'}}
             std::vector<std::int32_t> &b,          // expected-error {{'b'}}
             std::optional<point> &c,               // expected-error {{'c'}}
             std::unique_ptr<point> &d,             // expected-error {{'d'}}
             std::shared_ptr<point> &e,             // expected-error {{'e'}}
             std::array<std::int32_t, 3> &f,        // expected-error {{'f'}}
             std::span<std::int32_t> g,             // expected-error {{'g'}}
             const std::span<point> h,              // expected-error {{'h'}}
             std::span<const std::int32_t *> i,     // expected-error {{'i'}}
             std::span<const std::int32_t> &j);     // expected-error {{'j'}}
void pipes(rpc::pipe<std::uint8_t> &a,              // expected-error {{'a'}}
           rpc::pipe<point> *b);                    // expected-error {{'b'}}

// Silent: what can only be [in].
void values(std::int32_t a, point b, session c, std::string d, std::vector<std::int32_t> e, std::optional<point> f,
            std::unique_ptr<point> g, std::shared_ptr<point> h, std::string_view i);
void handles(rpc::handle_t h, std::int32_t a);
void constants(const std::int32_t *a, pointer<const point> b, const point *const *c, point *const *d,
               [[rpc::string]] const char16_t *e, std::uint32_t n, [[rpc::size_is(n)]] const std::uint8_t *f);
void constant_references(const point &a, const std::string &b, const std::vector<point> &c, const std::optional<point> &d);
template <class T> struct holder { T held; };
void constants_without_a_form(const std::vector<long> &a, // expected-error {{'a' has type 'long'}}
                              const std::optional<std::vector<long double>> &b, // expected-error {{'b' has type 'long double'}}
                              const holder<long> &c);     // expected-error {{'c' has type 'long'}}
void constant_arrays(const four a, const std::int32_t b[4], const four &c, const std::int32_t (*d)[4],
                     [[rpc::string]] const char e[8], const std::int32_t f[2][3], const std::array<std::int32_t, 3> &g,
                     std::span<const std::int32_t> h, std::span<point *const> i);

// Silent: what says its direction, on any of its declarations, and what no client calls.
void written([[rpc::in]] point *a, [[rpc::out]] std::string &b, [[rpc::in, rpc::out]] point *&c,
             [[rpc::out]] rpc::pipe<std::int32_t> &d);
void declared_again([[rpc::in]] point *a);
void declared_again(point *a);
void at_home [[rpc::local]] (point *a, std::string &b);
void close([[rpc::in, rpc::out]] session *s);
}

[[rpc::stubs]];
