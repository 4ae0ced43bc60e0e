//===- Parse.h - tokens -> tree -------------------------------------------===//
#ifndef RPCGEN_IDL_PARSE_H
#define RPCGEN_IDL_PARSE_H

#include "idl/Dialect.h"
#include "idl/Tree.h"

#include "model/Finding.h"

namespace rpcgen::idl {

/// What is wrong is added to `Findings`; the tree has the rest.
File parse(const std::vector<Token> &Tokens, Dialect D,
           std::vector<Finding> &Findings);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_PARSE_H
