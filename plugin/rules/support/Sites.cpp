//===- Sites.cpp ----------------------------------------------------------===//

#include "rules/support/Sites.h"

#include "resolve/Reach.h"
#include "rules/support/Types.h"

using namespace rpcgen;

namespace {

Reach reachOfAll(const Model &M) {
  Reach R(M);
  for (const Interface &I : M.Interfaces)
    R.add(I);
  for (const SerializedType &S : M.Serialized)
    R.add(S.T);
  return R;
}

template <class Definition>
void forEachMarked(const std::vector<Definition> &Definitions,
                   const std::vector<bool> &Marked,
                   const std::function<void(const Definition &)> &Visit) {
  for (std::size_t N = 0; N < Definitions.size(); ++N)
    if (Marked[N])
      Visit(Definitions[N]);
}

const AttributeList None;

std::string directions(Direction D) {
  return D.In && D.Out ? "[in, out]" : D.Out ? "[out]" : "[in]";
}

} // namespace

std::string rpcgen::describe(const Site &At) {
  switch (At.K) {
  case Site::Kind::Parameter:
    return directions(At.P->Dir) + " parameter " + quote(At.Name);
  case Site::Kind::Field:
    return "field " + quote(At.Name);
  case Site::Kind::Arm:
    return "union arm " + quote(At.Name);
  case Site::Kind::Serialized:
    return "type " + quote(At.Name);
  case Site::Kind::Result:
    break;
  }
  return "the value that " + quote(At.Name) + " returns";
}

void rpcgen::forEachOperation(
    const Model &M,
    const std::function<void(const Interface &, const Operation &)> &Visit) {
  for (const Interface &I : M.Interfaces)
    for (const Operation &O : I.Operations)
      if (!O.Local)
        Visit(I, O);
}

void rpcgen::forEachEnumeration(
    const Model &M, const std::function<void(const Enumeration &)> &Visit) {
  forEachMarked(M.Enumerations, reachOfAll(M).Enumerations, Visit);
}

void rpcgen::forEachStructure(
    const Model &M, const std::function<void(const Structure &)> &Visit) {
  forEachMarked(M.Structures, reachOfAll(M).Structures, Visit);
}

void rpcgen::forEachUnion(const Model &M,
                          const std::function<void(const Union &)> &Visit) {
  forEachMarked(M.Unions, reachOfAll(M).Unions, Visit);
}

void rpcgen::forEachSite(const Model &M,
                         const std::function<void(const Site &)> &Visit) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &P : O.Parameters)
      Visit({.K = Site::Kind::Parameter,
             .Name = P.Name,
             .T = P.T,
             .Attributes = P.Attributes,
             .Loc = P.Loc,
             .O = &O,
             .P = &P});
    Visit({.K = Site::Kind::Result,
           .Name = O.Name,
           .T = O.Return,
           .Attributes = O.Attributes,
           .Loc = O.Loc,
           .O = &O});
  });
  for (const SerializedType &S : M.Serialized)
    if (innermost(S.T).K == Type::Kind::Untransmissible ||
        S.T.K == Type::Kind::Pipe)
      Visit({.K = Site::Kind::Serialized,
             .Name = S.Name,
             .T = S.T,
             .Attributes = None,
             .Loc = S.Loc});
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      Visit({.K = Site::Kind::Field,
             .Name = F.Name,
             .T = F.T,
             .Attributes = F.Attributes,
             .Loc = F.Loc,
             .S = &S,
             .F = &F});
  });
  forEachUnion(M, [&](const Union &U) {
    for (const Arm &A : U.Arms)
      Visit({.K = Site::Kind::Arm,
             .Name = A.F.Name,
             .T = A.F.T,
             .Attributes = A.F.Attributes,
             .Loc = A.F.Loc,
             .U = &U,
             .F = &A.F});
  });
}

const Type *rpcgen::findSibling(const Site &At, const std::string &Name) {
  if (At.O)
    for (const Parameter &Other : At.O->Parameters)
      if (Other.Name == Name)
        return &Other.T;
  if (At.S)
    for (const Field &Other : At.S->Fields)
      if (Other.Name == Name)
        return &Other.T;
  return nullptr;
}

std::vector<std::string_view> rpcgen::siblingsOf(const Site &At) {
  std::vector<std::string_view> Names;
  if (At.O)
    for (const Parameter &Other : At.O->Parameters)
      if (Other.Name != At.Name)
        Names.push_back(Other.Name);
  if (At.S)
    for (const Field &Other : At.S->Fields)
      if (Other.Name != At.Name)
        Names.push_back(Other.Name);
  return Names;
}

std::string rpcgen::listSiblings(const Site &At) {
  const std::vector<std::string_view> Names = siblingsOf(At);
  std::string Text;
  for (std::size_t N = 0; N < Names.size(); ++N)
    Text += (N == 0                  ? ""
             : N + 1 == Names.size() ? " and "
                                     : ", ") +
            quote(Names[N]);
  return Text;
}
