#ifndef DCE_H
#define DCE_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f321", 1, 0),
            rpc::pointer_default(ptr)]] dce {

struct thing_t {
  std::uint32_t n;
};

using thing_p_t [[rpc::ptr]] = thing_t*;
using thing_ref_t [[rpc::ref]] = thing_t*;

void set([[rpc::in]] rpc::handle_t h, [[rpc::in]] thing_p_t may_be_null,
         [[rpc::in]] thing_t* never_null, [[rpc::in]] thing_ref_t never_either);

void fill([[rpc::in]] std::int32_t n, [[rpc::out, rpc::size_is(n)]] std::int32_t a[],
          [[rpc::in]] std::int32_t fixed[8]);

}  // namespace dce

[[rpc::stubs]];

#endif
