#ifndef RPC_DCE_MGMT_H
#define RPC_DCE_MGMT_H

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

#include <cstdint>

/// The management interface of DCE (C706 appendix Q), which each rpc::server serves
/// (server_options::management). rpc/management.h has its operations as functions.
namespace rpc {
namespace [[rpc::interface("afa8bd80-7d8a-11c9-bef4-08002b102989", 1, 0),
            rpc::pointer_default(unique)]] mgmt {

struct interface_id {
  ms::GUID id;
  std::uint16_t major;
  std::uint16_t minor;
};
struct interface_ids {
  std::uint32_t count;
  [[rpc::size_is(count)]] interface_id* ids[1];
};

/// Places of `statistics` (C706 appendix Q, rpc_c_stats_...).
enum statistic : std::uint32_t { calls_in, calls_out, pdus_in, pdus_out, statistics_count };

// Each returns 0, or an error_status_t; is_server_listening returns whether the server listens.

[[rpc::opnum(0)]] std::uint32_t inq_if_ids([[rpc::out]] interface_ids** ids);

[[rpc::opnum(1)]] std::uint32_t inq_stats(
    [[rpc::in, rpc::out, rpc::range(0, 50)]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(*count)]] std::uint32_t* statistics);

[[rpc::opnum(2)]] std::uint32_t is_server_listening([[rpc::out]] std::uint32_t* status);

[[rpc::opnum(3)]] std::uint32_t stop_server_listening();

[[rpc::opnum(4)]] std::uint32_t inq_princ_name([[rpc::in]] std::uint32_t authentication,
                                               [[rpc::in, rpc::range(0, 4096)]] std::uint32_t size,
                                               [[rpc::out, rpc::string,
                                                 rpc::size_is(size)]] char* name);

}  // namespace mgmt
}  // namespace rpc

[[rpc::stubs]];

#endif  // RPC_DCE_MGMT_H
