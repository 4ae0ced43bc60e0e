//===- Outputs.cpp --------------------------------------------------------===//

#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Describe.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

class Walk {
public:
  Walk(const Body &B, const Exit &E) : B(B), E(E) {}

  std::vector<Output> run() {
    if (E.Result)
      addPointer(nullptr, E.Result->getType(), B.O.Return, E.Returned);
    for (const ParmVarDecl *P : B.F->parameters()) {
      const Region *R = B.variable(P);
      const Parameter *Declared = B.parameterOf(R);
      if (!Declared || !Declared->Dir.Out)
        continue;
      // The stub has a pointer of its own, and sees no other one.
      if (Declared->T.K == Type::Kind::Pointer &&
          P->getType()->isAnyPointerType())
        addPointer(R, P->getType(), Declared->T, B.load(State(), R));
      else
        ToDo.push_back({R, P->getType(), &Declared->T});
    }
    while (!ToDo.empty()) {
      Place At = ToDo.back();
      ToDo.pop_back();
      if (Seen.insert(At.R).second)
        visit(At);
    }
    return std::move(Found);
  }

private:
  struct Place {
    const Region *R;
    QualType Q;
    const Type *T;
    bool InArm = false; ///< of a union
  };

  void visit(const Place &At) {
    const Type &T = strippedOfArrays(*At.T);
    if (At.Q->isReferenceType()) {
      for (Value V : B.load(E.After, At.R))
        if (V.K == Value::Kind::Address)
          ToDo.push_back({V.R, At.Q->getPointeeType(),
                          T.Reseatable ? At.T : &T.element()});
    } else if (T.K == Type::Kind::Pointer) {
      const Values What = B.load(E.After, At.R);
      // Another arm may be the one that travels, unless this one was set.
      addPointer(At.R, At.Q, T,
                 At.InArm ? What.where([](const Value &V) {
                   return V.K == Value::Kind::Address;
                 })
                          : What);
    } else if (T.K == Type::Kind::Structure || T.K == Type::Kind::Union) {
      visitFields(At, T);
    }
  }

  void addPointer(const Region *Holder, QualType Q, const Type &T,
                  const Values &What) {
    if (T.K != Type::Kind::Pointer || !Q->isAnyPointerType() || What.empty())
      return;
    // What is reached from elsewhere is wrong there.
    if (!Holder || B.parameterOf(Holder) || Holder->root()->isAllocation())
      Found.push_back({Holder, &T, What});
    for (Value V : What)
      if (V.K == Value::Kind::Address && V.N != Value::Released)
        ToDo.push_back({V.R, Q->getPointeeType(), &T.element()});
  }

  void visitFields(const Place &At, const Type &T) {
    const RecordDecl *Record =
        At.Q->getBaseElementTypeUnsafe()->getAsRecordDecl();
    if (!Record)
      return;
    const bool InArm = At.InArm || T.K == Type::Kind::Union;
    for (const FieldDecl *D : Record->fields())
      if (const Field *Declared =
              D->getIdentifier() ? findField(B.M, T, D->getName()) : nullptr)
        ToDo.push_back({B.field(At.R, D), D->getType(), &Declared->T, InArm});
  }

  const Body &B;
  const Exit &E;
  std::vector<Place> ToDo;
  RegionSet Seen;
  std::vector<Output> Found;
};

} // namespace

std::vector<Output> outputsAt(const Body &B, const Exit &E) {
  return Walk(B, E).run();
}

Location originOf(const Body &B, const Exit &E, const Output &O, Value V) {
  // What was allocated last when it was stored may be an earlier object now.
  auto IsLike = [](const Region *A, const Region *B) {
    return A == B ||
           (A && B && A->root()->isAllocation() && B->root()->isAllocation() &&
            A->root()->E == B->root()->E &&
            (A->K == B->K || A->isAllocation() == B->isAllocation()) &&
            A->D == B->D);
  };
  for (const Store &S : llvm::reverse(B.Stores))
    if (IsLike(S.To, O.Holder) && S.New.may([&](const Value &Stored) {
          return Stored.K == V.K && IsLike(Stored.R, V.R);
        }))
      return at(S.Where);
  const bool WasReleased =
      V.N == Value::Released && V.E && O.Holder && B.parameterOf(O.Holder);
  return WasReleased ? at(V.E) : at(E.At);
}

std::string describe(const Body &B, const Output &O) {
  return O.Holder ? describe(B, O.Holder) : "the result";
}

} // namespace rpcgen
