//===- Lock.h - interfaces as their peers know them -----------------------===//
//
// A lock is the description of interfaces that clients or servers in the field
// were built from, as a file delivery has written it. An interface with the
// UUID and major version of one in it has to speak to them still.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_LOCK_LOCK_H
#define RPCGEN_LOCK_LOCK_H

#include "model/Finding.h"
#include "model/Interface.h"
#include "wire/Forms.h"

#include <string>
#include <vector>

namespace rpcgen {

/// Adds the lock in the file. Returns what is wrong with it, as a sentence; ""
/// if nothing is.
std::string readLock(const std::string &Path, std::vector<Model> &Into);

/// Where the operations of Locked have others in their place now, or travel in
/// another way: findings of opnum-changed. Both are resolved.
std::vector<Finding> compareWithLock(const wire::Forms &Resolved,
                                     const Model &Locked);

} // namespace rpcgen

#endif // RPCGEN_LOCK_LOCK_H
