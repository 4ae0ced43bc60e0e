#include "attr/Table.h"
#include "rules/Rule.h"

using namespace rpcgen;

static bool isPointerClass(std::string_view Name) {
  return holds("ref unique ptr", Name);
}

static bool exclude(const Attribute &A, const Attribute &B) {
  const AttributeRow *Row = findAttribute(A.Name);
  return Row && holds(Row->Exclusions, B.Name);
}

/// Pairs that have rules of their own.
static bool isJudgedElsewhere(std::string_view A, std::string_view B) {
  auto Both = [&](std::string_view One, std::string_view Other) {
    return (holds(One, A) && holds(Other, B)) ||
           (holds(One, B) && holds(Other, A));
  };
  return (isPointerClass(A) && isPointerClass(B)) ||
         Both("size_is", "max_is") || Both("length_is", "last_is") ||
         Both("string", "first_is length_is last_is");
}

/// Each pair once, where its second attribute stands.
static void checkExclusions(const AttributeList &Attributes, Reporter &R) {
  for (const Attribute &Second : Attributes)
    for (const Attribute &First : Attributes) {
      if (&First == &Second)
        break;
      if (!isJudgedElsewhere(First.Name, Second.Name) &&
          (exclude(First, Second) || exclude(Second, First)))
        R.report(Second.Loc, "'rpc::" + Second.Name + "' and 'rpc::" +
                                 First.Name + "' cannot stand together")
            .note(First.Loc, "keep one of them");
    }
}

/// A second one with other arguments would be lost. Redeclarations may repeat
/// what has been said.
static void checkRepeats(const AttributeList &Attributes, Reporter &R) {
  for (const Attribute &Each : Attributes)
    if (const Attribute *First = find(Attributes, Each.Name);
        First->Text != Each.Text)
      R.report(Each.Loc, "'rpc::" + Each.Name +
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
