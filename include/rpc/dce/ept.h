#ifndef RPC_DCE_EPT_H
#define RPC_DCE_EPT_H

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

#include <cstdint>

/// The endpoint mapper of DCE (C706 appendix O; MS-RPCE 3.1.1.5.8), at port 135 of a host.
/// rpc/endpoint_mapper.h has its operations as functions, and serves it.
namespace rpc {
namespace [[rpc::interface("e1af8308-5d1f-11c9-91a4-08002b14a0fa", 3, 0),
            rpc::pointer_default(ptr)]] ept {

/// A protocol tower: rpc/tower.h.
struct tower_octets {
  std::uint32_t length;
  [[rpc::size_is(length)]] std::uint8_t octets[1];
};
struct entry {
  ms::GUID object;
  tower_octets* where;
  [[rpc::string]] char annotation[64];
};
struct interface_id {
  ms::GUID id;
  std::uint16_t major;
  std::uint16_t minor;
};

/// Where a lookup has come to.
struct position;
using lookup_handle [[rpc::context_handle]] = position*;
[[rpc::local]] void lookup_handle_rundown(lookup_handle left);

/// What lookup() compares (C706 appendix O, rpc_c_ep_...).
enum inquiry : std::uint32_t { all_entries, by_interface, by_object, by_both };
/// Which versions of an interface it finds (rpc_c_vers_...).
enum versions : std::uint32_t { all_versions = 1, compatible, exact, same_major, up_to };

// Each returns 0, or an error_status_t.

[[rpc::opnum(0)]] std::uint32_t insert([[rpc::in]] std::uint32_t count,
                                       [[rpc::in, rpc::size_is(count)]] const entry* entries,
                                       [[rpc::in]] std::uint32_t replace);

[[rpc::opnum(1)]] std::uint32_t remove([[rpc::in]] std::uint32_t count,
                                       [[rpc::in, rpc::size_is(count)]] const entry* entries);

[[rpc::opnum(2)]] std::uint32_t lookup(
    [[rpc::in]] std::uint32_t inquiry, [[rpc::in, rpc::ptr]] const ms::GUID* object,
    [[rpc::in, rpc::ptr]] const interface_id* interface, [[rpc::in]] std::uint32_t versions,
    [[rpc::in, rpc::out]] lookup_handle* handle, [[rpc::in, rpc::range(0, 500)]] std::uint32_t most,
    [[rpc::out]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(most), rpc::length_is(*count)]] entry* entries);

[[rpc::opnum(3)]] std::uint32_t map(
    [[rpc::in, rpc::ptr]] const ms::GUID* object, [[rpc::in, rpc::ptr]] const tower_octets* wanted,
    [[rpc::in, rpc::out]] lookup_handle* handle, [[rpc::in, rpc::range(0, 500)]] std::uint32_t most,
    [[rpc::out]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(most), rpc::length_is(*count)]] tower_octets** towers);

[[rpc::opnum(4)]] std::uint32_t lookup_handle_free([[rpc::in, rpc::out]] lookup_handle* handle);

[[rpc::opnum(5)]] std::uint32_t inq_object([[rpc::out]] ms::GUID* object);

[[rpc::opnum(6)]] std::uint32_t mgmt_delete([[rpc::in]] std::uint32_t by_object,
                                            [[rpc::in, rpc::ptr]] const ms::GUID* object,
                                            [[rpc::in, rpc::ptr]] const tower_octets* where);

}  // namespace ept
}  // namespace rpc

[[rpc::stubs]];

#endif  // RPC_DCE_EPT_H
