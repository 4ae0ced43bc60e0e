//===- SizeType.cpp - the type of a size ----------------------------------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

bool isSmallInteger(const Type &T) {
  switch (T.K) {
  case Type::Kind::Integer:
    return T.Bits <= 32;
  case Type::Kind::Boolean:
  case Type::Kind::Character:
  case Type::Kind::WideCharacter:
  case Type::Kind::Enumeration:
  case Type::Kind::Untransmissible: // reported where it is declared
    return true;
  default:
    return false;
  }
}

void checkType(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      if (E.K != Expression::Kind::Operand || !findSibling(At, E.Name) ||
          isIgnored(At, E))
        return;
      const Type *T = operandType(At, E);
      if (T && (isSmallInteger(*T) || T->K == Type::Kind::Presented))
        return;
      std::string What = T ? "has type '" + display(*T) + "'"
                           : "goes through something that is no pointer";
      auto Report =
          R.report(E.Loc, quoteOperand(E) + ", of which the " + A.Gives +
                              " of " + describe(At) + " is made, " + What +
                              " and must be an integer of at most "
                              "32 bits");
      if (T && T->K == Type::Kind::Pointer)
        Report.note(E.Loc, "write '*" + E.Name + "'").insertBefore(E.Loc, "*");
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
