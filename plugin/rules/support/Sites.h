//===- Sites.h - where a type is in an interface --------------------------===//
#ifndef RPCGEN_RULES_SUPPORT_SITES_H
#define RPCGEN_RULES_SUPPORT_SITES_H

#include "model/Interface.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// A parameter, a field, a union arm, a returned value, or a type that is
/// serialized but cannot be. Refers to the model.
struct Site {
  enum class Kind { Parameter, Field, Arm, Result, Serialized };

  Kind K;
  const std::string &Name; ///< of the operation, for a result
  const Type &T;
  const AttributeList &Attributes;
  Location Loc;

  const Operation *O = nullptr; ///< of a parameter or result
  const Parameter *P = nullptr; ///< of a parameter
  const Structure *S = nullptr; ///< of a field
  const Union *U = nullptr;     ///< of an arm
  const Field *F = nullptr;     ///< a field or an arm

  /// Whether the value travels from server to client only.
  bool isOutOnly() const { return P && P->Dir.Out && !P->Dir.In; }
};

/// "[out] parameter 'n'", "field 'n'", "union arm 'n'", "the value that 'f'
/// returns".
std::string describe(const Site &At);

/// Everything that remote operations carry. What only local operations use, or
/// no operation, has no wire form to be judged.
void forEachSite(const Model &M,
                 const std::function<void(const Site &)> &Visit);
void forEachOperation(
    const Model &M,
    const std::function<void(const Interface &, const Operation &)> &Visit);
void forEachEnumeration(const Model &M,
                        const std::function<void(const Enumeration &)> &Visit);
void forEachStructure(const Model &M,
                      const std::function<void(const Structure &)> &Visit);
void forEachUnion(const Model &M,
                  const std::function<void(const Union &)> &Visit);

/// A parameter beside the site, or a field beside it; null if there is none
/// of that name.
const Type *findSibling(const Site &At, const std::string &Name);

/// The names of the parameters or fields beside the site.
std::vector<std::string_view> siblingsOf(const Site &At);

/// The same in quotes: "'a' and
/// 'b'"; "" if it is alone.
std::string listSiblings(const Site &At);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_SITES_H
