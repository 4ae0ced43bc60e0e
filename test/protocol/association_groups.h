#ifndef TEST_PROTOCOL_ASSOCIATION_GROUPS_H
#define TEST_PROTOCOL_ASSOCIATION_GROUPS_H

#include "protocol/association_source.h"

namespace rpc::test {

/// The association 0x12345678 for a client that asks for a new one; 0x600D is there too, and 0xF111
/// is full.
struct association_groups final : protocol::association_source {
  membership join(std::uint32_t wanted) override {
    if (wanted == 0) return {0x12345678};
    if (wanted == 0xF111) return {0, true};
    return {wanted == 0x600D ? wanted : 0};
  }
};

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_ASSOCIATION_GROUPS_H
