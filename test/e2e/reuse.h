#ifndef REUSE_H
#define REUSE_H

#include <rpc/rpc.h>

#include <string_view>

// What a server may use where it was received, and what memory must be allocated for
// (server-stub-memory, "Memory Allocation for Inbound Data"): an operation for each case.
namespace [[rpc::interface("5b1d5c0e-7f2a-4b52-9d6e-2f3b8a9c4d10", 1, 0),
            rpc::pointer_default(unique)]] reuse {

struct value_pair {
  std::int32_t val;
  std::int32_t val2;
};
enum colour { red, green, blue };
enum [[rpc::v1_enum]] wide_colour { wide_red, wide_green };
struct coloured {
  std::int32_t value;
  colour tint;
};
struct measured_here {
  [[rpc::int3264]] std::size_t size;
};
struct with_cache {
  std::int32_t value;
  [[rpc::ignore]] void* cache;
};
struct trailing {
  std::int32_t value;
  std::int8_t last;
};
#pragma pack(push, 2)
struct complex_packed {
  char c;
  std::int32_t l;
  char c2;
};
#pragma pack(pop)
struct alignas(16) aligned {
  std::int64_t values[2];
};
struct flagged {
  bool a;
  bool b;
};
struct ranged {
  [[rpc::range(0, 9)]] std::int32_t digit;
};
struct holds_ranged {
  ranged inner;
};
struct celsius {
  std::int32_t degrees;
};
using temperature [[rpc::transmit_as(std::int32_t)]] = celsius;
struct measured {
  temperature at[2];
};
union [[rpc::switch_type(std::int32_t)]] number {
  [[rpc::case (1)]] std::int32_t whole;
  [[rpc::default]] float real;
};
struct holds_union {
  std::int32_t kind;
  [[rpc::switch_is(kind)]] number n;
};
struct grid {
  std::uint32_t rows;
  [[rpc::size_is(rows)]] std::int32_t cells[1][4];
};
struct with_tail {
  std::uint32_t count;
  [[rpc::size_is(count)]] std::int32_t tail[1];
};
struct byte_tail {
  std::uint32_t count;
  [[rpc::size_is(count)]] std::uint8_t tail[1];
};
struct with_pointer {
  std::int32_t l;
  std::int32_t* pl;
};
struct with_full_pointer {
  std::int32_t l;
  [[rpc::ptr]] std::int32_t* pl;
};
struct node {
  std::int32_t lSize;
  [[rpc::size_is(lSize)]] char* pData;
  node* pNext;
};
struct tree {
  std::int32_t value;
  tree* left;
  tree* right;
};
using mood [[rpc::transmit_as(wide_colour)]] = flagged;
using always [[rpc::ref]] = std::int32_t*;

}  // namespace reuse

template <>
struct rpc::wire_form<reuse::flagged> {
  static reuse::wide_colour to_wire(const reuse::flagged& value) {
    return value.a ? reuse::wide_green : reuse::wide_red;
  }
  static reuse::flagged from_wire(reuse::wide_colour wire) {
    return {wire == reuse::wide_green, false};
  }
};
template <>
struct rpc::wire_form<reuse::celsius> {
  static std::int32_t to_wire(const reuse::celsius& value) { return value.degrees; }
  static reuse::celsius from_wire(std::int32_t wire) { return {wire}; }
};

namespace reuse {

void process([[rpc::in]] const value_pair* in, [[rpc::out]] value_pair* out);
void varying([[rpc::in]] std::int32_t length,
             [[rpc::in, rpc::length_is(length)]] const std::int32_t v[4]);
void conformant_varying([[rpc::in]] std::int32_t size, [[rpc::in, rpc::out]] std::int32_t* length,
                        [[rpc::in, rpc::out, rpc::size_is(size),
                          rpc::length_is(*length)]] std::int32_t* v);
void sized_string([[rpc::in]] std::int32_t size,
                  [[rpc::in, rpc::size_is(size), rpc::string]] const char* v);
void fixed_string([[rpc::in, rpc::string]] const char v[8]);
void normal_string([[rpc::in, rpc::string]] const char* v);
void enumeration([[rpc::in]] const colour* v);
void wide_enumeration([[rpc::in]] const wide_colour* v);
void enumerations([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const colour* v);
void enumeration_field([[rpc::in]] const coloured* v);
void wide_integer([[rpc::in]] const measured_here* v);
void wide_integers([[rpc::in]] std::uint32_t n,
                   [[rpc::in, rpc::size_is(n)]] const measured_here* v);
void ignored_field([[rpc::in]] const with_cache* v);
void trailing_pad([[rpc::in]] const trailing* v);
void packed([[rpc::in]] const complex_packed* v);
void aligned_wide([[rpc::in]] const aligned* v);
void booleans([[rpc::in]] const flagged* v);
void range_field([[rpc::in]] const ranged* v);
void embedded_complex([[rpc::in]] const holds_ranged* v);
void complex_array([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const ranged* v);
void presented_elements([[rpc::in]] const measured* v);
void presented_enumeration([[rpc::in]] mood v);
void forced_view([[rpc::in, rpc::force_allocate]] const std::string_view& v);
void just_union([[rpc::in]] std::int32_t kind, [[rpc::in, rpc::switch_is(kind)]] const number* v);
void union_field([[rpc::in]] const holds_union* v);
void unions([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const holds_union* v);
void two_dimensions([[rpc::in]] const grid* v);
void conformant_tail([[rpc::in]] const with_tail* v);
void conformant_bytes([[rpc::in]] const byte_tail* v);
void pointer_field([[rpc::in]] const with_pointer* v);
void full_pointer_field([[rpc::in]] const with_full_pointer* v);
void unique_pointers([[rpc::in]] std::uint32_t n,
                     [[rpc::in, rpc::size_is(n)]] const std::int32_t** v);
void ref_pointer([[rpc::in]] always* v);
void ref_pointers([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] always* v);
void numbers([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const value_pair* v);
void bytes([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const std::uint8_t* v);
void hypers([[rpc::in, rpc::size_is(n)]] const std::int64_t* v, [[rpc::in]] std::uint32_t n);
void list([[rpc::in]] node* pIn, [[rpc::in, rpc::out]] node** pInOut, [[rpc::out]] node* pOut);
void binary_tree([[rpc::in]] const tree* v);

}  // namespace reuse

[[rpc::stubs]];

#endif
