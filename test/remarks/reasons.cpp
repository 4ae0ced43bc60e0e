// What becomes of the memory of each kind of parameter under both syntaxes, and why.
// RUN: %clang -fsyntax-only -fno-caret-diagnostics -fplugin-arg-rpcgen-remarks %s 2>&1 | FileCheck --implicit-check-not=remark: --implicit-check-not=warning: --implicit-check-not=error: %s
#include <rpc/rpc.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace [[rpc::interface("c1b0f3a2-6a7e-4d0f-9a3e-0c5d2f7b8e11", 1, 0), rpc::pointer_default(unique)]] i {

// Scalars.

enum short_one { a, b };
enum class two_bytes : std::uint16_t { c, d };
enum [[rpc::v1_enum]] wide { e, f };

void value([[rpc::in]] std::int32_t v);
// CHECK: remark: 'v' of 'i::value' needs no memory on NDR20 and NDR64: it is passed by value [remarks]
void number([[rpc::in]] const double *v);
// CHECK: remark: 'v' of 'i::number' reuses the received message on NDR20 and NDR64 [remarks]
void flag([[rpc::in]] const bool &v);
// CHECK: remark: 'v' of 'i::flag' reuses the received message on NDR20 and NDR64 [remarks]
void both([[rpc::in, rpc::out]] char16_t *v);
// CHECK: remark: 'v' of 'i::both' reuses the received message on NDR20 and NDR64 [remarks]
void result([[rpc::out]] std::int32_t *v);
// CHECK: remark: 'v' of 'i::result' allocates on NDR20 and NDR64: it is [out] only, and nothing is received for it [remarks]
void enum16([[rpc::in]] const short_one *v);
// CHECK: remark: 'v' of 'i::enum16' allocates on NDR20: '*v' is a 16-bit enumeration, 2 bytes on the wire and 4 in memory [remarks]
// CHECK: remark: 'v' of 'i::enum16' reuses the received message on NDR64 [remarks]
void enum_of_two_bytes([[rpc::in]] const two_bytes *v);
// CHECK: remark: 'v' of 'i::enum_of_two_bytes' reuses the received message on NDR20 [remarks]
// CHECK: remark: 'v' of 'i::enum_of_two_bytes' allocates on NDR64: '*v' is an enumeration, 4 bytes on the wire and 2 in memory [remarks]
void enum32([[rpc::in]] const wide *v);
// CHECK: remark: 'v' of 'i::enum32' reuses the received message on NDR20 and NDR64 [remarks]
void int3264([[rpc::in, rpc::int3264]] const std::size_t *v);
// CHECK: remark: 'v' of 'i::int3264' allocates on NDR20: '*v' is an int3264, 4 bytes on the wire and 8 in memory [remarks]
// CHECK: remark: 'v' of 'i::int3264' reuses the received message on NDR64 [remarks]
void ranged([[rpc::in, rpc::range(0, 9)]] const std::int32_t *v);
// CHECK: remark: 'v' of 'i::ranged' allocates on NDR20 and NDR64: '*v' has a range, and is read by itself [remarks]

// Structures. A note shows the field that decides.

struct plain { std::int32_t n; bool yes; std::int8_t three[3]; };
struct padded { std::int32_t n; std::int8_t last; };
struct holder { plain first; short_one e; };
#pragma pack(push, 2)
struct packed { char c; std::int32_t l; };
#pragma pack(pop)
struct alignas(16) aligned { std::int64_t n[2]; };
struct cached { std::int32_t n; [[rpc::ignore]] void *cache; };
struct named { [[rpc::string]] char name[8]; };
struct counted { std::int32_t used; [[rpc::length_is(used)]] std::int32_t items[4]; };
struct list { std::int32_t n; list *next; };
struct chain { [[rpc::range(0, 9)]] std::int32_t n; };
struct led { chain *next; };

void equal([[rpc::in]] const plain *v);
// CHECK: remark: 'v' of 'i::equal' reuses the received message on NDR20 and NDR64 [remarks]
void padding([[rpc::in]] const padded &v);
// CHECK: remark: 'v' of 'i::padding' allocates on NDR20: 'v' ends in padding, which does not travel: 5 bytes on the wire and 8 in memory [remarks]
// CHECK: remark: 'v' of 'i::padding' reuses the received message on NDR64 [remarks]
void nested([[rpc::in]] const holder *v);
// CHECK: remark: 'v' of 'i::nested' allocates on NDR20: 'v->e' is a 16-bit enumeration, 2 bytes on the wire and 4 in memory [remarks]
// CHECK-NEXT: :[[#@LINE-19]]:{{.*}} note: declared here
// CHECK: remark: 'v' of 'i::nested' reuses the received message on NDR64 [remarks]
void pack([[rpc::in]] const packed *v);
// CHECK: remark: 'v' of 'i::pack' allocates on NDR20 and NDR64: '*v' is packed, or aligned otherwise than its fields [remarks]
void align([[rpc::in]] const aligned *v);
// CHECK: remark: 'v' of 'i::align' allocates on NDR20 and NDR64: '*v' is aligned to 8 bytes on the wire and to 16 in memory [remarks]
void ignored([[rpc::in]] const cached *v);
// CHECK: remark: 'v' of 'i::ignored' allocates on NDR20 and NDR64: 'v->cache' is ignored: its value does not travel [remarks]
// CHECK-NEXT: note: declared here
void fixed_text([[rpc::in]] const named *v);
// CHECK: remark: 'v' of 'i::fixed_text' allocates on NDR20 and NDR64: 'v->name' is a string in an array of fixed size [remarks]
// CHECK-NEXT: note: declared here
void part([[rpc::in]] const counted *v);
// CHECK: remark: 'v' of 'i::part' allocates on NDR20 and NDR64: 'v->items' is a varying array [remarks]
// CHECK-NEXT: note: declared here
void linked([[rpc::in]] const list *v);
// CHECK: remark: 'v' of 'i::linked' allocates on NDR20: 'v->next' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'v' of 'i::linked' reuses the received message on NDR64 [remarks]
void deeper([[rpc::in]] const led *v);
// CHECK: remark: 'v' of 'i::deeper' allocates on NDR20: 'v->next' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'v' of 'i::deeper' allocates in part on NDR64: 'v->next->n' has a range, and is read by itself [remarks]
// CHECK-NEXT: note: declared here
void deepest([[rpc::in]] const led **v);
// CHECK: remark: 'v' of 'i::deepest' allocates on NDR20: '*v' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK: remark: 'v' of 'i::deepest' allocates in part on NDR64: '(*v)->next->n' has a range, and is read by itself [remarks]
// CHECK-NEXT: note: declared here
void by_value([[rpc::in]] plain v);
// CHECK: remark: 'v' of 'i::by_value' needs no memory on NDR20 and NDR64: it is passed by value [remarks]
void leading([[rpc::in]] list v);
// CHECK: remark: 'v' of 'i::leading' allocates on NDR20: 'v.next->next' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'v' of 'i::leading' reuses the received message on NDR64 [remarks]

// Structures that end in an array.

struct tail { std::uint32_t n; [[rpc::size_is(n)]] std::int32_t items[1]; };
struct bytes { std::uint32_t n; [[rpc::size_is(n)]] std::uint8_t items[1]; };
struct open { std::uint32_t n; [[rpc::size_is(n)]] std::int32_t items[]; };
struct gap { std::int64_t big; std::uint8_t n; [[rpc::size_is(n)]] std::uint8_t items[1]; };
struct around { std::int64_t big; struct bytes last; };
struct around_gap { std::uint8_t n; struct gap last; };
struct around_open { std::uint8_t n; struct open last; };
struct grid { std::uint32_t rows; [[rpc::size_is(rows)]] std::int32_t cells[1][4]; };
struct text { std::uint32_t n; [[rpc::size_is(n), rpc::string]] char s[1]; };

void ends([[rpc::in]] const tail *v);
// CHECK: remark: 'v' of 'i::ends' reuses the received message on NDR20 and NDR64, unless 'v->items' is empty [remarks]
void ends_in_bytes([[rpc::in]] const bytes *v);
// CHECK: remark: 'v' of 'i::ends_in_bytes' reuses the received message on NDR20 and NDR64, unless 'v->items' has fewer than 4 elements [remarks]
void ends_open([[rpc::in]] const open *v);
// CHECK: remark: 'v' of 'i::ends_open' reuses the received message on NDR20 and NDR64 [remarks]
void has_a_gap([[rpc::in]] const gap *v);
// CHECK: remark: 'v' of 'i::has_a_gap' reuses the received message on NDR20, unless 'v->items' has fewer than 7 elements [remarks]
// CHECK: remark: 'v' of 'i::has_a_gap' allocates on NDR64: 'v->items' begins at byte 16 of the structure on the wire and at byte 9 in memory [remarks]
// CHECK-NEXT: :[[#@LINE-16]]:{{.*}} note: declared here
void nests([[rpc::in]] const around *v);
// CHECK: remark: 'v' of 'i::nests' reuses the received message on NDR20, unless 'v->last.items' has fewer than 4 elements [remarks]
// CHECK: remark: 'v' of 'i::nests' allocates on NDR64: 'v->last.items' begins at byte 16 of the structure on the wire and at byte 12 in memory [remarks]
// CHECK-NEXT: :[[#@LINE-22]]:{{.*}} note: declared here
void nests_a_gap([[rpc::in]] const around_gap *v);
// CHECK: remark: 'v' of 'i::nests_a_gap' reuses the received message on NDR20, unless 'v->last.items' has fewer than 7 elements [remarks]
// CHECK: remark: 'v' of 'i::nests_a_gap' allocates on NDR64: 'v->last.items' begins at byte 16 of the structure on the wire and at byte 9 in memory [remarks]
// CHECK-NEXT: :[[#@LINE-24]]:{{.*}} note: declared here
void nests_open([[rpc::in]] const around_open *v);
// CHECK: remark: 'v' of 'i::nests_open' reuses the received message on NDR20 and NDR64 [remarks]
void two_dimensions([[rpc::in]] const grid *v);
// CHECK: remark: 'v' of 'i::two_dimensions' allocates on NDR20 and NDR64: 'v->cells' is a conformant array of more than one dimension [remarks]
// CHECK-NEXT: :[[#@LINE-25]]:{{.*}} note: declared here
void sized_end([[rpc::in]] const text *v);
// CHECK: remark: 'v' of 'i::sized_end' allocates on NDR20 and NDR64: 'v->s' is a string with size_is [remarks]
// CHECK-NEXT: :[[#@LINE-27]]:{{.*}} note: declared here

// Arrays and strings.

using always [[rpc::ref]] = std::int32_t *;

void array([[rpc::in]] const std::int32_t v[4]);
// CHECK: remark: 'v' of 'i::array' reuses the received message on NDR20 and NDR64 [remarks]
void sized([[rpc::in, rpc::size_is(4)]] const plain *v);
// CHECK: remark: 'v' of 'i::sized' reuses the received message on NDR20 and NDR64 [remarks]
void complex([[rpc::in, rpc::size_is(4)]] const holder *v);
// CHECK: remark: 'v' of 'i::complex' allocates on NDR20: 'v[].e' is a 16-bit enumeration, 2 bytes on the wire and 4 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'v' of 'i::complex' reuses the received message on NDR64 [remarks]
void varying([[rpc::in, rpc::length_is(2)]] const std::int32_t v[4]);
// CHECK: remark: 'v' of 'i::varying' allocates on NDR20 and NDR64: 'v' is a varying array [remarks]
void conformant_varying([[rpc::in, rpc::size_is(4), rpc::length_is(2)]] const std::int32_t *v);
// CHECK: remark: 'v' of 'i::conformant_varying' allocates on NDR20 and NDR64: 'v' is a varying array [remarks]
void string([[rpc::in, rpc::string]] const char *v);
// CHECK: remark: 'v' of 'i::string' reuses the received message on NDR20 and NDR64 [remarks]
void sized_string([[rpc::in, rpc::string, rpc::size_is(8)]] const char *v);
// CHECK: remark: 'v' of 'i::sized_string' allocates on NDR20 and NDR64: 'v' is a string with size_is [remarks]
void fixed_string([[rpc::in, rpc::string]] const char v[8]);
// CHECK: remark: 'v' of 'i::fixed_string' allocates on NDR20 and NDR64: 'v' is a string in an array of fixed size [remarks]
void unique_pointers([[rpc::in, rpc::size_is(4)]] const std::int32_t **v);
// CHECK: remark: 'v' of 'i::unique_pointers' allocates in part on NDR20: 'v[]' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK: remark: 'v' of 'i::unique_pointers' reuses the received message on NDR64 [remarks]
void ref_pointer([[rpc::in]] always *v);
// CHECK: remark: 'v' of 'i::ref_pointer' allocates in part on NDR20: '*v' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK: remark: 'v' of 'i::ref_pointer' reuses the received message on NDR64 [remarks]
void ref_pointers([[rpc::in, rpc::size_is(4)]] always *v);
// CHECK: remark: 'v' of 'i::ref_pointers' allocates in part on NDR20 and NDR64: 'v' is an array of ref pointers [remarks]
void table([[rpc::in]] const always v[2]);
// CHECK: remark: 'v' of 'i::table' allocates in part on NDR20 and NDR64: 'v' is an array of ref pointers [remarks]

// Unions and presented types.

union [[rpc::switch_type(std::int32_t)]] choice {
  [[rpc::case(1)]] std::int32_t whole;
  [[rpc::default]] float real;
};
struct chosen { std::int32_t kind; [[rpc::switch_is(kind)]] choice what; };
struct [[rpc::union_switch(kind)]] both_in_one { std::int32_t kind; choice what; };
struct celsius { std::int32_t degrees; };
using temperature [[rpc::transmit_as(std::int32_t)]] = celsius;
using colour [[rpc::transmit_as(wide)]] = plain;

void choose([[rpc::in]] std::int32_t v, [[rpc::in, rpc::switch_is(v)]] const choice &w);
// CHECK: remark: 'v' of 'i::choose' needs no memory on NDR20 and NDR64: it is passed by value [remarks]
// CHECK: remark: 'w' of 'i::choose' allocates on NDR20 and NDR64: 'w' is a union, of which one arm travels [remarks]
void holds_union([[rpc::in, rpc::size_is(2)]] const chosen *v);
// CHECK: remark: 'v' of 'i::holds_union' allocates on NDR20 and NDR64: 'v[].what' is a union, of which one arm travels [remarks]
// CHECK-NEXT: :[[#@LINE-11]]:{{.*}} note: declared here
void encapsulated([[rpc::in]] const both_in_one *v);
// CHECK: remark: 'v' of 'i::encapsulated' allocates on NDR20 and NDR64: '*v' is a union, of which one arm travels [remarks]
void presented([[rpc::in]] const temperature *v);
// CHECK: remark: 'v' of 'i::presented' allocates on NDR20 and NDR64: '*v' is made by the program of what travels [remarks]
void presented_value([[rpc::in]] temperature v);
// CHECK: remark: 'v' of 'i::presented_value' needs no memory on NDR20 and NDR64: it is passed by value [remarks]
void checked_value([[rpc::in]] colour v);
// CHECK: remark: 'v' of 'i::checked_value' allocates on NDR20 and NDR64: 'v' is made by the program of what travels [remarks]

// Attributes.

void forced([[rpc::in, rpc::force_allocate]] const list *v);
// CHECK: remark: 'v' of 'i::forced' allocates on NDR20: '*v' is the pointee of a pointer with force_allocate [remarks]
// CHECK: remark: 'v' of 'i::forced' allocates in part on NDR64: '*v' is the pointee of a pointer with force_allocate [remarks]
void all_nodes([[rpc::in, rpc::allocate(all_nodes)]] const list *v);
// CHECK: remark: 'v' of 'i::all_nodes' allocates on NDR20 and NDR64: '*v' is the pointee of a pointer with allocate(all_nodes) [remarks]
void kept([[rpc::in, rpc::allocate(dont_free)]] const list *v);
// CHECK: remark: 'v' of 'i::kept' allocates on NDR20 and NDR64: '*v' is the pointee of a pointer with allocate(dont_free) [remarks]
void single_node([[rpc::in, rpc::allocate(single_node)]] const plain *v);
// CHECK: remark: 'v' of 'i::single_node' reuses the received message on NDR20 and NDR64 [remarks]

// The standard library.

struct person { std::string name; };
struct shelf { std::array<std::int32_t, 4> rows; };
using number_or_text = std::variant<std::int32_t, std::string>;

void std_string([[rpc::in]] const std::string &v);
// CHECK: remark: 'v' of 'i::std_string' allocates on NDR20 and NDR64: 'v' is a std::string, which owns its characters [remarks]
void std_string_value(std::string v);
// CHECK: remark: 'v' of 'i::std_string_value' allocates on NDR20 and NDR64: 'v' is a std::string, which owns its characters [remarks]
void std_string_view(std::string_view v);
// CHECK: remark: 'v' of 'i::std_string_view' reuses the received message on NDR20 and NDR64 [remarks]
void std_vector([[rpc::in]] const std::vector<std::int32_t> &v);
// CHECK: remark: 'v' of 'i::std_vector' allocates on NDR20 and NDR64: 'v' is a std::vector, which owns its elements [remarks]
void std_span(std::span<const std::int32_t> v);
// CHECK: remark: 'v' of 'i::std_span' reuses the received message on NDR20 and NDR64 [remarks]
void std_span_of_enum(std::span<const short_one> v);
// CHECK: remark: 'v' of 'i::std_span_of_enum' allocates on NDR20: 'v[]' is a 16-bit enumeration, 2 bytes on the wire and 4 in memory [remarks]
// CHECK: remark: 'v' of 'i::std_span_of_enum' reuses the received message on NDR64 [remarks]
void std_array([[rpc::in]] const std::array<plain, 2> &v);
// CHECK: remark: 'v' of 'i::std_array' reuses the received message on NDR20 and NDR64 [remarks]
void std_array_field([[rpc::in]] const shelf &v);
// CHECK: remark: 'v' of 'i::std_array_field' reuses the received message on NDR20 and NDR64 [remarks]
void std_optional([[rpc::in]] const std::optional<std::int32_t> &v);
// CHECK: remark: 'v' of 'i::std_optional' allocates on NDR20 and NDR64: 'v' is a std::optional, which is a pointer on the wire [remarks]
void std_optional_value(std::optional<std::int32_t> v);
// CHECK: remark: 'v' of 'i::std_optional_value' needs no memory on NDR20 and NDR64: it is passed by value [remarks]
void std_unique_ptr([[rpc::in]] const std::unique_ptr<plain> &v);
// CHECK: remark: 'v' of 'i::std_unique_ptr' allocates on NDR20 and NDR64: 'v' is a std::unique_ptr, which owns its pointee [remarks]
void std_shared_ptr([[rpc::in]] const std::shared_ptr<plain> &v);
// CHECK: remark: 'v' of 'i::std_shared_ptr' allocates on NDR20 and NDR64: 'v' is a std::shared_ptr, which owns its pointee [remarks]
void std_variant([[rpc::in]] const number_or_text &v);
// CHECK: remark: 'v' of 'i::std_variant' allocates on NDR20 and NDR64: 'v' is a std::variant, of which one alternative travels [remarks]
void std_field([[rpc::in]] const person &v);
// CHECK: remark: 'v' of 'i::std_field' allocates on NDR20 and NDR64: 'v.name' is a std::string, which owns its characters [remarks]
// CHECK-NEXT: note: declared here

// What is no memory, and what such parameters do to others.

using session [[rpc::context_handle(forget)]] = void *;
void forget [[rpc::local]] (session left);

void context([[rpc::in]] session v, [[rpc::in]] const list *w);
// CHECK: remark: 'v' of 'i::context' needs no memory on NDR20 and NDR64: it is a context handle [remarks]
// CHECK: remark: 'w' of 'i::context' allocates on NDR20: 'w->next' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'w' of 'i::context' reuses the received message on NDR64 [remarks]
void replaced([[rpc::in, rpc::out]] session *v);
// CHECK: remark: 'v' of 'i::replaced' allocates on NDR20 and NDR64: '*v' is a context handle, 20 bytes on the wire and 8 in memory [remarks]
void waits([[rpc::in]] session v, [[rpc::in, rpc::ptr]] const list *w, [[rpc::in]] const plain *x);
// CHECK: remark: 'v' of 'i::waits' needs no memory on NDR20 and NDR64: it is a context handle [remarks]
// CHECK: remark: 'w' of 'i::waits' allocates on NDR20: 'w->next' is a pointer, 4 bytes on the wire and 8 in memory [remarks]
// CHECK-NEXT: note: declared here
// CHECK: remark: 'w' of 'i::waits' reuses the received message on NDR64 [remarks]
// CHECK: remark: 'x' of 'i::waits' reuses the received message on NDR20 and NDR64 [remarks]
void piped([[rpc::in]] rpc::pipe<std::uint8_t> &v, [[rpc::in]] const plain *w);
// CHECK: remark: 'v' of 'i::piped' needs no memory on NDR20 and NDR64: it is a pipe, whose elements pass as they come [remarks]
// CHECK: remark: 'w' of 'i::piped' allocates on NDR20 and NDR64: '*w' is read as it arrives, because the operation has pipes [remarks]
void reseated([[rpc::in, rpc::out]] plain *&v);
// CHECK: remark: 'v' of 'i::reseated' allocates in part on NDR20 and NDR64: 'v' refers to a pointer, which does not travel [remarks]
void addressed(rpc::handle_t v);
// CHECK: remark: 'v' of 'i::addressed' needs no memory on NDR20 and NDR64: it does not travel [remarks]
void away [[rpc::local]] (std::int32_t *v);

}

template <> struct rpc::wire_form<i::celsius> {
  static std::int32_t to_wire(const i::celsius &c) { return c.degrees; }
  static i::celsius from_wire(std::int32_t n) { return {n}; }
};
template <> struct rpc::wire_form<i::plain> {
  static i::wide to_wire(const i::plain &) { return i::e; }
  static i::plain from_wire(i::wide) { return {}; }
};

[[rpc::stubs]];
