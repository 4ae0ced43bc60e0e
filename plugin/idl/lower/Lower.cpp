//===- Lower.cpp ----------------------------------------------------------===//

#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lower(Program &P) {
  for (Lowering *Run :
       {lowerObjectInterfaces, lowerPredefined, lowerPidl, lowerHandles,
        lowerAttributes, lowerCallbacks, lowerDirections, lowerUnusedOperations,
        lowerSwitchTypes, lowerNestedTags, lowerUnnamedMembers,
        lowerUnnamedParameters, lowerPointerTypedefs, lowerPointerDefaults,
        lowerLargeEnumerators, lowerQuotes, lowerNames})
    for (Unit &U : P.Units)
      Run(P, U);
}

} // namespace rpcgen::idl
