//===- Remarks.h - what becomes of the memory of parameters, in words -----===//
#ifndef RPCGEN_REMARKS_REMARKS_H
#define RPCGEN_REMARKS_REMARKS_H

#include "model/Finding.h"
#include "model/Interface.h"
#include "wire/Forms.h"

#include <vector>

namespace rpcgen {

/// For every parameter of every remote operation of the interface whether a
/// server uses the received message or allocates, and why: once for both
/// syntaxes if there is no difference.
std::vector<Finding> remarksOf(const wire::Forms &All, const Interface &I);

} // namespace rpcgen

#endif // RPCGEN_REMARKS_REMARKS_H
