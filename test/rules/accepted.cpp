// What no rule rejects has stubs that compile. Rules that warn of what works are off.
// RUN: %clang -Wall -Wextra -Werror -c -o %t.o %s -fplugin-arg-rpcgen-Wno-bool-count -fplugin-arg-rpcgen-Wno-char-sign \
// RUN:   -fplugin-arg-rpcgen-Wno-length-equals-size -fplugin-arg-rpcgen-Wno-pointer-may-be-array
#include <rpc/none.h>
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0), rpc::pointer_default(unique)]] accepted {

struct point { int x, y; };
struct open { int count; [[rpc::size_is(count)]] int values[1]; };
struct outer { int before; open last; };
enum level { low, high };
enum class scoped : std::uint16_t { a };
enum [[rpc::v1_enum]] wide : std::uint32_t { all = 0xffffffff };
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::case(2)]] point p;
  [[rpc::case(3)]] point *to;
  [[rpc::default]] rpc::none nothing;
};
union [[rpc::switch_type(bool)]] yes { [[rpc::case(1)]] int number; };
union [[rpc::switch_type(char)]] letter { [[rpc::case('a')]] int number; };
union [[rpc::switch_type(level)]] named { [[rpc::case(high)]] int number; };
union [[rpc::switch_type(std::int16_t)]] narrow { [[rpc::case(1)]] int number; };
struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
struct strict { [[rpc::ref]] int *count; [[rpc::size_is(*count)]] int *values; };
struct texts {
  [[rpc::string]] char fixed[16];
  [[rpc::string]] char *list[4];
  [[rpc::string]] char names[3][8];
};
struct counted {
  std::uint16_t length, maximum;
  [[rpc::size_is(maximum / 2), rpc::length_is(length / 2)]] char16_t *buffer;
};
struct parts {
  int used, from;
  [[rpc::length_is(used), rpc::first_is(from)]] point points[4];
  [[rpc::last_is(used)]] char16_t *texts[2];
  [[rpc::string, rpc::range(1, 8)]] char name[8];
};
struct ending {
  int size, used;
  parts before;
  [[rpc::max_is(size), rpc::length_is(used), rpc::range(0, 99)]] point points[1];
};
struct note { int size; [[rpc::string, rpc::size_is(size)]] char16_t text[1]; };
struct noted { int before; note last; };
using maybe [[rpc::unique]] = int *;
using always [[rpc::ref]] = int *;
using text [[rpc::string]] = const char16_t *;
using count [[rpc::range(0, 10)]] = std::uint32_t;
template <class T> struct pair { T first, second; };
struct initialised { int n = 1; int twice() const { return 2 * n; } };

// Pointers and references.
void a1([[rpc::out]] const point **p, [[rpc::out, rpc::string]] const char **s);
void a2([[rpc::out]] int *const p, [[rpc::out]] maybe *q);
void a3(const point *p, const int &r, const point &q);
void a4([[rpc::in, rpc::out]] point *&p, [[rpc::in, rpc::out]] const point *&q, [[rpc::in]] point *&r);
void a5([[rpc::in, rpc::ref]] maybe *p, [[rpc::in]] always *q, [[rpc::in, rpc::ref]] maybe r, [[rpc::in]] int ***s, [[rpc::out]] point ***t);
void a6(int, const point &, [[rpc::out]] int *);

// Arrays and strings.
void b1([[rpc::in, rpc::unique]] int a[4], [[rpc::in]] int b[2][3], [[rpc::in]] open *c[3], [[rpc::out]] point d[2]);
void b2([[rpc::in]] int (*a)[4], [[rpc::in]] int (&b)[4], [[rpc::out]] int (*c)[4]);
void b3(int n, int m, [[rpc::in, rpc::size_is(n)]] int a[], [[rpc::in, rpc::size_is(n)]] int c[][3],
        [[rpc::in, rpc::size_is(n, m)]] int **d, [[rpc::in, rpc::size_is(, n)]] int *e[2]);
void b4([[rpc::string]] const char s[], [[rpc::in, rpc::string]] char16_t *t, text u, [[rpc::in]] text *v, [[rpc::in]] texts *w);
void b5(int n, [[rpc::in, rpc::string, rpc::size_is(n)]] char **s, [[rpc::out, rpc::size_is(, n)]] int **a,
        [[rpc::in, rpc::out, rpc::string, rpc::size_is(n)]] char *t, [[rpc::out, rpc::string]] char u[80]);
void b6([[rpc::in]] open *o, [[rpc::in]] outer &r, const open &c, [[rpc::in, rpc::out]] open *&d, [[rpc::out]] open **e);
void b7(int n, unsigned m, const int *p, [[rpc::in, rpc::size_is(n * 2 + 1)]] int *a,
        [[rpc::in, rpc::size_is((m & 7) << 1)]] int *b, [[rpc::in, rpc::size_is(n > 4 ? n : 4)]] int *c,
        [[rpc::in, rpc::size_is(*p - -1)]] int *d, [[rpc::in, rpc::size_is(!n || ~m)]] int *e,
        [[rpc::in, rpc::size_is(7)]] int *f, [[rpc::in, rpc::size_is(sizeof(int) * 2)]] int *g);
void b8(std::uint8_t a, std::int16_t b, bool c, char d, level e, [[rpc::in]] int &f, [[rpc::in, rpc::size_is(a)]] int *u,
        [[rpc::in, rpc::size_is(b)]] int *v, [[rpc::in, rpc::size_is(c)]] int *w, [[rpc::in, rpc::size_is(d)]] int *x,
        [[rpc::in, rpc::size_is(e)]] int *y, [[rpc::in, rpc::size_is(f)]] int *z, [[rpc::in]] strict *s);
void b9([[rpc::out]] int *n, [[rpc::out, rpc::size_is(, *n)]] int **a, [[rpc::out]] int &k,
        [[rpc::out, rpc::size_is(, k)]] int **b, [[rpc::in]] int *&m, [[rpc::in, rpc::size_is(*m)]] int *c);
void b10(int n, [[rpc::in, rpc::size_is(n)]] std::byte *a, [[rpc::in, rpc::size_is(n)]] bool *b, [[rpc::in, rpc::size_is(n)]] level *c,
         [[rpc::in, rpc::size_is(n)]] double *d, [[rpc::size_is(n)]] const text *e, [[rpc::in, rpc::size_is(n)]] tagged *f);

void b11(int n, int used, int at, [[rpc::in, rpc::size_is(n), rpc::length_is(used)]] int *a,
         [[rpc::in, rpc::size_is(n), rpc::length_is(used), rpc::first_is(at)]] point b[],
         [[rpc::in, rpc::max_is(n), rpc::last_is(used)]] texts *c, [[rpc::in, rpc::unique, rpc::size_is(n), rpc::first_is(at)]] text *d,
         [[rpc::in, rpc::size_is(n, used), rpc::length_is(, used)]] int **e, [[rpc::in, rpc::length_is(used)]] int f[4],
         [[rpc::in, rpc::unique, rpc::length_is(used)]] point (*g)[4], [[rpc::in, rpc::length_is(used)]] int h[2][3], [[rpc::in]] counted *i,
         [[rpc::in, rpc::size_is(n), rpc::length_is(used)]] int (*j)[3]);
void b12([[rpc::out]] int *used, [[rpc::out, rpc::size_is(8), rpc::length_is(*used)]] int *a,
         [[rpc::out, rpc::length_is(*used)]] strict b[4],
         [[rpc::out, rpc::size_is(, *used), rpc::length_is(, *used)]] point **c,
         [[rpc::in, rpc::out, rpc::max_is(8), rpc::length_is(2)]] counted *&d, [[rpc::out]] parts *e, [[rpc::in]] ending *f);
void b13(int n, [[rpc::in, rpc::size_is(n), rpc::range(0, 9)]] int *a, [[rpc::string, rpc::range(1, 9)]] const char *b,
         [[rpc::in, rpc::string, rpc::range(1, 9)]] char c[16], [[rpc::in, rpc::unique, rpc::size_is(n), rpc::disable_consistency_check]] int *d,
         [[rpc::in, rpc::string, rpc::max_is(n), rpc::range(1, 9)]] char16_t *e, [[rpc::in, rpc::size_is(n), rpc::string]] char f[][8],
         [[rpc::out, rpc::string]] char (*g)[8], [[rpc::in]] int *(*h)[3], [[rpc::in, rpc::length_is(n), rpc::range(0, 4)]] int i[4]);
void b14([[rpc::in]] noted *o, const always *n, [[rpc::in, rpc::size_is(**n)]] int *a);

// Unions.
void c1(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::in, rpc::switch_is(tag & 3)]] value *p, [[rpc::in]] tagged u[4]);
void c2([[rpc::in]] int *tag, [[rpc::in, rpc::out, rpc::switch_is(*tag)]] value &v,
        [[rpc::out, rpc::switch_is(*tag)]] value **p);
void c3(level n, bool y, char l, [[rpc::switch_is(n)]] named a, [[rpc::switch_is(y)]] yes b,
        [[rpc::switch_is(l)]] letter c);
void c4(level l, std::uint16_t u, int n, const std::int16_t *p, [[rpc::in]] std::int16_t &r, [[rpc::switch_is(l)]] narrow a,
        [[rpc::switch_is(u)]] narrow b, [[rpc::switch_is(n & 1)]] narrow c, [[rpc::switch_is(*p)]] narrow d,
        [[rpc::switch_is(r)]] narrow e, [[rpc::switch_is(n)]] named f, [[rpc::switch_is(1)]] narrow g);

// Values.
void d1(signed char a, unsigned char b, short c, long long d, float e, double f, char g, char16_t h, bool i,
        std::byte j, char8_t k, scoped l, wide m);
void d2([[rpc::range(0, 1)]] level c, [[rpc::in, rpc::range(0, 9)]] int *p, [[rpc::in, rpc::range(0, 9)]] int &r, count x);
void d3(pair<int> p, [[rpc::in]] pair<point> *q, initialised i);

// Pipes.
void d4(rpc::handle_t h, [[rpc::in]] rpc::pipe<point> &p, [[rpc::in, rpc::out, rpc::range(0, 9)]] rpc::pipe<count> &q,
        [[rpc::out]] rpc::pipe<wide> *r, [[rpc::out]] int *n, [[rpc::unique]] const text *t,
        [[rpc::out]] rpc::pipe<std::array<char16_t, 3>> &u, [[rpc::in]] rpc::pipe<pair<bool>> &s);

// Results.
open *e1();
[[rpc::string]] char *e2();
tagged e3();
[[rpc::unique]] point *e4();
level e5();
maybe e6();

}  // namespace accepted

[[rpc::stubs]];
