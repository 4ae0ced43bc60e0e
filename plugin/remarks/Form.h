//===- Form.h - whether objects lie on the wire as they do in memory ------===//
#ifndef RPCGEN_REMARKS_FORM_H
#define RPCGEN_REMARKS_FORM_H

#include "remarks/Place.h"

#include <cstddef>
#include <optional>
#include <string>

namespace rpcgen {

enum class Syntax { Ndr20, Ndr64 };

/// Why something cannot be used where it was received: "'list->e' is a 16-bit
/// enumeration, 2 bytes on the wire and 4 in memory".
struct Reason {
  std::string Text;
  Location Loc; ///< of what it speaks of
};

/// What the type of an object tells of its wire form, for a sender of the
/// server's byte order.
struct Form {
  /// If there is none the object lies on the wire as in memory, and the rest
  /// says how.
  std::optional<Reason> Differs;
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
  std::optional<OpenEnd> End;
};

Form formOf(const Model &M, const Type &T, const Place &At, Syntax S);

/// Of the elements of an array, all of them together.
Form formOfElements(const Model &M, const Type &Array, const Place &At,
                    Syntax S);

} // namespace rpcgen

#endif // RPCGEN_REMARKS_FORM_H
