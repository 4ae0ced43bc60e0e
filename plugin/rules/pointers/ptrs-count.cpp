#include "resolve/Types.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Ptrs);
  unsigned Pointers = countPointers(T);
  if (A && A->Words.size() != Pointers &&
      innermost(T).K != Type::Kind::Untransmissible)
    R.report(A->Loc, display(*A) + " of " + describe(At) + " names " +
                         std::to_string(A->Words.size()) +
                         (A->Words.size() == 1 ? " class" : " classes") +
                         " for " + std::to_string(Pointers) +
                         (Pointers == 1 ? " pointer" : " pointers"))
        .note(A->Loc, "name one for each, from the name inwards");
}

DEFINE_RULE(PtrsCount) = {
    "ptrs-count", Severity::Error,
    "ptrs with more or fewer classes than the declaration has pointers", check};
