//===- Lower.cpp ----------------------------------------------------------===//

#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lower(Program &P) {
  for (Lowering *Run : {lowerUnusedOperations,  lowerObjectInterfaces,
                        lowerInterfacePointers, lowerPredefined,
                        lowerPresentations,     lowerPidl,
                        lowerStringCharacters,  lowerHandles,
                        lowerAttributes,        lowerCallbacks,
                        lowerDirections,        lowerSwitchTypes,
                        lowerForeignCases,      lowerNestedTags,
                        lowerUnnamedMembers,    lowerUnnamedParameters,
                        lowerPointerTypedefs,   lowerPointerDefaults,
                        lowerLargeEnumerators,  lowerQuotes,
                        lowerConstants,         lowerNames})
    for (Unit &U : P.Units)
      Run(P, U);
}

} // namespace rpcgen::idl
