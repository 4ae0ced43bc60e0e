//===- Protections.h - what calls demanded, and demand --------------------===//
#ifndef RPCGEN_LOCK_PROTECTIONS_H
#define RPCGEN_LOCK_PROTECTIONS_H

#include "model/Interface.h"
#include "rules/Reporter.h"

#include <vector>

namespace rpcgen {

/// One operation as it is and as it was.
struct Versioned {
  const Operation *Is, *Was;
};

/// Reports who is refused. Servers of Was accept clients of Is unless the minor
/// version has been raised.
void compareProtections(const Interface &Is, const Interface &Was,
                        const std::vector<Versioned> &Operations, Reporter &R);

} // namespace rpcgen

#endif // RPCGEN_LOCK_PROTECTIONS_H
