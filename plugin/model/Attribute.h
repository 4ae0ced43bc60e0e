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
/// attribute's row of the table (attr/Table.h) says it takes.
struct Attribute {
  std::string Name; ///< Without "rpc::".
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

using AttributeList = std::vector<Attribute>;

/// The first attribute of that name, or null.
inline const Attribute *find(const AttributeList &Attributes,
                             const std::string &Name) {
  for (const Attribute &A : Attributes)
    if (A.Name == Name)
      return &A;
  return nullptr;
}

} // namespace rpcgen

#endif // RPCGEN_MODEL_ATTRIBUTE_H
