//===- MemoryLayout.cpp - packed and over-aligned types -------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// What memory of rpc::allocate and of a server's call is aligned to.
constexpr unsigned MostAligned = 16;

bool isRevisited(const Model &M, const Type &T);

bool isRevisited(const Model &M, const Field &F) {
  const Type &T = F.T;
  return T.K == Type::Kind::Pointer || T.Discriminant || isRevisited(M, T);
}

/// Whether stubs come back to a value after they have read it: for what its
/// pointers lead to, or for the sizes and discriminants in it.
bool isRevisited(const Model &M, const Type &T) {
  auto Revisited = [&](const Field &F) { return isRevisited(M, F); };
  switch (T.K) {
  case Type::Kind::Array:
    return T.Size || T.Length || T.element().K == Type::Kind::Pointer ||
           isRevisited(M, T.element());
  case Type::Kind::Structure:
    return std::ranges::any_of(M.Structures[T.Definition].Fields, Revisited);
  case Type::Kind::Union:
    return std::ranges::any_of(M.Unions[T.Definition].Arms, [&](const Arm &A) {
      return !A.Empty && Revisited(A.F);
    });
  case Type::Kind::Standard: // owning-packed has all others
    return T.isStandardArray() && (T.element().K == Type::Kind::Pointer ||
                                   isRevisited(M, T.element()));
  case Type::Kind::Void:
  case Type::Kind::Boolean:
  case Type::Kind::Integer:
  case Type::Kind::Character:
  case Type::Kind::WideCharacter:
  case Type::Kind::Float:
  case Type::Kind::Enumeration:
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
  case Type::Kind::Presented:
  case Type::Kind::ContextHandle:
  case Type::Kind::BindingHandle:
  case Type::Kind::Pipe:
  case Type::Kind::Untransmissible:
    break;
  }
  return false;
}

void checkMisaligned(const Model &M, Reporter &R) {
  auto Check = [&](const char *Kind, const Field &F) {
    const Type *Each = &F.T;
    while (Each->K == Type::Kind::Array)
      Each = &Each->element();
    bool Class = Each->K == Type::Kind::Structure ||
                 Each->K == Type::Kind::Union || Each->isStandardArray();
    if (!F.Misaligned || !Class || !isRevisited(M, *Each))
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
