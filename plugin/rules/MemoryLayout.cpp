//===- MemoryLayout.cpp - packed and over-aligned types -------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"
#include "wire/Forms.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// What memory of rpc::allocate and of a server's call is aligned to.
constexpr unsigned MostAligned = 16;

bool isPointer(const wire::Construct &C) {
  return C.T && C.T->K == Type::Kind::Pointer;
}

/// Whether stubs come back to a value after they have read it: for what its
/// pointers lead to, or for the sizes and discriminants in it.
bool isRevisited(const wire::Forms &All, const wire::Construct &C) {
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

void checkMisaligned(const Model &M, Reporter &R) {
  const wire::Forms All(M);
  auto Check = [&](const char *Kind, const Field &F) {
    const Type *Each = &F.T;
    while (Each->K == Type::Kind::Array)
      Each = &Each->element();
    bool Class = Each->K == Type::Kind::Structure ||
                 Each->K == Type::Kind::Union || Each->isStandardArray();
    if (!F.Misaligned || !Class || !isRevisited(All, All.value(*Each)))
      return;
    FindingBuilder Found = R.report(
        F.Loc, Kind + quote(F.Name) + " is misaligned, and '" + display(*Each) +
                   "' holds pointers or sizes that stubs " + "come back to");
    while (Each->isStandardArray() || Each->K == Type::Kind::Array)
      Each = &Each->element();
    if (Each->K == Type::Kind::Pointer)
      Found.note(F.Loc, "use a built-in array");
    else
      Found.note(F.Loc, "pack '" + display(*Each) + "' as well");
  };
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      Check("field ", F);
  });
  forEachUnion(M, [&](const Union &U) {
    for (const Arm &A : U.Arms)
      Check("union arm ", A.F);
  });
}

void checkOverAligned(const Model &M, Reporter &R) {
  auto Check = [&](const auto &Definition) {
    if (Definition.Alignment > MostAligned)
      R.report(Definition.Loc, quote(Definition.Name) + " is aligned to " +
                                   std::to_string(Definition.Alignment) +
                                   " bytes, and memory of stubs to " +
                                   std::to_string(MostAligned))
          .note(Definition.Loc, "align it to at most " +
                                    std::to_string(MostAligned) + " bytes");
  };
  forEachStructure(M, Check);
  forEachUnion(M, Check);
}

void checkPacked(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    if (!S.NaturalLayout)
      R.report(S.Loc, quote(S.Name) + " does not lie in memory as it does on "
                                      "the wire, and is copied field by field");
  });
}

} // namespace

const Rule rpcgen::MisalignedStruct = {
    "misaligned-struct", Severity::Error,
    "a structure with pointers at a place where it is not aligned",
    checkMisaligned};

const Rule rpcgen::OverAligned = {
    "over-aligned", Severity::Error,
    "a type with an alignment of more than 16 bytes", checkOverAligned};

const Rule rpcgen::PackedForcesCopy = {
    "packed-forces-copy", Severity::Off,
    "a packed structure, which has to be copied field by field", checkPacked};
