//===- Arrays.h - descriptors of arrays, sequences and variants -----------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_ARRAYS_H
#define RPCGEN_TOOLS_DYNAMIC_ARRAYS_H

#include "wire/Construct.h"

#include <rpc/ndr/descriptor.h>

#include <span>

namespace dynamic {

/// An array in place; its expressions are still to be set.
rpc::ndr::array_descriptor arrayOf(const rpc::ndr::descriptor &Element,
                                   const rpcgen::wire::Array &A);

/// A std::vector or std::span: a Sequence in memory.
rpc::ndr::sequence_descriptor sequenceOf(const rpc::ndr::descriptor &Element,
                                         const rpc::ndr::correlated &Total);
/// A std::basic_string or its view.
rpc::ndr::text_descriptor textOf(const rpc::ndr::descriptor &Character);

/// Of a Sequence where a pointer would be, as a holder_descriptor has them.
const void *lookAtSequence(const void *Holder);
void clearSequence(void *Holder);
void *fillSequence(rpc::ndr::reader &, void *Holder);

/// A std::variant: a Variant in memory. Null: an alternative without data.
rpc::ndr::variant_descriptor
variantOf(std::span<const rpc::ndr::descriptor *const> Alternatives);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_ARRAYS_H
