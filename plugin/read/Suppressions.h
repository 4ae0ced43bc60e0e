//===- Suppressions.h - [[rpc::suppress]] on declarations -----------------===//
#ifndef RPCGEN_READ_SUPPRESSIONS_H
#define RPCGEN_READ_SUPPRESSIONS_H

#include "model/Suppression.h"

#include <vector>

namespace clang {
class ASTContext;
}

namespace rpcgen {

/// All that the translation unit has declared so far. They are for all that is
/// written of their declarations, the other attributes and bodies included.
std::vector<Suppression> readSuppressions(const clang::ASTContext &Context);

} // namespace rpcgen

#endif // RPCGEN_READ_SUPPRESSIONS_H
