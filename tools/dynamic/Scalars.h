//===- Scalars.h - descriptors of scalars ---------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_SCALARS_H
#define RPCGEN_TOOLS_DYNAMIC_SCALARS_H

#include "Descriptors.h"

namespace dynamic {

const rpc::ndr::descriptor &scalarOf(Store &Kept, const rpcgen::wire::Scalar &S,
                                     const rpcgen::Type *T);

/// Reads an integer of so many bytes as the operand of an expression.
using ReadInteger = rpc::ndr::checked (*)(const void *Value);
ReadInteger readerOf(std::size_t Size, bool Signed);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_SCALARS_H
