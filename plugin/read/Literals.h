//===- Literals.h - values of integer and character literals --------------===//
#ifndef RPCGEN_READ_LITERALS_H
#define RPCGEN_READ_LITERALS_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>

namespace rpcgen {

/// 10'000u, 0x1F, 017, 0b11; nothing for every other number, or if it takes
/// more than 63 bits.
std::optional<std::int64_t> integerLiteral(llvm::StringRef Text);

/// 'a', u'a', '\n', '\x41'; nothing for every other character.
std::optional<std::int64_t> characterLiteral(llvm::StringRef Text);

} // namespace rpcgen

#endif // RPCGEN_READ_LITERALS_H
