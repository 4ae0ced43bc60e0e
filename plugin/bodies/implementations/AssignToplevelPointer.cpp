//===- AssignToplevelPointer.cpp ------------------------------------------===//

#include "bodies/flow/Assignments.h"
#include "bodies/flow/Standard.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the object is linked into what a parameter points to, or into other
/// new memory.
bool isLinked(const Body &B, const Value &V) {
  return llvm::any_of(B.Stores, [&](const Store &S) {
    const bool Holds = B.isStubOwned(S.To) || S.To->root()->isAllocation();
    return Holds && S.New.may([&](const Value &Each) {
      return Each.K == V.K && Each.R->root() == V.R->root();
    });
  });
}

/// Walking over an array, or along a list, ends nothing that is a result.
bool staysInside(const Body &B, const Assignments &Made, const Store &S) {
  if (S.New.may([&](const Value &V) {
        return V.K == Value::Kind::Address &&
               (V.R->isIn(S.To) || isLinked(B, V));
      }))
    return true;
  // ++ and += go on from where the pointer is.
  const bool Moves = !S.Value || S.Value->getType()->isIntegerType();
  return Moves ||
         (!S.New.must(Value::Kind::Null) && !S.New.must(Value::Kind::Address) &&
          Made.dependsOn(S.Value, S.To->variable()));
}

/// Whether results go where it points to.
bool isPointer(const Region *R) {
  return R->T->isAnyPointerType() || standardKind(R->T) == StandardKind::View;
}

/// What to do instead.
std::string advice(const Parameter &P, QualType T) {
  if (!T->isAnyPointerType())
    return "fill the elements of '" + P.Name + "'";
  PrintingPolicy InCpp((LangOptions()));
  InCpp.adjustForCPlusPlus();
  return "fill '*" + P.Name + "', or declare '" +
         T->getPointeeType().getAsString(InCpp) + " *&" + P.Name +
         "' to return new memory";
}

} // namespace

void bodies::checkAssignToplevelPointer(const Body &B, Reporter &R) {
  const Assignments Made(B.F->getBody());
  for (const Store &S : B.Stores) {
    const Parameter *P = S.To->parameter() ? B.parameterOf(S.To) : nullptr;
    if (!P || !P->Dir.Out || !isPointer(S.To) || staysInside(B, Made, S))
      continue;
    R.report(at(S.Where), "this changes a copy of the pointer: the client "
                          "gets what " +
                              describe(*P) + " pointed to at first")
        .note(P->Loc, advice(*P, S.To->T));
  }
}

} // namespace rpcgen
