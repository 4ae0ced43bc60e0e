//===- Obstacles.h - rules over types without a wire form -----------------===//
#ifndef RPCGEN_RULES_SUPPORT_OBSTACLES_H
#define RPCGEN_RULES_SUPPORT_OBSTACLES_H

#include "rules/Reporter.h"
#include "rules/support/Sites.h"
#include "rules/support/Types.h"

#include <functional>
#include <set>
#include <string>

namespace rpcgen {

/// "field 'n'", or "alias 'DWORD'" where that is to be changed.
inline std::string declarationOf(const Site &At, const Type &T) {
  return T.Alias.empty() ? describe(At) : "alias " + quote(T.Alias);
}

/// "field 'n' has type 'long'", "alias 'DWORD' uses 'unsigned long'"
inline std::string typed(const Site &At, const Type &T) {
  return declarationOf(At, T) + (T.Alias.empty() ? " has type '" : " uses '") +
         display(T) + "'";
}

/// Where it is written, and what to write instead.
inline FindingBuilder reportObstacle(Reporter &R, const Site &At, const Type &T,
                                     std::string Message, std::string Instead) {
  FindingBuilder Report = R.report(T.Loc, std::move(Message));
  if (!Instead.empty())
    Report.note(T.Loc, std::move(Instead));
  if (!T.Alias.empty())
    Report.note(At.Loc, describe(At) + " has this type");
  return Report;
}

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_OBSTACLES_H
