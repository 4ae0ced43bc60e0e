//===- Body.cpp -----------------------------------------------------------===//

#include "bodies/flow/Body.h"
#include "bodies/flow/Frame.h"

using namespace clang;

namespace rpcgen {

Body::Body(const Model &M, const Operation &Implemented,
           const FunctionDecl *Definition, const ClientCalls &Calls)
    : Subject(M, Implemented, Definition) {
  Engine Shared{
      .S = *this,
      .Known = Known,
      .Context = context(),
      .Initial = [this](const Region *R) { return initial(Known, R); },
      .Calls = Calls,
      .Graphs = {}};
  const FunctionGraph *Graph = Shared.Graphs.of(F);
  if (!Graph)
    return;
  follow(Shared, {*Graph, Known.self(), nullptr, nullptr}, State(), this);
  Tested = std::move(Shared.Tested);
  if (!Shared.Complete)
    static_cast<Events &>(*this) = Events();
}

} // namespace rpcgen
