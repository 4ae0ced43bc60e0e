//===- PointerClasses.h - where ref and unique may stand ----------------===//
#ifndef RPCGEN_RULES_POINTERS_POINTERCLASSES_H
#define RPCGEN_RULES_POINTERS_POINTERCLASSES_H

#include "rules/Rule.h"

#include <array>

namespace rpcgen {

inline constexpr std::array Classes = {Attribute::Ref, Attribute::Unique,
                                       Attribute::Ptr};

} // namespace rpcgen

#endif // RPCGEN_RULES_POINTERS_POINTERCLASSES_H
