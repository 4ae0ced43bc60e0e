#ifndef WINDOWS_H
#define WINDOWS_H

#include <rpc/none.h>
#include <rpc/rpc.h>

// Calls that real Windows peers made, as this project declares them. windows_captures.h has their
// bytes.

namespace [[rpc::interface("0e2a4b6c-94f7-4b0c-8a53-9f1d7c5e2b10", 1, 0),
            rpc::pointer_default(unique)]] windows {

struct extensions {
  [[rpc::range(1, 10000)]] std::int32_t count;
  [[rpc::size_is(count)]] char bytes[1];
};

std::int32_t drs_extensions([[rpc::out]] extensions** result);

union [[rpc::switch_type(char)]] char_by_char {
  [[rpc::case (1)]] char c;
};

std::int32_t union_align_02([[rpc::in]] char tag, [[rpc::in, rpc::switch_is(tag)]] char_by_char u);

union [[rpc::switch_type(std::int32_t)]] char_by_long {
  [[rpc::case (1)]] char c;
};

std::int32_t union_align_04([[rpc::in]] std::int32_t tag, [[rpc::in]] char v,
                            [[rpc::in, rpc::switch_is(tag)]] char_by_long u);

union [[rpc::switch_type(char)]] long_by_char {
  [[rpc::case (1)]] std::int32_t c;
};

std::int32_t union_align_06([[rpc::in]] char tag, [[rpc::in, rpc::switch_is(tag)]] long_by_char u);

enum level { zero = 0, one = 1, two = 2, four = 4, eight = 8 };

union [[rpc::switch_type(char)]] any_by_char {
  [[rpc::case (0)]] rpc::none nothing;
  [[rpc::case (1)]] char c;
  [[rpc::case (2)]] std::int16_t s;
  [[rpc::case (4)]] std::int32_t l;
  [[rpc::case (8)]] std::int64_t h;
};

std::int32_t union_align_08([[rpc::in]] char tag, [[rpc::in, rpc::switch_is(tag)]] any_by_char u);

union [[rpc::switch_type(level)]] any_by_level {
  [[rpc::case (zero)]] rpc::none nothing;
  [[rpc::case (one)]] char c;
  [[rpc::case (two)]] std::int16_t s;
  [[rpc::case (four)]] std::int32_t l;
  [[rpc::case (eight)]] std::int64_t h;
};

std::int32_t union_align_12([[rpc::in]] level tag, [[rpc::in, rpc::switch_is(tag)]] any_by_level u);

std::int32_t union_align_14([[rpc::in]] level tag, [[rpc::in, rpc::switch_is(tag)]] any_by_level u,
                            [[rpc::in]] char c);

struct tagged {
  level tag;
  [[rpc::switch_is(tag)]] any_by_level u;
};

void union_align_16([[rpc::in]] level* tag, [[rpc::in, rpc::switch_is(*tag)]] any_by_level u,
                    [[rpc::out]] tagged* result, [[rpc::in, rpc::out]] char* c);

union [[rpc::switch_type(level), rpc::ms_union]] ms_any_by_level {
  [[rpc::case (zero)]] rpc::none nothing;
  [[rpc::case (one)]] char c;
  [[rpc::case (two)]] std::int16_t s;
  [[rpc::case (four)]] std::int32_t l;
  [[rpc::case (eight)]] std::int64_t h;
};

void union_align_18([[rpc::in]] level* tag, [[rpc::in, rpc::switch_is(*tag)]] ms_any_by_level u,
                    [[rpc::out]] tagged* result, [[rpc::in, rpc::out]] char* c);

enum [[rpc::v1_enum]] wide { value1 = -1 };

std::int32_t v1_enum_01([[rpc::in]] wide v);

std::int32_t fixed_size_in_array([[rpc::in]] std::int32_t a[2]);

struct strings {
  std::int32_t count;
  [[rpc::size_is(count), rpc::string]] char* values[1];
};

std::int32_t strings_array([[rpc::in]] strings* s);

}  // namespace windows

namespace
    [[rpc::interface("7f0b1a52-3d4e-4c69-b1f8-2c6d9e8a4f37", 1, 0), rpc::ms_union]] windows_ms {

union [[rpc::switch_type(std::int32_t)]] any_by_long {
  [[rpc::case (0)]] rpc::none nothing;
  [[rpc::case (1)]] char c;
  [[rpc::case (2)]] std::int16_t s;
  [[rpc::case (4)]] std::int32_t l;
  [[rpc::case (8)]] std::int64_t h;
};

std::int32_t union_align_10([[rpc::in]] windows::level tag,
                            [[rpc::in, rpc::switch_is(tag)]] any_by_long u);

}  // namespace windows_ms

[[rpc::stubs]];

#endif
