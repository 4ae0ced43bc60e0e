//===- ByteCounts.h - buffers with a size in bytes ------------------------===//
#ifndef RPCGEN_RULES_MEMORY_BYTECOUNTS_H
#define RPCGEN_RULES_MEMORY_BYTECOUNTS_H

#include "rules/Rule.h"

namespace rpcgen {

/// The attribute, if the site is a pointer that takes it; else null.
inline const Attribute *byteCountOf(const Site &At) {
  return At.T.ByteCount ? find(At.Attributes, Attribute::ByteCount) : nullptr;
}

} // namespace rpcgen

#endif // RPCGEN_RULES_MEMORY_BYTECOUNTS_H
