//===- Place.h - a part of what is reachable from a parameter -------------===//
#ifndef RPCGEN_WIRE_PLACE_H
#define RPCGEN_WIRE_PLACE_H

#include "model/Interface.h"

#include <string>

namespace rpcgen::wire {

/// As an implementation would write it, but for the index of an element:
/// "list->rows[].e".
struct Place {
  std::string Path;
  Location Loc; ///< of the parameter or field that it is in
};

Place fieldOf(const Place &Object, const Field &F);
Place elementOf(const Place &Array);

/// The pointee: an object, or the first of an array's.
Place pointeeOf(const Place &Pointer, const Type &T);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_PLACE_H
