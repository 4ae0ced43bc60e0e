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
  [[rpc::case(0)]] shares0* level0;
  [[rpc::case(1)]] shares1* level1;
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
  [[rpc::case(100)]] server_info100* level100;
  [[rpc::case(101)]] server_info101* level101;
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

}  // namespace mgmt

[[rpc::stubs]];

#endif
