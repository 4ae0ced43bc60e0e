//===- Declare.h - C++ declarations of model types ------------------------===//
#ifndef RPCGEN_EMIT_DECLARE_H
#define RPCGEN_EMIT_DECLARE_H

#include "model/Interface.h"

#include <string>
#include <string_view>

namespace rpcgen {

/// A declaration of Name with type T, or the type alone if Name is empty.
/// const of the outermost level is left out: it is nothing to a caller.
std::string declare(const Type &T, std::string_view Name);

/// A parameter of a method, of the type it has in the user's declaration.
std::string declareParameter(const Parameter &P);

/// Whether the user's parameter is a reference, of which the frame holds the
/// address.
bool isReference(const Type &T);

/// The frame's member for a parameter: its value, or the address of what a
/// reference refers to.
std::string declareMember(const Parameter &P);

} // namespace rpcgen

#endif // RPCGEN_EMIT_DECLARE_H
