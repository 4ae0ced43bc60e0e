//===- Memory.h - whether objects lie on the wire as they do in memory ----===//
#ifndef RPCGEN_WIRE_MEMORY_H
#define RPCGEN_WIRE_MEMORY_H

#include "wire/Forms.h"
#include "wire/Place.h"

#include <cstddef>
#include <optional>
#include <string>

namespace rpcgen::wire {

/// Why something cannot be used where it was received: "'list->e' is a 16-bit
/// enumeration, 2 bytes on the wire and 4 in memory".
struct Reason {
  std::string Text;
  Location Loc; ///< of what it speaks of
};

/// An object in the message of a sender of the server's byte order.
struct Memory {
  /// Without one the object lies on the wire as in memory, and the rest
  /// says how.
  std::optional<Reason> Differs = {};
  std::size_t Size = 0; ///< of an array that ends an object, 0
  std::size_t Alignment = 1;
  /// Whatever the bytes, they are a value: there is nothing to check, and no
  /// pointer to set.
  bool Verbatim = true;

  /// The conformant array that ends the object.
  struct OpenEnd {
    Place At;
    std::size_t Offset = 0;
    std::size_t Stride = 0;
  };
  std::optional<OpenEnd> End = {};
};

Memory memoryOf(const Forms &All, const Construct &C, const Place &At,
                Syntax S);

/// Of the elements of an array, all of them together.
Memory memoryOfElements(const Forms &All, const Array &A, const Place &At,
                        Syntax S);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_MEMORY_H
