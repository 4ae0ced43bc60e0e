//===- Refuse.h - what cannot be said, and what needs it ------------------===//
#ifndef RPCGEN_IDL_REFUSE_H
#define RPCGEN_IDL_REFUSE_H

#include "idl/Program.h"
#include "idl/Symbols.h"

namespace rpcgen::idl {

/// Refuses everything that needs what is refused.
void refuseDependents(Program &P, const Symbols &Known);

/// Takes out what an error of the compiler or of a rule is about: the item
/// itself and what needs it, or where a type is right and cannot travel, the
/// operations that need it. Whether that was new.
bool refuseFor(Program &P, const Symbols &Known, Location Item, bool IsNoCpp,
               const std::string &Why);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_REFUSE_H
