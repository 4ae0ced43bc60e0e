//===- Detach.h - a model without the header that it was read from --------===//
#ifndef RPCGEN_EMIT_DETACH_H
#define RPCGEN_EMIT_DETACH_H

#include "model/Interface.h"

namespace rpcgen {

/// The model with every type and interface under a name of its own in the
/// namespace `described`, so that definitions can be printed for them whatever
/// they were called, and wherever. Members and operations keep their names.
/// Types that travel in no operation are left out.
///
/// Whoever wrote the description shall not write code: throws
/// std::runtime_error if a name is no identifier, or if something is missing
/// or points nowhere.
Model detach(Model Resolved);

} // namespace rpcgen

#endif // RPCGEN_EMIT_DETACH_H
