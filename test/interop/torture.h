#ifndef TORTURE_H
#define TORTURE_H

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

// What Samba's torture tests of connections and context handles call, in our spelling.

// MS-LSAD.
namespace [[rpc::interface("12345778-1234-abcd-ef00-0123456789ab", 0, 0),
            rpc::pointer_default(unique)]] lsarpc {

struct quality_of_service {
  std::uint32_t length;
  std::uint16_t impersonation;
  std::uint8_t tracking;
  std::uint8_t effective_only;
};
struct object_attributes {
  std::uint32_t length;
  [[rpc::suppress("size-missing")]] std::uint8_t* root;
  [[rpc::string]] char* name;
  std::uint32_t attributes;
  std::uint8_t* descriptor;
  quality_of_service* quality;
};

struct opened;
using policy [[rpc::context_handle]] = opened*;
[[rpc::local]] void policy_rundown(policy left);

[[rpc::opnum(0)]] std::uint32_t close([[rpc::in, rpc::out]] policy* left);
struct security_descriptor {
  std::uint32_t size;
  [[rpc::size_is(size)]] std::uint8_t* bytes;
};
[[rpc::opnum(3)]] std::uint32_t query_security([[rpc::in]] policy of,
                                               [[rpc::in]] std::uint32_t information,
                                               [[rpc::out]] security_descriptor** found);
[[rpc::opnum(6)]] std::uint32_t open_policy([[rpc::in, rpc::unique]] const std::uint16_t* system,
                                            [[rpc::in]] const object_attributes* attributes,
                                            [[rpc::in]] std::uint32_t access,
                                            [[rpc::out]] policy* made);
[[rpc::opnum(44)]] std::uint32_t open_policy2([[rpc::in, rpc::unique,
                                                rpc::string]] const char16_t* system,
                                              [[rpc::in]] const object_attributes* attributes,
                                              [[rpc::in]] std::uint32_t access,
                                              [[rpc::out]] policy* made);

struct text {
  std::uint16_t length;
  std::uint16_t maximum;
  [[rpc::size_is(maximum / 2), rpc::length_is(length / 2)]] char16_t* buffer;
};
[[rpc::opnum(45)]] std::uint32_t get_user_name([[rpc::in, rpc::unique,
                                                 rpc::string]] const char16_t* system,
                                               [[rpc::in, rpc::out]] text** user,
                                               [[rpc::in, rpc::out, rpc::unique]] text** domain);

}  // namespace lsarpc

// MS-DSSP.
namespace [[rpc::interface("3919286a-b10c-11d0-9ba8-00c04fd92ef5", 0, 0),
            rpc::pointer_default(unique)]] dssetup {

struct basic {
  std::uint32_t role;
  std::uint32_t flags;
  [[rpc::string]] char16_t* domain;
  [[rpc::string]] char16_t* dns_domain;
  [[rpc::string]] char16_t* forest;
  rpc::ms::GUID guid;
};
struct upgrade {
  std::uint32_t state;
  std::uint16_t previous_role;
};
union [[rpc::switch_type(std::uint16_t)]] information {
  [[rpc::case (1)]] basic domain;
  [[rpc::case (2)]] upgrade last;
  [[rpc::case (3)]] std::uint16_t operation;
};

[[rpc::opnum(0)]] std::uint32_t primary_domain_information(
    [[rpc::in]] std::uint16_t level, [[rpc::out, rpc::switch_is(level)]] information** found);

}  // namespace dssetup

// MS-SAMR.
namespace [[rpc::interface("12345778-1234-abcd-ef00-0123456789ac", 1, 0),
            rpc::pointer_default(unique)]] samr {

struct opened;
using handle [[rpc::context_handle]] = opened*;
[[rpc::local]] void handle_rundown(handle left);

[[rpc::opnum(0)]] std::uint32_t connect([[rpc::in, rpc::unique]] const std::uint16_t* server,
                                        [[rpc::in]] std::uint32_t access,
                                        [[rpc::out]] handle* made);
[[rpc::opnum(1)]] std::uint32_t close([[rpc::in, rpc::out]] handle* left);

}  // namespace samr

// MS-DRSR.
namespace [[rpc::interface("e3514235-4b06-11d1-ab04-00c04fc2dcd2", 4, 0),
            rpc::pointer_default(unique)]] drsuapi {

struct extensions {
  [[rpc::range(1, 10000)]] std::uint32_t size;
  [[rpc::size_is(size)]] std::uint8_t bytes[1];
};

struct bound;
using handle [[rpc::context_handle]] = bound*;
[[rpc::local]] void handle_rundown(handle left);

[[rpc::opnum(0)]] std::uint32_t bind([[rpc::in, rpc::unique]] const rpc::ms::GUID* client,
                                     [[rpc::in, rpc::unique]] const extensions* of_client,
                                     [[rpc::out]] extensions** of_server,
                                     [[rpc::out]] handle* made);
[[rpc::opnum(1)]] std::uint32_t unbind([[rpc::in, rpc::out]] handle* left);

}  // namespace drsuapi

[[rpc::stubs]];

#endif
