// RUN: %clang -fsyntax-only -ferror-limit=0 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: not %clang -fsyntax-only %s 2>&1 | FileCheck %s
#include "Inputs/warnings.h"
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using std::uint8_t, std::uint16_t, std::uint32_t, std::uint64_t;
struct item { int value; };
struct user { int id; };
struct options { int level; };
struct node { int value; node *next; };
struct tree { uint32_t size; tree *children; }; // expected-warning {{field 'children'}}
using bytes = const uint8_t *;
using count = uint32_t;

// CHECK: warning: [in] parameter 'data' is exactly one 'const std::uint8_t', and 'size' looks like its size [size-missing]
// CHECK: note: write '{{\[\[}}rpc::size_is(size)]]' before it
// CHECK: note: if it is one, pass it by reference
void a1([[rpc::in]] const std::uint8_t *data, uint32_t size); // expected-warning {{[in] parameter 'data' is exactly one 'const std::uint8_t', and 'size' looks like its size [size-missing]}}
void a2(uint32_t n, const std::int64_t *values);         // expected-warning {{'values'}}
void a3(const std::byte *payload, uint64_t length);      // expected-warning {{'payload'}}
void a4(bytes key, count len);                           // expected-warning {{'key'}}
void a5(const uint16_t *name, uint32_t name_len);        // expected-warning {{'name'}}
void a6(const uint8_t *pbData, uint32_t cbData);         // expected-warning {{'pbData'}}
void a7(const item *items, uint32_t num_items);          // expected-warning {{'items'}}
void a8(const item *pItems, uint32_t dwItemCount);       // expected-warning {{'pItems'}}
void a9(const user *users, uint32_t nUsers);             // expected-warning {{'users'}}
void a10(const user *first, int userCount);              // expected-warning {{'first'}}
void a11(const item *list, uint32_t NumberOfItems);      // expected-warning {{'list'}}
void a12(const double *x, uint32_t n);                   // expected-warning {{'x'}}
void a13(const uint8_t *datap, int namelen, const uint16_t *name); // expected-warning {{'name'}}
void a14(const uint32_t *ids, int nids);                 // expected-warning {{'ids'}}
void a15(const uint8_t *data1, uint32_t size1, const uint8_t *data2, uint32_t size2); // expected-warning {{'size1' looks}} expected-warning {{'size2' looks}}
void a16([[rpc::string]] const char *const *names, uint32_t count); // expected-warning {{'names'}}
void a17(const item *const *entries, uint32_t cEntries); // expected-warning {{'entries'}}
void a18(const uint8_t *data, const uint32_t *size, const uint32_t &n, uint32_t m); // expected-warning {{'data'}}
void a19(const uint32_t *lengths, uint32_t count);       // expected-warning {{'lengths'}}
void a20(const uint8_t *secret, uint32_t secretLength, uint32_t flags); // expected-warning {{'secret'}}
void a21(const tree *trees, uint32_t count);             // expected-warning {{'trees'}}
void a22(const uint8_t *in, uint32_t inlen, const uint8_t *key, uint32_t cbkey); // expected-warning {{'inlen' looks}} expected-warning {{'cbkey' looks}}
void a23([[rpc::size_is(na)]] const int *a, int na, const int *b, int nb); // expected-warning {{'b'}}
void a24(const double *xs, uint32_t num);                // expected-warning {{'xs'}}
void a25(const uint8_t *secret, uint32_t secret_length_bytes, const item *items, uint32_t max_num_items); // expected-warning {{'secret'}} expected-warning {{'items'}}
void a26([[rpc::size_is(n)]] const int *keys, const int *values, int n); // expected-warning {{'n' looks}}
struct columns { uint32_t count; [[rpc::size_is(count)]] int *keys; item *rows; }; // expected-warning {{field 'rows'}}
void a27(const columns *c);

// CHECK: 'all_items' returns is exactly one 'tested::item', and 'count' looks
// CHECK: note: write '{{\[\[}}rpc::size_is(*count)]]'
item *all_items([[rpc::out]] uint32_t *count, const item *unused); // expected-warning {{'count' looks like its size}}
// CHECK: [out] parameter 'items' is
// CHECK: note: write '{{\[\[}}rpc::size_is(, *count)]]'
// CHECK: note: if it is one, write '{{\[\[}}rpc::suppress("size-missing")]]'
void b2([[rpc::out]] item **items, [[rpc::out]] uint32_t *count);  // expected-warning {{'items'}}
void b3([[rpc::out]] item **entries, [[rpc::out]] uint32_t &entries_read); // expected-warning {{'entries'}}
void b4([[rpc::out]] uint8_t *buffer, uint32_t buffer_size);       // expected-warning {{'buffer'}}
void b5([[rpc::in, rpc::out]] uint8_t *buf, [[rpc::in, rpc::out]] uint32_t *bufsize); // expected-warning {{'buf'}}
void b6([[rpc::out]] char *text, uint32_t text_size);              // expected-warning {{'text'}}
void b7([[rpc::out]] item *items, uint32_t max_items);             // expected-warning {{'items'}}
void b8([[rpc::out]] item *&items, [[rpc::out]] uint32_t &count);  // expected-warning {{'items'}}
// CHECK: note: write '{{\[\[}}rpc::size_is(cbValues / sizeof(std::uint32_t))]]'
void b9([[rpc::out]] std::uint32_t *values, uint32_t cbValues);         // expected-warning {{'values'}}

struct blob { uint32_t cbData; uint8_t *pbData; };                 // expected-warning {{field 'pbData'}}
struct table { uint16_t count; item *entries; };                   // expected-warning {{field 'entries'}}
struct vector { item *data; uint64_t size, capacity; };            // expected-warning {{field 'data'}}
struct tail { uint32_t length; uint8_t data[1]; };                 // expected-warning {{field 'data'}}
void b10(const blob *a, const table &b, const vector &c, const tail *d, const tree *e);

// Silent: what has its size, or is no pointer.
void c1(uint32_t n, [[rpc::size_is(n)]] const uint8_t *data, [[rpc::out]] uint32_t *needed);
void c2(std::span<const uint8_t> data, uint32_t size, const std::vector<int> &values, uint32_t count, const item &items);
void c3([[rpc::string]] const char16_t *name, uint32_t name_length, const uint8_t hash[16], uint32_t hash_size);
void c4(uint32_t n, [[rpc::max_is(n - 1)]] const int *values, const uint8_t *mark, uint32_t flags);
struct counted { uint16_t length, size; [[rpc::size_is(size / 2), rpc::length_is(length / 2)]] char16_t *buffer; };
void c5(const counted *c, uint32_t bytes);

// Silent: what is one.
void d1(const options *options, uint32_t size);
void d2(const item *by, uint32_t times);
void d3(uint32_t n, [[rpc::out]] uint32_t *result);
void d4([[rpc::string]] const char *s, [[rpc::out]] uint32_t *length);
void d5(uint32_t id, [[rpc::unique]] const uint32_t *maximum_count, [[rpc::out]] uint32_t *count);
void d6(uint32_t cbBuf, [[rpc::out]] uint32_t *pcbNeeded, [[rpc::out]] uint32_t *pcReturned);
void d19([[rpc::out]] uint32_t *pcbEnumValues, [[rpc::out]] uint32_t *pnEnumValues);
void d7(const uint8_t *key, uint32_t flags, uint32_t timeout, uint32_t serial_number);
void d8(const user *user, uint32_t font_size);
void d9(const item *item, uint32_t item_size);
void d10([[rpc::unique]] const uint64_t *offset, uint32_t length);
void d11(const node *nodes, uint32_t count, [[rpc::in, rpc::out]] node **list);
void d18(int a, const uint32_t *b, uint32_t c, int d);
void d12(uint32_t n, [[rpc::out]] uint8_t *enabled, [[rpc::out]] uint32_t *status, [[rpc::out]] uint32_t *flags);
void d13(const uint8_t *level, [[rpc::out]] uint32_t *count);
void d14([[rpc::out]] item **found, uint32_t index, uint32_t number_of_tries);
void d15([[rpc::suppress("size-missing")]] const uint8_t *data, uint32_t size);
void d16(uint32_t count, [[rpc::out]] uint64_t *seconds, [[rpc::out]] uint32_t *bytes_read);
struct list { uint32_t count; node *head; };
struct window { uint32_t size; item *position; uint32_t width, *height; };
void d20(uint32_t n, [[rpc::size_is(n)]] const item *items, [[rpc::out]] uint32_t *errors, const options *options, const item *least);
void d21(const uint32_t *o, uint32_t no_wait, const item *by, uint32_t nobody);
void d17(const list *l, const window *w);
}

[[rpc::stubs]];
