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
