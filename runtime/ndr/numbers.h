#ifndef NDR_NUMBERS_H
#define NDR_NUMBERS_H

#include <rpc/buffer.h>
#include <rpc/ndr/frame.h>

#include <cstddef>
#include <span>

#include "places.h"

namespace rpc::ndr {

// Messages of numbers alone, which most short calls have (frame_descriptor::numbers_in and
// numbers_out). They are the same in both syntaxes, and need neither writer nor reader.

/// Writes such a message. False, and `out` means nothing, where it cannot be sent: a request not
/// if require_references() might refuse it.
bool put_numbers(const frame_descriptor& of, const places& members, bool request, buffer& out,
                 const size_limit& limit);

/// Reads one of the byte order of the processor: into the frame, and with `through_pointers` to
/// where its [ref] pointers point. False where the message ends too early.
bool get_numbers(const frame_descriptor& of, const places& members, bool request,
                 std::span<const std::byte> stub, bool through_pointers);

}  // namespace rpc::ndr

#endif  // NDR_NUMBERS_H
