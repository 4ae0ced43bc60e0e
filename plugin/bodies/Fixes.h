//===- Fixes.h - the right function in place of a wrong one ---------------===//
#ifndef RPCGEN_BODIES_FIXES_H
#define RPCGEN_BODIES_FIXES_H

#include "bodies/flow/Body.h"
#include "rules/Reporter.h"

namespace rpcgen {

/// Has rpc::free release what the call releases. Nothing, if that is written
/// elsewhere, or in another way than as a call, delete or a deleter.
void releaseByFree(const Body &B, const Call &C, FindingBuilder To);

/// Has rpc::allocate make what malloc or new makes. Nothing, if that is written
/// elsewhere, is more than memory, or if something else releases or keeps it.
void allocateForStub(const Body &B, const clang::Expr *Made, FindingBuilder To);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FIXES_H
