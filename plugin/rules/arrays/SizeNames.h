//===- SizeNames.h - what a size may be made of -------------------------===//
#ifndef RPCGEN_RULES_ARRAYS_SIZENAMES_H
#define RPCGEN_RULES_ARRAYS_SIZENAMES_H

#include "rules/Rule.h"

namespace rpcgen {

/// The operation that has a parameter of the name that a field's size uses.
inline const Operation *operationWith(const Model &M, const std::string &Name) {
  const Operation *Found = nullptr;
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &Each : O.Parameters)
      if (Each.Name == Name)
        Found = &O;
  });
  return Found;
}

} // namespace rpcgen

#endif // RPCGEN_RULES_ARRAYS_SIZENAMES_H
