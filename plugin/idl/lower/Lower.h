//===- Lower.h - what IDL says in other words -----------------------------===//
//
// Each of these writes something that a header cannot say as something that it
// can, of the same bytes, and says so by its name; or finds that it cannot be
// said at all.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_LOWER_LOWER_H
#define RPCGEN_IDL_LOWER_LOWER_H

#include "idl/Program.h"

namespace rpcgen::idl {

/// All of them, in their order.
void lower(Program &P);

using Lowering = void(Program &, Unit &);

Lowering lowerUnusedOperations;
Lowering lowerObjectInterfaces;
Lowering lowerInterfacePointers;
Lowering lowerPredefined;
Lowering lowerPresentations;
Lowering lowerConstants;
Lowering lowerPidl;
Lowering lowerStringCharacters;
Lowering lowerHandles;
Lowering lowerAttributes;
Lowering lowerCallbacks;
Lowering lowerDirections;
Lowering lowerSwitchTypes;
Lowering lowerForeignCases;
Lowering lowerNestedTags;
Lowering lowerUnnamedMembers;
Lowering lowerUnnamedParameters;
Lowering lowerPointerDefaults;
Lowering lowerPointerTypedefs;
Lowering lowerLargeEnumerators;
Lowering lowerQuotes;
Lowering lowerNames;

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_LOWER_LOWER_H
