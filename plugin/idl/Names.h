//===- Names.h - identifiers of C++ ---------------------------------------===//
#ifndef RPCGEN_IDL_NAMES_H
#define RPCGEN_IDL_NAMES_H

#include <string>

namespace rpcgen::idl {

/// The name as C++ can have it: with "_" at the end of a keyword, and in the
/// place of what no identifier has.
std::string identifier(const std::string &Name);

/// Whether the stubs declare something of this name in each interface.
bool isReserved(const std::string &Name);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_NAMES_H
