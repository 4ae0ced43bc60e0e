//===- NullTests.cpp ------------------------------------------------------===//

#include "read/NullTests.h"
#include "read/OperandTypes.h"

#include "clang/AST/Decl.h"

#include <utility>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Expression::Kind;

bool namesPointer(const Expression &E, const Names &Known) {
  const ValueDecl *Sibling =
      E.K == Kind::Operand ? Known.sibling(E.Name) : nullptr;
  if (!Sibling)
    return false;
  QualType Q = Sibling->getType().getNonReferenceType();
  for (unsigned N = 0; N < E.Dereferences; ++N)
    Q = dereferenced(Q);
  return !Q.isNull() && !pointeeType(Q).isNull();
}

bool isNull(const Expression &E) {
  return E.K == Kind::Literal && E.Value == 0;
}

Expression negation(Expression E, Location Loc) {
  Expression Result;
  Result.K = Kind::Unary;
  Result.Operator = "!";
  Result.Operands.push_back(std::move(E));
  Result.Loc = Loc;
  return Result;
}

} // namespace

Expression nullPointer(Location Loc) {
  Expression Result;
  Result.Name = "nullptr";
  Result.Loc = Loc;
  return Result;
}

bool isNullPointer(const Expression &E) {
  return E.K == Kind::Literal && !E.Name.empty();
}

Expression condition(Expression E, const Names &Known) {
  if (namesPointer(E, Known))
    E.K = Kind::Present;
  return E;
}

Expression binary(Expression Left, std::string Operator, Expression Right,
                  Location Loc, const Names &Known) {
  if (Operator == "==" || Operator == "!=") {
    Expression &Pointer = isNull(Left) ? Right : Left;
    const Expression &Null = isNull(Left) ? Left : Right;
    if (isNull(Null) && namesPointer(Pointer, Known)) {
      Pointer.K = Kind::Present;
      return Operator == "!=" ? std::move(Pointer)
                              : negation(std::move(Pointer), Loc);
    }
  }
  if (Operator == "&&" || Operator == "||") {
    Left = condition(std::move(Left), Known);
    Right = condition(std::move(Right), Known);
  }
  Expression Result;
  Result.K = Kind::Binary;
  Result.Operator = std::move(Operator);
  Result.Operands = {std::move(Left), std::move(Right)};
  Result.Loc = Loc;
  return Result;
}

} // namespace rpcgen
