//===- SizeType.cpp - the type of a size ----------------------------------===//

#include "model/Operands.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"
#include "wire/Forms.h"

using namespace rpcgen;

namespace {

bool isInteger(const Model &M, const Type &T, unsigned MostBits) {
  if (T.K == Type::Kind::Untransmissible || // reported where it is declared
      T.K == Type::Kind::Presented)         // size-xmit
    return true;
  const wire::Construct C = wire::scalarOf(M, T);
  const auto *S = C.as<wire::Scalar>();
  return S && S->Of != Type::Kind::Float &&
         (S->Enum || 8 * S->Memory <= MostBits);
}

void checkOperand(const Model &M, const Site &At, const CountAttribute &A,
                  const Expression &E, unsigned MostBits, Reporter &R) {
  const Type *T = operandType(At, E);
  if (T && (E.K == Expression::Kind::Present ? pointeeOf(*T) != nullptr
                                             : isInteger(M, *T, MostBits)))
    return;
  std::string What = T ? "has type '" + display(*T) + "'"
                       : "goes through something that is not a pointer";
  auto Report =
      R.report(E.Loc, quoteOperand(E) + ", of which the " + A.Gives + " of " +
                          describe(At) + " is made, " + What +
                          " and must be an integer of at most 32 bits");
  if (T && T->K == Type::Kind::Pointer && E.K == Expression::Kind::Operand)
    Report.note(E.Loc, "write '*" + E.Name + "'").insertBefore(E.Loc, "*");
}

/// What a cast narrows may be wider.
void checkOperands(const Model &M, const Site &At, const CountAttribute &A,
                   const Expression &E, unsigned MostBits, Reporter &R) {
  if (E.namesSibling() && !isUnresolved(At, E) && !isIgnored(At, E))
    checkOperand(M, At, A, E, MostBits, R);
  bool Narrows = E.K == Expression::Kind::Cast && E.Bits <= 32;
  for (const Expression &Part : E.Operands)
    checkOperands(M, At, A, Part, Narrows ? 64 : MostBits, R);
}

void checkType(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCount(At, [&](const CountAttribute &A, const Expression &Count) {
      checkOperands(M, At, A, Count, 32, R);
    });
  });
}

void checkPresented(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      bool Named = E.K == Expression::Kind::Operand && findSibling(At, E.Name);
      const Type *T = Named ? operandType(At, E) : nullptr;
      if (T && T->K == Type::Kind::Presented)
        R.report(E.Loc, quoteOperand(E) + ", of which the " + A.Gives + " of " +
                            describe(At) + " is made, travels as another type")
            .note(E.Loc, "use an integer that travels as it is");
    });
  });
}

} // namespace

const Rule rpcgen::SizeType = {
    "size-type", Severity::Error,
    "a size that is not an integer of at most 32 bits", checkType};

const Rule rpcgen::SizeXmit = {"size-xmit", Severity::Error,
                               "a size whose type travels as another one",
                               checkPresented};
