//===- Walk.cpp -----------------------------------------------------------===//

#include "idl/Walk.h"

namespace rpcgen::idl {
namespace {

/// One walk for all: what is not asked for is an empty function.
struct Walker {
  std::function<void(Variable &, Place)> OnVariable = [](auto &, Place) {};
  std::function<void(Type &)> OnDefinition = [](auto &) {};
  std::function<void(const Type &)> OnType = [](auto &) {};

  void visit(TypeRef &T) {
    if (T)
      visit(*T);
  }

  void visit(Type &T) {
    OnType(T);
    for (Type &Argument : T.Arguments)
      visit(Argument);
    if (!T.Defined)
      return;
    visit(T.Defined->Attrs);
    if (T.Defined->Encapsulated)
      visit(T.Defined->Switch, Place::Field);
    for (Variable &V : T.Defined->Fields)
      visit(V, T.K == Type::Kind::Union ? Place::Arm : Place::Field, true);
    for (Enumerator &E : T.Defined->Enumerators)
      visit(E.Value);
    OnDefinition(T);
  }

  /// Several names may follow one type, which is visited with the first.
  void visit(Variable &V, Place P, bool MayShareType = false) {
    if (V.T && (!MayShareType || V.T != Last))
      visit(V.T);
    if (MayShareType)
      Last = V.T;
    visit(V.Attrs);
    visit(V.Layers);
    OnVariable(V, P);
  }

  void visit(std::vector<Layer> &Layers) {
    for (Layer &L : Layers) {
      visit(L.Bound);
      for (Variable &V : L.Parameters)
        visit(V, Place::Parameter);
    }
  }

  void visit(Attributes &All) {
    for (Attribute &A : All) {
      visit(A.Named);
      for (Expr &E : A.Arguments)
        visit(E);
    }
  }

  void visit(Expr &E) {
    visit(E.Named);
    for (Expr &Operand : E.Operands)
      visit(Operand);
  }

  void visit(Typedef &T) {
    visit(T.Attrs);
    visit(T.T);
    for (Variable &V : T.Names) {
      visit(V.Layers);
      OnVariable(V, Place::Alias);
    }
  }
  void visit(Declared &D) {
    visit(D.Attrs);
    visit(D.T);
  }
  void visit(Constant &C) {
    visit(C.T);
    visit(C.Value);
  }
  void visit(Operation &O) {
    visit(O.Attrs);
    visit(O.T);
    for (Variable &V : O.Parameters)
      visit(V, Place::Parameter);
  }
  template <class T> void visit(T &) {}

  TypeRef Last;
};

} // namespace

void forEachItem(std::vector<Item> &Items,
                 const std::function<void(Item &, Interface *)> &Do) {
  for (Item &I : Items) {
    Do(I, nullptr);
    if (auto *In = std::get_if<Interface>(&I.Is))
      for (Item &Inner : In->Items)
        Do(Inner, In);
    else if (auto *O = std::get_if<Other>(&I.Is))
      forEachItem(O->Items, Do);
  }
}

void forEachItem(
    const std::vector<Item> &Items,
    const std::function<void(const Item &, const Interface *)> &Do) {
  forEachItem(const_cast<std::vector<Item> &>(Items),
              [&](Item &I, Interface *In) { Do(I, In); });
}

void forEachVariable(Item &I,
                     const std::function<void(Variable &, Place)> &Do) {
  Walker W;
  W.OnVariable = Do;
  std::visit([&](auto &Is) { W.visit(Is); }, I.Is);
}

void forEachDefinition(Item &I, const std::function<void(Type &)> &Do) {
  Walker W;
  W.OnDefinition = Do;
  std::visit([&](auto &Is) { W.visit(Is); }, I.Is);
}

void forEachType(const Item &I, const std::function<void(const Type &)> &Do) {
  Walker W;
  W.OnType = Do;
  std::visit([&](auto &Is) { W.visit(Is); }, const_cast<Item &>(I).Is);
}

} // namespace rpcgen::idl
