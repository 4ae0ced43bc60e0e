//===- Wire.h - what of a type its peers depend on ------------------------===//
#ifndef RPCGEN_LOCK_WIRE_H
#define RPCGEN_LOCK_WIRE_H

#include "model/Interface.h"

#include <string>
#include <vector>

namespace rpcgen {

/// One construct of the wire, and where it stands.
struct WireStep {
  std::string Path; ///< "list->next"
  std::string What; ///< "a unique pointer": names of C++ are left out
  Location Loc;     ///< of the parameter or field
};

/// How a parameter, or the result, travels: the constructs in the order of
/// their declarations. Types with the same constructs have the same wire form.
std::vector<WireStep> wireOf(const Model &M, const std::string &Name,
                             const Type &T, Location Loc);

} // namespace rpcgen

#endif // RPCGEN_LOCK_WIRE_H
