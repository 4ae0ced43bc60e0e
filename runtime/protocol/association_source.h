#ifndef RUNTIME_PROTOCOL_ASSOCIATION_SOURCE_H
#define RUNTIME_PROTOCOL_ASSOCIATION_SOURCE_H

#include <cstdint>

namespace rpc::protocol {

/// Gives the client of one connection an association: what the connections of one client have
/// in common, known by the number that bind and bind_ack call assoc_group_id (C706 12.6.3.1).
class association_source {
 public:
  struct membership {
    std::uint32_t number = 0;  ///< 0: this client may join no such group
    bool full = false;         ///< since it has all the connections that it may have
  };

  /// Puts the client into the association `wanted`, or into a new one if that is 0. Called once.
  virtual membership join(std::uint32_t wanted) = 0;

 protected:
  ~association_source() = default;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_ASSOCIATION_SOURCE_H
