#ifndef AWKWARD_H
#define AWKWARD_H

#include <rpc/rpc.h>

// Names that generated code, the library and the standard library use too, in a namespace that
// hides both of the latter.

namespace app {

namespace [[rpc::interface("5f0e61c5-2b3b-4d7c-8f1a-6a0c2e9d7b31", 1, 0),
            rpc::pointer_default(unique)]] rpc {

enum interface : std::uint16_t { type, tag };

struct std {
  ::std::int32_t value;
};

struct call {
  ::std::int32_t type;
  ::std::int32_t members;
  ::std::int32_t call;
  [[rpc::size_is(type)]] ::std::int32_t* self;
  ::std::int32_t checked;
};

union [[rpc::switch_type(interface)]] ndr {
  [[rpc::case(type)]] ::std::int32_t arms;
  [[rpc::case(tag)]] std cases;
};

struct operation {
  interface tag;
  [[rpc::switch_is(tag)]] ndr layout;
};

void value([[rpc::in]] ::std::int32_t value, [[rpc::in]] std interface,
           [[rpc::in, rpc::out]] call* call);
::std::int32_t request([[rpc::in]] ::std::int32_t to, [[rpc::in]] ::std::int32_t c,
                       [[rpc::in]] ::std::int32_t self, [[rpc::in]] ::std::int32_t peer);
void result([[rpc::in]] ::std::int32_t return_value, [[rpc::out]] ::std::int32_t* result);
::std::int32_t return_value([[rpc::in]] ::std::int32_t return_value);
void ndr_names([[rpc::in]] ::std::int32_t opnum, [[rpc::in]] ::std::int32_t name,
               [[rpc::in]] ::std::int32_t parameters, [[rpc::in]] ::std::int32_t run,
               [[rpc::in, rpc::size_is(parameters)]] const ::std::int32_t* ndr,
               [[rpc::out]] ::std::int32_t& checked);
void run([[rpc::in, rpc::out]] operation* operation);
::std::int32_t name([[rpc::in]] ::std::int32_t);
::std::int32_t binding_([[rpc::in]] ::std::int32_t binding_);
std interface_([[rpc::in]] const std& std);

}  // namespace rpc

}  // namespace app

[[rpc::stubs]];

#endif
