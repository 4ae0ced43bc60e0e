//===- Definitions.h - types in C++ ---------------------------------------===//
#ifndef RPCGEN_EMIT_DEFINITIONS_H
#define RPCGEN_EMIT_DEFINITIONS_H

#include "emit/Select.h"
#include "model/Interface.h"

#include <string>

namespace rpcgen {

/// Defines the selected types and declares the operations of the selected
/// interfaces of a detached model, as the header did that it was read from:
/// equal on the wire, not in memory (packing, constness and the names of
/// enumerators are left out). The names of enumerators are given to
/// rpc::ndr::enumerators instead.
std::string printDefinitions(const Model &Detached, const Selection &Selected);

} // namespace rpcgen

#endif // RPCGEN_EMIT_DEFINITIONS_H
