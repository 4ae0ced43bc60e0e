#include "model/AttributeTable.h"
#include "rules/Rule.h"

using namespace rpcgen;

/// Pairs that have rules of their own.
static bool isJudgedElsewhere(Attribute::Kind A, Attribute::Kind B) {
  auto Both = [&](AttributeSet One, AttributeSet Other) {
    return (One.contains(A) && Other.contains(B)) ||
           (One.contains(B) && Other.contains(A));
  };
  return Both(PointerClasses, PointerClasses) ||
         Both({Attribute::SizeIs}, {Attribute::MaxIs}) ||
         Both({Attribute::LengthIs}, {Attribute::LastIs}) ||
         Both({Attribute::String},
              {Attribute::FirstIs, Attribute::LengthIs, Attribute::LastIs});
}

/// Each pair once, at its second attribute.
static void checkExclusions(const AttributeList &Attributes, Reporter &R) {
  for (const Attribute &Second : Attributes)
    for (const Attribute &First : Attributes) {
      if (&First == &Second)
        break;
      if (!isJudgedElsewhere(First.K, Second.K) && exclude(First.K, Second.K))
        R.report(Second.Loc, "'rpc::" + nameOf(Second.K) + "' and 'rpc::" +
                                 nameOf(First.K) + "' cannot stand together")
            .note(First.Loc, "keep one of them");
    }
}

/// A second one with other arguments would be lost. Redeclarations may repeat
/// what has been said.
static void checkRepeats(const AttributeList &Attributes, Reporter &R) {
  for (const Attribute &Each : Attributes)
    if (const Attribute *First = find(Attributes, Each.K);
        First->Text != Each.Text)
      R.report(Each.Loc, "'rpc::" + nameOf(Each.K) +
                             "' is given twice with different arguments")
          .note(First->Loc, "keep one of them");
}

static void checkDeclaration(const AttributeList &Attributes, Reporter &R) {
  checkExclusions(Attributes, R);
  checkRepeats(Attributes, R);
}

static void check(const Model &M, ModelReporter &R) {
  for (const Interface &I : M.Interfaces) {
    checkDeclaration(I.Attributes, R);
    for (const Operation &O : I.Operations) {
      checkDeclaration(O.Attributes, R);
      for (const Parameter &Each : O.Parameters)
        checkDeclaration(Each.Attributes, R);
    }
  }
  forEachSite(M, [&](const Site &At) {
    if (!At.O)
      checkDeclaration(At.Attributes, R);
    // An alias of an alias may say something else.
    forEachLevel(At.T, [&](const Type &Level) {
      checkExclusions(Level.AliasAttributes, R);
    });
  });
  forEachStructure(
      M, [&](const Structure &S) { checkDeclaration(S.Attributes, R); });
  forEachUnion(M, [&](const Union &U) { checkDeclaration(U.Attributes, R); });
  forEachEnumeration(
      M, [&](const Enumeration &E) { checkDeclaration(E.Attributes, R); });
}

DEFINE_RULE(AttributeConflict) = {
    "attribute-conflict", Severity::Error,
    "attributes on one declaration that exclude each other", check};
