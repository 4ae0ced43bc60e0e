#ifndef RUNTIME_PROTOCOL_CALL_H
#define RUNTIME_PROTOCOL_CALL_H

#include <cstdint>

namespace rpc::protocol {

/// Names one call on one connection, in this end only. Never reused, unlike the
/// call_id on the wire. No call has the number 0.
enum class call_ticket : std::uint64_t {};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_CALL_H
