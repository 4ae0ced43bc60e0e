//===- Formula.h - size and discriminant expressions, computed ------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_FORMULA_H
#define RPCGEN_TOOLS_DYNAMIC_FORMULA_H

#include "model/Interface.h"

#include <rpc/ndr/expression.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace dynamic {

/// What the operands of expressions may be: the parameters of a frame or the
/// fields of a structure, and where they are in its memory.
struct Scope {
  explicit Scope(const rpcgen::Model &M, bool IsFrame = false)
      : M(&M), IsFrame(IsFrame) {}

  const rpcgen::Model *M;
  bool IsFrame;
  std::vector<std::string> Names;
  std::vector<const rpcgen::Type *> Types;
  std::vector<std::size_t> Offsets;

  void add(const std::string &Name, const rpcgen::Type &T) {
    Names.push_back(Name);
    Types.push_back(&T);
    Offsets.push_back(0); // until the member has its place
  }
};

/// An expression of the model over the members of a scope, whose memory is laid
/// out as Builder does it. Reads operands when it is evaluated.
class Formula {
public:
  /// The scope must outlive it.
  Formula(rpcgen::Expression Of, const Scope &In) : Of(std::move(Of)), In(In) {}

  rpc::ndr::checked evaluate(const void *Self) const;

  /// When its operands are known.
  rpc::ndr::due due() const;

  /// The name of the one member that it is, or that it points to; else null.
  const std::string *operand() const {
    return Of.K == rpcgen::Expression::Kind::Operand ? &Of.Name : nullptr;
  }

  /// As descriptors hold it; null: there is no expression.
  static rpc::ndr::correlated correlated(const Formula *F);

private:
  rpcgen::Expression Of;
  const Scope &In;
};

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_FORMULA_H
