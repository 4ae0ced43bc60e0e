//===- Decoders.h - a description as a program that reads messages --------===//
#ifndef RPCGEN_EMIT_DECODERS_H
#define RPCGEN_EMIT_DECODERS_H

#include "model/Interface.h"

#include <string>

namespace rpcgen {

/// A translation unit that needs nothing but the headers of the runtime: the
/// model's types, its stubs, and `rpc_decoders` (rpc/ndr/decoder.h), which has
/// a decoder for each interface. Throws as detach() does, and if there is no
/// interface.
std::string emitDecoders(const Model &Resolved);

} // namespace rpcgen

#endif // RPCGEN_EMIT_DECODERS_H
