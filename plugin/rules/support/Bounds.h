//===- Bounds.h - what is known of counts before any call -----------------===//
#ifndef RPCGEN_RULES_SUPPORT_BOUNDS_H
#define RPCGEN_RULES_SUPPORT_BOUNDS_H

#include "model/Expression.h"
#include "rules/support/Sites.h"

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace rpcgen {

/// Between which values something lies, both included.
struct Bounds {
  static constexpr std::int64_t Lowest =
      std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t Highest =
      std::numeric_limits<std::int64_t>::max();

  std::int64_t Least = Lowest; ///< Lowest: not known
  std::int64_t Most = Highest; ///< Highest: not known

  bool meets(Bounds Other) const {
    return Least <= Other.Most && Other.Least <= Most;
  }
};

/// The values of the type, whatever range it has; not limited for what is no
/// integer of at most 32 bits.
Bounds boundsOf(const Type &T);

/// An expression as a sum of operands with factors and of a constant, so that
/// 'n + 1' is known to exceed 'n'. Of an operand its type and its range are
/// known; what is neither a sum nor a product with a constant is one term.
class Sum {
public:
  explicit Sum(std::int64_t Constant) : Constant(Constant) {}
  Sum(const Site &At, const Expression &E);

  Sum &add(const Sum &Other, std::int64_t Factor = 1);
  Bounds bounds() const;

private:
  struct Term {
    std::int64_t Factor;
    Bounds Values;
  };
  std::map<std::string, Term> Terms; ///< by how it is written
  std::int64_t Constant = 0;
};

/// The bounds of an expression at a site.
inline Bounds boundsOf(const Site &At, const Expression &E) {
  return Sum(At, E).bounds();
}

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_BOUNDS_H
