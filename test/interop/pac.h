#ifndef PAC_H
#define PAC_H

#include <rpc/rpc.h>

// Parts of the PAC of Kerberos (MS-PAC), as we declare them.

namespace [[rpc::interface("f0d2a3b4-5c1e-4b0a-9a56-6a0f4b3d2c11", 1, 0), rpc::encode,
            rpc::pointer_default(unique)]] pac {

struct sid {
  std::uint8_t revision;
  std::uint8_t count;
  std::uint8_t authority[6];
  [[rpc::size_is(count)]] std::uint32_t parts[1];
};

struct group {
  std::uint32_t id;
  std::uint32_t attributes;
};

struct sid_and_attributes {
  pac::sid* sid;
  std::uint32_t attributes;
};

struct domain_groups {
  sid* domain;
  std::uint32_t count;
  [[rpc::size_is(count)]] group* groups;
};

struct filetime {
  std::uint32_t low;
  std::uint32_t high;
};

/// RPC_UNICODE_STRING (MS-DTYP 2.3.10); lengths are in bytes.
struct string {
  std::uint16_t length;
  std::uint16_t maximum;
  [[rpc::size_is(maximum / 2), rpc::length_is(length / 2)]] char16_t* text;
};

/// KERB_VALIDATION_INFO (MS-PAC 2.5).
struct logon_info {
  filetime logon_time;
  filetime logoff_time;
  filetime kick_off_time;
  filetime password_last_set;
  filetime password_can_change;
  filetime password_must_change;
  string name;
  string full_name;
  string logon_script;
  string profile_path;
  string home_directory;
  string home_drive;
  std::uint16_t logon_count;
  std::uint16_t bad_password_count;
  std::uint32_t user;
  std::uint32_t primary_group;
  std::uint32_t group_count;
  [[rpc::size_is(group_count)]] group* groups;
  std::uint32_t user_flags;
  std::uint8_t session_key[16];
  string logon_server;
  string domain;
  sid* domain_id;
  std::uint8_t reserved1[8];
  std::uint32_t account_control;
  std::uint32_t sub_auth_status;
  filetime last_success;
  filetime last_failure;
  std::uint32_t failure_count;
  std::uint32_t reserved3;
  std::uint32_t sid_count;
  [[rpc::size_is(sid_count)]] sid_and_attributes* extra_sids;
  sid* resource_domain;
  std::uint32_t resource_group_count;
  [[rpc::size_is(resource_group_count)]] group* resource_groups;
};

/// PAC_DEVICE_INFO (MS-PAC 2.12).
struct device_info {
  std::uint32_t user;
  std::uint32_t primary_group;
  sid* account_domain;
  std::uint32_t account_group_count;
  [[rpc::size_is(account_group_count)]] group* account_groups;
  std::uint32_t sid_count;
  [[rpc::size_is(sid_count)]] sid_and_attributes* extra_sids;
  std::uint32_t domain_group_count;
  [[rpc::size_is(domain_group_count)]] domain_groups* domains;
};

}  // namespace pac

[[rpc::stubs]];

#endif
