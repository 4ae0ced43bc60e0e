//===- Instead.h - what to declare in place of a class --------------------===//
#ifndef RPCGEN_RULES_SUPPORT_INSTEAD_H
#define RPCGEN_RULES_SUPPORT_INSTEAD_H

#include "model/Type.h"

#include <string>

namespace rpcgen {

/// The advice for a class that cannot travel: "use std::vector of a struct of
/// key and value".
std::string insteadOf(const Type &T);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_INSTEAD_H
