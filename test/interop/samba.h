#ifndef SAMBA_H
#define SAMBA_H

#include <rpc/rpc.h>

// Operations of Windows interfaces that Samba can decode (samba_messages.cpp), in our spelling.

struct guid {
  std::uint32_t time_low;
  std::uint16_t time_mid;
  std::uint16_t time_high;
  std::uint8_t clock[2];
  std::uint8_t node[6];
};

// MS-SRVS.
namespace [[rpc::interface("4b324fc8-1670-01d3-1278-5a47bf6ee188", 3, 0),
            rpc::pointer_default(unique)]] srvsvc {

struct share_info0 {
  [[rpc::string]] char16_t* name;
};
struct share_info1 {
  [[rpc::string]] char16_t* name;
  std::uint32_t type;
  [[rpc::string]] char16_t* comment;
};
struct shares0 {
  std::uint32_t count;
  [[rpc::size_is(count)]] share_info0* array;
};
struct shares1 {
  std::uint32_t count;
  [[rpc::size_is(count)]] share_info1* array;
};
union [[rpc::switch_type(std::uint32_t)]] shares {
  [[rpc::case (0)]] shares0* level0;
  [[rpc::case (1)]] shares1* level1;
};
struct share_enumeration {
  std::uint32_t level;
  [[rpc::switch_is(level)]] shares all;
};

[[rpc::opnum(15)]] std::uint32_t net_share_enum_all(
    [[rpc::in, rpc::unique, rpc::string]] char16_t* server,
    [[rpc::in, rpc::out]] share_enumeration* info, [[rpc::in]] std::uint32_t max_buffer,
    [[rpc::out]] std::uint32_t* total, [[rpc::in, rpc::out, rpc::unique]] std::uint32_t* resume);

enum class [[rpc::v1_enum]] platform : std::uint32_t { nt = 500 };
struct server_info100 {
  platform id;
  [[rpc::string]] char16_t* name;
};
struct server_info101 {
  platform id;
  [[rpc::string]] char16_t* name;
  std::uint32_t major;
  std::uint32_t minor;
  std::uint32_t type;
  [[rpc::string]] char16_t* comment;
};
union [[rpc::switch_type(std::uint32_t)]] server_info {
  [[rpc::case (100)]] server_info100* level100;
  [[rpc::case (101)]] server_info101* level101;
};

[[rpc::opnum(21)]] std::uint32_t net_srv_get_info(
    [[rpc::in, rpc::unique, rpc::string]] char16_t* server, [[rpc::in]] std::uint32_t level,
    [[rpc::out, rpc::switch_is(level)]] server_info* info);

}  // namespace srvsvc

// C706 appendix Q.
namespace [[rpc::interface("afa8bd80-7d8a-11c9-bef4-08002b102989", 1, 0),
            rpc::pointer_default(unique)]] mgmt {

struct interface_id {
  guid id;
  std::uint32_t version;
};
struct interface_ids {
  std::uint32_t count;
  [[rpc::size_is(count)]] interface_id* ids[1];
};

[[rpc::opnum(0)]] std::uint32_t inq_if_ids([[rpc::out]] interface_ids** ids);

[[rpc::opnum(1)]] std::uint32_t inq_stats(
    [[rpc::in, rpc::out, rpc::range(0, 50)]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(*count)]] std::uint32_t* statistics);

[[rpc::opnum(2)]] std::uint32_t is_server_listening([[rpc::out]] std::uint32_t* status);

[[rpc::opnum(3)]] std::uint32_t stop_server_listening();

[[rpc::opnum(4)]] std::uint32_t inq_princ_name([[rpc::in]] std::uint32_t authentication,
                                               [[rpc::in]] std::uint32_t size,
                                               [[rpc::out, rpc::string,
                                                 rpc::size_is(size)]] char* name);

}  // namespace mgmt

// The endpoint mapper, C706 appendix O.
namespace [[rpc::interface("e1af8308-5d1f-11c9-91a4-08002b14a0fa", 3, 0),
            rpc::pointer_default(ptr)]] ept {

struct tower {
  std::uint32_t length;
  [[rpc::size_is(length)]] std::uint8_t octets[1];
};
struct entry {
  guid object;
  tower* where;
  [[rpc::string]] char annotation[64];
};
struct interface_id {
  guid id;
  std::uint16_t major;
  std::uint16_t minor;
};

struct position;
using lookup_handle [[rpc::context_handle]] = position*;
[[rpc::local]] void lookup_handle_rundown(lookup_handle left);

[[rpc::opnum(2)]] std::uint32_t lookup(
    [[rpc::in]] std::uint32_t inquiry, [[rpc::in, rpc::ptr]] guid* object,
    [[rpc::in, rpc::ptr]] interface_id* interface, [[rpc::in]] std::uint32_t versions,
    [[rpc::in, rpc::out]] lookup_handle* handle, [[rpc::in, rpc::range(0, 500)]] std::uint32_t most,
    [[rpc::out]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(most), rpc::length_is(*count)]] entry* entries);

[[rpc::opnum(3)]] std::uint32_t map(
    [[rpc::in, rpc::ptr]] guid* object, [[rpc::in, rpc::ptr]] tower* wanted,
    [[rpc::in, rpc::out]] lookup_handle* handle, [[rpc::in, rpc::range(0, 500)]] std::uint32_t most,
    [[rpc::out]] std::uint32_t* count,
    [[rpc::out, rpc::size_is(most), rpc::length_is(*count)]] tower** towers);

[[rpc::opnum(4)]] std::uint32_t lookup_handle_free([[rpc::in, rpc::out]] lookup_handle* handle);

}  // namespace ept

// MS-NRPC.
namespace [[rpc::interface("12345678-1234-abcd-ef00-01234567cffb", 1, 0),
            rpc::pointer_default(unique)]] netlogon {

struct credential {
  std::uint8_t data[8];
};

[[rpc::opnum(4)]] std::uint32_t server_req_challenge([[rpc::in, rpc::unique,
                                                       rpc::string]] char16_t* server,
                                                     [[rpc::in, rpc::string]] char16_t* computer,
                                                     [[rpc::in]] credential* client,
                                                     [[rpc::out]] credential* challenge);

}  // namespace netlogon

struct unicode_string {
  std::uint16_t length;
  std::uint16_t maximum;
  [[rpc::size_is(maximum / 2), rpc::length_is(length / 2)]] char16_t* buffer;
};

// MS-LSAT.
namespace [[rpc::interface("12345778-1234-abcd-ef00-0123456789ab", 0, 0),
            rpc::pointer_default(unique)]] lsarpc {

[[rpc::opnum(45)]] std::uint32_t get_user_name(
    [[rpc::in, rpc::unique, rpc::string]] const char16_t* system,
    [[rpc::in, rpc::out]] unicode_string** user,
    [[rpc::in, rpc::out, rpc::unique]] unicode_string** domain);

}  // namespace lsarpc

// MS-SAMR.
namespace [[rpc::interface("12345778-1234-abcd-ef00-0123456789ac", 1, 0),
            rpc::pointer_default(unique)]] samr {

struct object;
using handle [[rpc::context_handle]] = object*;
[[rpc::local]] void handle_rundown(handle left);

[[rpc::opnum(1)]] std::uint32_t close([[rpc::in, rpc::out]] handle* left);

[[rpc::opnum(57)]] std::uint32_t connect2([[rpc::in, rpc::unique,
                                            rpc::string]] const char16_t* server,
                                          [[rpc::out]] handle* opened,
                                          [[rpc::in]] std::uint32_t access);

}  // namespace samr

// MS-RRP.
namespace [[rpc::interface("338cd001-2244-31f1-aaaa-900038001003", 1, 0),
            rpc::pointer_default(unique), rpc::suppress("pointer-may-be-array")]] winreg {

struct object;
using key [[rpc::context_handle]] = object*;
[[rpc::local]] void key_rundown(key left);

[[rpc::opnum(2)]] std::uint32_t open_local_machine([[rpc::in, rpc::unique]] const char16_t* server,
                                                   [[rpc::in]] std::uint32_t access,
                                                   [[rpc::out]] key* opened);

[[rpc::opnum(5)]] std::uint32_t close([[rpc::in, rpc::out]] key* left);

}  // namespace winreg

[[rpc::stubs]];

#endif
