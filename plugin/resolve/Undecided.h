//===- Undecided.h - a model of which nothing is decided yet --------------===//
#ifndef RPCGEN_RESOLVE_UNDECIDED_H
#define RPCGEN_RESOLVE_UNDECIDED_H

#include "model/Interface.h"

namespace rpcgen {

/// What is written, with each decision at its default.
Model undecided(const declared::Model &Read);
Type undecided(const declared::Type &Read);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_UNDECIDED_H
