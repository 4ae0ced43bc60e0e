//===- Attribute.h - an attribute as it was written -----------------------===//
#ifndef RPCGEN_MODEL_ATTRIBUTE_H
#define RPCGEN_MODEL_ATTRIBUTE_H

#include "model/Expression.h"
#include "model/Location.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rpcgen {

/// One [[rpc::name(arguments)]]. The reader fills in the one list that the
/// attribute's row of the table (AttributeTable.h) says it takes.
struct Attribute {
  enum class Kind : std::uint8_t {
    None, ///< of a description that a newer rpcgen wrote
#define ATTRIBUTE(Identifier, ...) Identifier,
#include "model/Attributes.def"
  };
  using enum Kind;

  Kind K = None;
  std::string Text; ///< The arguments as written, tokens joined by one space.
  Location Loc;     ///< Of the name.

  /// Size, length and discriminant expressions; a gap as in size_is(, *n) is
  /// std::nullopt.
  std::vector<std::optional<Expression>> Expressions;
  /// Identifiers and literals: pointer_default(unique), version(1, 0),
  /// interface("60a1...", 1, 0), switch_type(std::uint16_t). Strings without
  /// quotes.
  std::vector<std::string> Words;

  friend bool operator==(const Attribute &, const Attribute &) = default;
};

/// The name without "rpc::".
std::string nameOf(Attribute::Kind K);

using AttributeList = std::vector<Attribute>;

/// The first attribute of that kind, or null.
inline const Attribute *find(const AttributeList &Attributes,
                             Attribute::Kind K) {
  for (const Attribute &A : Attributes)
    if (A.K == K)
      return &A;
  return nullptr;
}

} // namespace rpcgen

#endif // RPCGEN_MODEL_ATTRIBUTE_H
