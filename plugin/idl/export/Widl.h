//===- Widl.h - what widl makes wrong calls of ----------------------------===//
#ifndef RPCGEN_IDL_EXPORT_WIDL_H
#define RPCGEN_IDL_EXPORT_WIDL_H

#include "idl/export/Obstacles.h"

namespace rpcgen::idl {

/// Why calls of the operation by stubs that widl 8 makes would have other bytes
/// than the interface says, although widl compiles it.
std::optional<Obstacle> mistakenByWidl(const wire::Forms &All,
                                       const Operation &O);

/// Whether widl needs the parameter, a [ref] pointer, as an array: of one
/// element, or of as many as its size says. It gives a parameter that points to
/// a pointer to a string the format of the latter.
bool isArrayOfStrings(const Type &T);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_EXPORT_WIDL_H
