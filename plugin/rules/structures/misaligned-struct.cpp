#include "rules/Rule.h"
#include "wire/Forms.h"

#include <algorithm>

using namespace rpcgen;

static bool isPointer(const wire::Construct &C) {
  return C.T && C.T->K == Type::Kind::Pointer;
}

/// Whether stubs come back to a value after they have read it: for what its
/// pointers point to, or for the sizes and discriminants in it.
static bool isRevisited(const wire::Forms &All, const wire::Construct &C) {
  auto Revisited = [&](const wire::Member &Each) {
    const auto *U = Each.C.as<wire::Union>();
    return isPointer(Each.C) || (U && U->Discriminant) ||
           isRevisited(All, Each.C);
  };
  return wire::match(
      C,
      [&](const wire::Array &A) {
        return A.Size || A.Length || isPointer(A.Of.front()) ||
               isRevisited(All, A.Of.front());
      },
      [&](const wire::Structure &S) {
        return std::ranges::any_of(All.Structures[S.Definition], Revisited);
      },
      [&](const wire::Union &U) {
        return std::ranges::any_of(All.Unions[U.Definition].Arms, Revisited);
      },
      [](const auto &) { return false; }); // owning-packed has the owners
}

static void check(const Model &M, ModelReporter &R) {
  const wire::Forms &All = R.forms();
  forEachSite(M, [&](const Site &At) {
    const Type *Each = &At.T;
    while (Each->K == Type::Kind::Array)
      Each = &Each->element();
    bool Class = Each->K == Type::Kind::Structure ||
                 Each->K == Type::Kind::Union || Each->isStandardArray();
    if (!At.F || !At.F->Misaligned || !Class ||
        !isRevisited(All, All.value(*Each)))
      return;
    FindingBuilder Found = R.report(
        At.Loc, describe(At) + " is misaligned, and '" + display(*Each) +
                    "' holds pointers or sizes that stubs come back to");
    while (Each->isStandardArray() || Each->K == Type::Kind::Array)
      Each = &Each->element();
    if (Each->K == Type::Kind::Pointer)
      Found.note(At.Loc, "use a built-in array");
    else
      Found.note(At.Loc, "pack '" + display(*Each) + "' as well");
  });
}

DEFINE_RULE(MisalignedStruct) = {
    "misaligned-struct", Severity::Error,
    "a structure with pointers at a place where it is not aligned", check};
