#ifndef PACKED_H
#define PACKED_H

#include <rpc/rpc.h>

// Types as Windows headers have them: packed to one byte, and over-aligned.
namespace [[rpc::interface("7d3f1c52-0b0e-4a39-8a4e-6f3c62f0a1d5", 1, 0),
            rpc::pointer_default(unique)]] packed {

struct plain {
  std::int8_t small;
  std::int64_t large;
};

#pragma pack(push, 1)
struct leaf {
  char c;
  std::int32_t* number;
};
union [[rpc::switch_type(std::uint8_t)]] choice {
  [[rpc::case(1)]] std::int64_t large;
  [[rpc::case(2)]] leaf* more;
};
struct entry {
  std::uint8_t count;
  [[rpc::size_is(count * 2)]] std::int32_t* numbers;
  [[rpc::string]] char16_t* name;
  leaf leaves[2];
  std::int16_t* shorts[2];
  plain values[2];
  std::uint8_t tag;
  [[rpc::switch_is(tag)]] choice chosen;
  entry* next;
};
struct open {
  std::uint8_t kind;
  std::uint32_t count;
  [[rpc::size_is(count)]] std::uint32_t elements[1];
};
struct answer {
  char c;
  [[rpc::ref]] std::int32_t* number;
};
#pragma pack(pop)

struct alignas(16) aligned {
  std::int32_t value;
};

// Adds one to every number that it finds.
void increment([[rpc::in, rpc::out]] entry* e);
std::uint32_t sum([[rpc::in]] const open* o);
void ask([[rpc::in]] std::int32_t number, [[rpc::out]] answer* a);
void twice([[rpc::in]] const aligned* from, [[rpc::out]] aligned** to);

}  // namespace packed

[[rpc::stubs]];

#endif
