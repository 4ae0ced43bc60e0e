//===- Select.cpp ---------------------------------------------------------===//
#include "emit/Select.h"

#include <deque>

using namespace rpcgen;

namespace {

/// Walks from operations to the types they reach, each once. Members by value
/// go before what holds them; what pointers point to follows later, so that
/// types which reach each other through pointers are in order too.
class Walk {
public:
  Walk(const Model &Of, std::set<std::string> &Before, Selection &Result)
      : M(Of), Delivered(Before), Out(Result) {}

  void visit(const Operation &O) {
    if (O.Local)
      return;
    for (const Parameter &P : O.Parameters)
      visit(P.T);
    visit(O.Return);
    visitPointees();
  }

  void visit(const SerializedType &S) {
    visit(S.T);
    visitPointees();
  }

private:
  void visitPointees() {
    for (; !Pointees.empty(); Pointees.pop_front())
      visit(*Pointees.front());
  }

  void visit(const Type &T) {
    if (T.K == Type::Kind::Pointer)
      Pointees.push_back(&T.element());
    else if (T.K == Type::Kind::Array || T.K == Type::Kind::Pipe)
      visit(T.element());
    else if (T.K == Type::Kind::Standard || T.K == Type::Kind::Presented)
      for (const Type &E : T.Element)
        Pointees.push_back(&E);
    else if (T.K == Type::Kind::Enumeration)
      define(T, M.Enumerations, [](const Enumeration &) {});
    else if (T.K == Type::Kind::Structure)
      define(T, M.Structures, [this](const Structure &S) {
        for (const Field &F : S.Fields)
          visit(F.T);
      });
    else if (T.K == Type::Kind::Union)
      define(T, M.Unions, [this](const Union &U) {
        if (U.Tag)
          visit(*U.Tag);
        for (const Arm &A : U.Arms)
          if (!A.Empty)
            visit(A.F.T);
      });
  }

  template <class Definitions, class VisitMembers>
  void define(const Type &T, const Definitions &All, VisitMembers Members) {
    const auto &Definition = All[T.Definition];
    if (!Delivered.insert(Definition.Spelling).second)
      return;
    Members(Definition);
    Out.Types.push_back({T.K, T.Definition});
  }

  const Model &M;
  std::set<std::string> &Delivered;
  Selection &Out;
  std::deque<const Type *> Pointees;
};

} // namespace

Selection rpcgen::select(const Model &Resolved, std::string_view Name,
                         std::set<std::string> &Delivered) {
  Selection Out;
  Walk Types(Resolved, Delivered, Out);
  for (std::size_t I = 0; I != Resolved.Interfaces.size(); ++I) {
    const Interface &Candidate = Resolved.Interfaces[I];
    bool Wanted =
        Name.empty() || Name == Candidate.Name || Name == Candidate.Namespace;
    if (!Wanted || Candidate.Local ||
        !Delivered.insert(Candidate.Namespace).second)
      continue;
    Out.Interfaces.push_back(I);
    for (const Operation &O : Candidate.Operations)
      Types.visit(O);
  }
  for (const SerializedType &S : Resolved.Serialized)
    if (Name.empty() || S.DefinedIn == Name)
      Types.visit(S);
  return Out;
}
