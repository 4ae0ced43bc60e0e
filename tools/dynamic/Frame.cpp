//===- Frame.cpp ----------------------------------------------------------===//
#include "Frame.h"

#include "Memory.h"

#include <rpc/ndr/chunks.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <new>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

/// About so many bytes of elements travel in a chunk.
constexpr std::size_t ChunkSize = std::size_t{64} << 10;

/// Calls back with the name, the elements' descriptor and the memory of each
/// pipe that travels this way.
template <class Use> void forEachPipe(const void *Frame, bool In, Use Each) {
  const Operation &Of = *static_cast<const FrameHeader *>(Frame)->Of;
  for (std::size_t N = 0; N < Of.Parameters.size(); ++N) {
    const parameter_descriptor &P = Of.Parameters[N];
    if (Of.Elements[N] && (In ? P.is_in : P.is_out))
      Each(P.name, *Of.Elements[N],
           *reinterpret_cast<Sequence *>(
               static_cast<std::byte *>(const_cast<void *>(Frame)) +
               Of.Offsets[N]));
  }
}

/// Reads all elements of a pipe into memory of the call.
void readPipe(reader &R, rpc::arena &Memory, const descriptor &Element,
              Sequence &Into) {
  chunk_reader Chunks(Element);
  std::size_t Room = 0, Count = 0;
  std::byte *First = nullptr;
  while (!R.failed()) {
    if (Count == Room) {
      Room = std::max<std::size_t>(2 * Room, 16);
      auto *More = static_cast<std::byte *>(
          Memory.allocate_zeroed(Room * Element.size, Element.alignment));
      if (!More)
        return R.fail(rpc::status::out_of_memory, {"too many elements"});
      std::copy_n(First, Count * Element.size, More);
      First = More;
    }
    const std::size_t Read =
        Chunks.get(R, First + Count * Element.size, Room - Count);
    if (Read == 0)
      break;
    Count += Read;
  }
  Into = {First, Count, false};
}

} // namespace

Frame::Frame(const Operation &Of, std::size_t Budget)
    : Of(Of), Memory(Budget + Of.Size + alignof(FrameHeader)) {
  Start = Memory.allocate_zeroed(Of.Size, alignof(FrameHeader));
  if (!Start)
    throw std::bad_alloc();
  ::new (Start) FrameHeader{&Of, &Memory};
}

Frame::~Frame() { static_cast<FrameHeader *>(Start)->~FrameHeader(); }

void Frame::writePipes(writer &W, const void *Frame, bool In) {
  forEachPipe(Frame, In,
              [&](const char *Name, const descriptor &Element,
                  const Sequence &Elements) {
                const std::size_t Some =
                    std::max<std::size_t>(1, ChunkSize / Element.size);
                for (std::size_t At = 0; At < Elements.Count && !W.failed();
                     At += Some)
                  put_chunk(W, Element,
                            static_cast<const std::byte *>(Elements.First) +
                                At * Element.size,
                            std::min(Some, Elements.Count - At));
                if (W.failed())
                  return W.at(Name);
                put_pipe_end(W);
              });
}

void Frame::readPipes(reader &R, const void *Frame, bool In) {
  rpc::arena &Memory = *static_cast<const FrameHeader *>(Frame)->Memory;
  forEachPipe(Frame, In,
              [&](const char *Name, const descriptor &Element, Sequence &Into) {
                if (R.failed())
                  return;
                const pipe_scope Scope(R, Name);
                readPipe(R, Memory, Element, Into);
                if (R.failed())
                  R.at(Name);
              });
}
