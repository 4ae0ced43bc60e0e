#ifndef ACF_H
#define ACF_H

#include <rpc/rpc.h>

#include <cstdint>

extern rpc::handle_t the_server;

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f323", 1, 0),
            rpc::implicit_handle(the_server)]] acf {

struct [[rpc::encode]] RECORD {
  std::int32_t n;
};

void Put([[rpc::in]] RECORD* record,
         [[rpc::out, rpc::comm_status, rpc::fault_status]] std::uint32_t* status);

[[rpc::enable_allocate]] void Get([[rpc::out]] RECORD* record);

}  // namespace acf

[[rpc::stubs]];

#endif
