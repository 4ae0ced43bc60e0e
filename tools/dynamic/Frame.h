//===- Frame.h - the parameters of a call ---------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_FRAME_H
#define RPCGEN_TOOLS_DYNAMIC_FRAME_H

#include "Interfaces.h"

#include <rpc/memory.h>

#include <cstddef>

namespace dynamic {

/// What a frame begins with.
struct FrameHeader {
  const Operation *Of = nullptr;
  rpc::arena *Memory = nullptr;
  rpc::ndr::object_table Objects = {};
};

/// Memory for the parameters of one call, and for all that they point to. Zero
/// at first.
class Frame {
public:
  /// `Budget` is what the call may take in all, in bytes.
  Frame(const Operation &Of, std::size_t Budget);
  Frame(const Frame &) = delete;
  ~Frame();

  const Operation &operation() const { return Of; }
  rpc::arena &memory() { return Memory; }
  void *data() { return Start; }
  const void *data() const { return Start; }
  void *parameter(std::size_t N) {
    return static_cast<std::byte *>(Start) + Of.Offsets[N];
  }

  /// As the runtime's functions over frames want them; null where there are no
  /// pipes that way.
  static void writePipes(rpc::ndr::writer &W, const void *Frame, bool In);
  static void readPipes(rpc::ndr::reader &R, const void *Frame, bool In);

private:
  const Operation &Of;
  rpc::arena Memory;
  void *Start;
};

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_FRAME_H
