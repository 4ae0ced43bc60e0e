#ifndef TEST_PROTOCOL_ASSOCIATION_GROUPS_H
#define TEST_PROTOCOL_ASSOCIATION_GROUPS_H

#include "protocol/association_source.h"

namespace rpc::test {

/// The association 0x12345678 for who asks for a new one; 0x600D is there too.
struct association_groups final : protocol::association_source {
  std::uint32_t join(std::uint32_t wanted) override {
    if (wanted == 0) return 0x12345678;
    return wanted == 0x600D ? wanted : 0;
  }
};

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_ASSOCIATION_GROUPS_H
