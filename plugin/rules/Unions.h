//===- Unions.h - unions without any attribute ----------------------------===//
#ifndef RPCGEN_RULES_UNIONS_H
#define RPCGEN_RULES_UNIONS_H

#include "model/Interface.h"

namespace rpcgen {

/// Whether nothing of the union says how it travels, and union-no-switch-is
/// reports that at its uses. Then the type of the discriminant and the cases
/// are no mistakes of their own.
bool isPlain(const Model &M, const Union &U);

} // namespace rpcgen

#endif // RPCGEN_RULES_UNIONS_H
