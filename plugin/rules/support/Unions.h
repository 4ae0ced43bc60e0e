//===- Unions.h - unions without any attribute ----------------------------===//
#ifndef RPCGEN_RULES_SUPPORT_UNIONS_H
#define RPCGEN_RULES_SUPPORT_UNIONS_H

#include "rules/support/Sites.h"
#include "rules/support/Types.h"

namespace rpcgen {

/// Whether a union is used there without switch_is.
bool lacksSwitch(const Site &At);

/// Whether nothing of the union says how it travels, and union-no-switch-is
/// reports that at its uses. Then the type of the discriminant and the cases
/// are no mistakes of their own.
bool isPlain(const Model &M, const Union &U);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_UNIONS_H
