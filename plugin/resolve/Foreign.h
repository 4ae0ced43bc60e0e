//===- Foreign.h - types of system headers --------------------------------===//
#ifndef RPCGEN_RESOLVE_FOREIGN_H
#define RPCGEN_RESOLVE_FOREIGN_H

#include "model/Interface.h"

namespace rpcgen {

/// A structure or union of a system header that cannot travel cannot be mended
/// there either. Makes each use of it in a declaration of the user a type that
/// cannot travel, which is reported where the user has written it.
void refuseForeign(Model &M);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_FOREIGN_H
