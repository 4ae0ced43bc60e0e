//===- Sound.h - models that need not be what a compiler made -------------===//
//
// A description comes from a file. Later stages look at the one element of a
// pointer, or at the definition that a type names, and do not ask whether it
// is there: the reader of a description asks here.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_SOUND_H
#define RPCGEN_MODEL_SOUND_H

#include "model/Interface.h"

#include <cstddef>
#include <string>

namespace rpcgen {

struct DefinitionCounts {
  std::size_t Enumerations, Structures, Unions;
};

/// What is wrong, as a sentence; "" if nothing is. Of the node itself, not of
/// what it holds.
std::string faultOf(const Expression &E);
std::string faultOf(const Type &T, const DefinitionCounts &Defined);

/// That a structure or union holds itself by value, which has no end.
std::string faultOf(const Model &M);

} // namespace rpcgen

#endif // RPCGEN_MODEL_SOUND_H
