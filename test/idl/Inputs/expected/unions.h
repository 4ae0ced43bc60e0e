#ifndef UNIONS_H
#define UNIONS_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f312", 1, 0), rpc::ms_union]] unions {

union [[rpc::switch_type(std::uint32_t)]] VALUE {
  [[rpc::case(0)]] rpc::none none_0;
  [[rpc::case(1, 2)]] std::int64_t Number;
  [[rpc::case(3), rpc::string]] char* Text;
  [[rpc::default]] rpc::none none;
};

struct HOLDER {
  std::uint32_t Kind;
  [[rpc::switch_is(Kind)]] VALUE Value;
  std::int16_t Level;
  [[rpc::switch_is(Level & 0xff)]] union [[rpc::switch_type(std::int16_t)]] {
    [[rpc::case(1)]] std::int32_t One;
  } Other;
};

struct [[rpc::union_switch(Kind)]] CHOICE {
  std::int16_t Kind;
  union {
    [[rpc::case(1, 2)]] std::int32_t Number;
    [[rpc::case(3)]] rpc::none none_3;
    [[rpc::default]] char Letter;
  } body;
};

// The structure is known everywhere, and the union has no name.
struct _DEEP {
  std::int32_t Depth;
};

struct OUTER {
  std::int32_t Kind;
  [[rpc::switch_is(Kind)]] union {
    [[rpc::case(0)]] _DEEP Deep;
  } u;
};

void Set([[rpc::in]] HOLDER* holder, [[rpc::in]] CHOICE* choice, [[rpc::in]] OUTER* outer,
         [[rpc::in]] _DEEP* deep);

}  // namespace unions

[[rpc::stubs]];

#endif
