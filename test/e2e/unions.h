#ifndef UNIONS_H
#define UNIONS_H

#include <rpc/none.h>
#include <rpc/rpc.h>

// Unions in every place that C++ and IDL have for them.

namespace [[rpc::interface("3d1f60aa-6c0f-4c2b-8a55-1f0c3f9a7e61", 1, 0),
            rpc::pointer_default(unique)]] unions {

enum class kind : std::uint16_t { nothing, number, text, row, name };

struct counted {
  std::uint32_t n;
  [[rpc::size_is(n)]] std::uint16_t* row;
};

union [[rpc::switch_type(kind), rpc::empty_case(kind::nothing)]] value {
  [[rpc::case(kind::number)]] std::int64_t number;
  [[rpc::case(kind::text), rpc::string]] char* text;
  [[rpc::case(kind::row)]] counted row;
  [[rpc::case(kind::name), rpc::string]] char16_t name[8];
};

// By value, through pointers of every class and references.
std::uint64_t by_value([[rpc::in]] kind k, [[rpc::in, rpc::switch_is(k)]] value v);
std::uint64_t by_reference([[rpc::in]] kind k, [[rpc::in, rpc::switch_is(k)]] const value& v);
std::uint64_t by_pointer([[rpc::in, rpc::unique, rpc::switch_is(k)]] const value* v,
                         [[rpc::in]] kind k);
void result([[rpc::in]] kind k, [[rpc::out, rpc::switch_is(k)]] value* v);
void chosen([[rpc::out]] kind* k, [[rpc::out, rpc::switch_is(*k)]] value& v);
void allocated([[rpc::out]] kind& k, [[rpc::out, rpc::switch_is(k)]] value** v);
void advance([[rpc::in, rpc::out]] kind* k, [[rpc::in, rpc::out, rpc::switch_is(*k)]] value* v);

// As a field, and behind a field; the discriminant of an unnamed union gives its type.
enum [[rpc::v1_enum]] shape { dot = -1, line = 70000 };
struct field_of_each {
  kind k;
  [[rpc::switch_is(k)]] value v;
  shape s;
  [[rpc::switch_is(s)]] union {
    [[rpc::case(dot)]] std::uint8_t octet;
    [[rpc::case(line)]] double real;
  } u;
  bool is_long;
  [[rpc::switch_is(is_long)]] union {
    [[rpc::case(false)]] std::int16_t shorter;
    [[rpc::case(true)]] std::int32_t longer;
  } length;
  char letter;
  [[rpc::switch_is(letter)]] union by_letter {
    [[rpc::case('a')]] std::uint8_t a;
    [[rpc::case(200)]] std::uint16_t high;
    [[rpc::default]] rpc::none other;
  } * l;
  std::int32_t low_bits;
  [[rpc::ref, rpc::switch_is(low_bits & 3)]] union [[rpc::switch_type(std::uint8_t)]] {
    [[rpc::case(0, 1)]] std::int32_t small;
    [[rpc::default]] std::int64_t large;
  } * masked;
};
void echo_fields([[rpc::in, rpc::out]] field_of_each* f);

// An arm that holds another union with its discriminant, and leads to more of its kind.
struct tree;
union [[rpc::switch_type(std::uint8_t)]] branch {
  [[rpc::case(0)]] field_of_each* leaf;
  [[rpc::case(1)]] tree* child;
};
struct tree {
  std::uint8_t is_tree;
  [[rpc::switch_is(is_tree)]] branch b;
};
std::uint32_t depth([[rpc::in]] const tree* t);

// Encapsulated: unnamed and named unions, by value, as pointees, elements and arms.
struct [[rpc::union_switch(level)]] info {
  std::uint8_t level;
  union {
    [[rpc::case(0)]] rpc::none nothing;
    [[rpc::case(1)]] std::int64_t number;
    [[rpc::case(2), rpc::string]] char* text;
  } u;
};
union [[rpc::ms_union]] either {
  [[rpc::case(kind::number)]] std::uint8_t octet;
  [[rpc::case(kind::row)]] info nested;
};
struct [[rpc::union_switch(k)]] choice {
  kind k;
  either u;
};
info next_info([[rpc::in]] info i);
void replace_info([[rpc::in, rpc::out]] info* i);
std::uint64_t sum_infos([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const info* all);
std::uint64_t of_choice([[rpc::in]] const choice& c, [[rpc::in, rpc::unique]] const info* more);

}  // namespace unions

namespace [[rpc::interface("3d1f60aa-6c0f-4c2b-8a55-1f0c3f9a7e62", 1, 0),
            rpc::ms_union]] unions_ms {

union [[rpc::switch_type(std::uint8_t)]] aligned {
  [[rpc::case(1)]] std::uint8_t octet;
  [[rpc::case(2)]] std::int64_t number;
};
void take([[rpc::in]] std::uint8_t tag, [[rpc::in, rpc::switch_is(tag)]] aligned u);

}  // namespace unions_ms

[[rpc::stubs]];

#endif
