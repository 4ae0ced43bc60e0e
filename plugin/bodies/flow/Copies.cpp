//===- Copies.cpp - whole structures that are written ---------------------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/RecordLayout.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

} // namespace

/// memcpy, memset and their like write the fields that so many bytes cover.
void Evaluator::copyBytes(const CallExpr *E) {
  const Expr *To = E->getArg(0), *From = E->getArg(1);
  const Value Target = valuesOf(To).without(Kind::Null).only();
  const Value Size =
      E->getNumArgs() > 2 ? valuesOf(E->getArg(2)).only() : Value();
  const QualType T = To->IgnoreParenImpCasts()->getType()->getPointeeType();
  if (Target.K != Kind::Address || Size.K != Kind::Number || T.isNull() ||
      T->isIncompleteType())
    return clobberAll(valuesOf(To));
  const bool Fills = !From->getType()->isAnyPointerType();
  const Value Source = valuesOf(From).without(Kind::Null).only();
  auto Written = [&](const Region *In, QualType Of) -> Values {
    if (Fills && Source.K == Kind::Number && Source.N == 0)
      return Of->isAnyPointerType() ? Value{.K = Kind::Null}
                                    : Value{.K = Kind::Number};
    return In ? load(In) : Values(Value());
  };
  const Region *Whole =
      Source.K == Kind::Address && !Fills ? Source.R : nullptr;
  if (T->isScalarType())
    return storeTo(Target.R, E, nullptr, Written(Whole, T), false);
  const auto *Record = T->getAsRecordDecl();
  if (!Record || !Record->isStruct() || Record->isInvalidDecl() ||
      Record->getDefinition() == nullptr)
    return clobberAll(valuesOf(To));
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(Record);
  for (const FieldDecl *D : Record->fields()) {
    const std::int64_t End =
        (Layout.getFieldOffset(D->getFieldIndex()) / 8) +
        Context.getTypeSizeInChars(D->getType()).getQuantity();
    if (End > Size.N)
      continue;
    const Region *R = Known.field(Target.R, D);
    if (D->getType()->isScalarType())
      storeTo(R, E, nullptr,
              Written(Whole ? Known.field(Whole, D) : nullptr, D->getType()),
              false);
    else
      Now->clobber(R);
  }
}

/// Two structures have each other's values.
void Evaluator::swapRecords(const Expr *A, const Expr *B) {
  const auto *Record = A->getType()->getAsRecordDecl();
  const Value X = valuesOf(A).only(), Y = valuesOf(B).only();
  if (!Record || !Record->isStruct() || X.K != Kind::Address ||
      Y.K != Kind::Address) {
    clobberAll(valuesOf(A));
    return clobberAll(valuesOf(B));
  }
  for (const FieldDecl *D : Record->fields()) {
    const Region *First = Known.field(X.R, D), *Second = Known.field(Y.R, D);
    const Values Old = load(First);
    storeTo(First, A, nullptr, load(Second), false);
    storeTo(Second, B, nullptr, Old, false);
  }
}

} // namespace rpcgen
