//===- Names.h - scalars in words -----------------------------------------===//
#ifndef RPCGEN_WIRE_NAMES_H
#define RPCGEN_WIRE_NAMES_H

#include "wire/Construct.h"

#include <string>

namespace rpcgen::wire {

/// "uint32", "int3264", "wchar_t"; of an enumeration that of its numbers.
std::string nameOf(const Scalar &S);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_NAMES_H
