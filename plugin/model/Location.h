//===- Location.h - where something was written ---------------------------===//
//
// A position in the user's source, opaque to the model: only the reader makes
// one and only the report turns it back into a file, line and column. It is
// never part of generated text or of the JSON description, so that both are
// the same on every machine.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_LOCATION_H
#define RPCGEN_MODEL_LOCATION_H

#include <cstdint>

namespace rpcgen {

struct Location {
  /// The raw encoding of a clang::SourceLocation; 0 is "nowhere".
  std::uint32_t Raw = 0;

  explicit operator bool() const { return Raw != 0; }
  friend bool operator==(const Location &, const Location &) = default;
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_LOCATION_H
