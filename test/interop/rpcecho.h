#ifndef RPCECHO_H
#define RPCECHO_H

#include <rpc/rpc.h>

/// Samba's test interface: what smbtorture's rpc.echo and impacket's tests call.
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0),
            rpc::pointer_default(unique)]] rpcecho {

struct info1 {
  std::uint8_t v;
};

struct info2 {
  std::uint16_t v;
};

struct info3 {
  std::uint32_t v;
};

struct info4 {
  std::int64_t v;
};

struct info5 {
  std::uint8_t v1;
  std::int64_t v2;
};

struct info6 {
  std::uint8_t v1;
  info1 inner;
};

struct info7 {
  std::uint8_t v1;
  info4 inner;
};

union [[rpc::switch_type(std::uint16_t)]] info {
  [[rpc::case(1)]] info1 level1;
  [[rpc::case(2)]] info2 level2;
  [[rpc::case(3)]] info3 level3;
  [[rpc::case(4)]] info4 level4;
  [[rpc::case(5)]] info5 level5;
  [[rpc::case(6)]] info6 level6;
  [[rpc::case(7)]] info7 level7;
};

enum class enum1 : std::uint16_t { one = 1, two = 2 };

enum class [[rpc::v1_enum]] enum1_32 : std::uint32_t { one = 1, two = 2 };

struct enum2 {
  enum1 e1;
  enum1_32 e2;
};

union [[rpc::switch_type(std::uint16_t)]] enum3 {
  [[rpc::case(enum1::one)]] enum1 e1;
  [[rpc::case(enum1::two)]] enum2 e2;
};

struct surrounding {
  std::uint32_t x;
  [[rpc::size_is(x)]] std::uint16_t zeros[1];
};

void add_one([[rpc::in]] std::uint32_t value, [[rpc::out]] std::uint32_t* result);

void echo_data([[rpc::in]] std::uint32_t size, [[rpc::in, rpc::size_is(size)]] std::uint8_t* data,
               [[rpc::out, rpc::size_is(size)]] std::uint8_t* result);

void sink_data([[rpc::in]] std::uint32_t size, [[rpc::in, rpc::size_is(size)]] std::uint8_t* data);

void source_data([[rpc::in]] std::uint32_t size,
                 [[rpc::out, rpc::size_is(size)]] std::uint8_t* data);

void test_call([[rpc::in, rpc::string]] char16_t* text,
               [[rpc::out, rpc::string]] char16_t** result);

std::uint32_t test_call2([[rpc::in]] std::uint16_t level,
                         [[rpc::out, rpc::switch_is(level)]] info* result);

std::uint32_t test_sleep([[rpc::in]] std::uint32_t seconds);

void test_enum([[rpc::in, rpc::out]] enum1* foo1, [[rpc::in, rpc::out]] enum2* foo2,
               [[rpc::in, rpc::out, rpc::switch_is(*foo1)]] enum3* foo3);

void test_surrounding([[rpc::in, rpc::out]] surrounding*& data);

std::uint16_t test_double_pointer([[rpc::in]] std::uint16_t*** data);

}  // namespace rpcecho

[[rpc::stubs]];

#endif
