//===- Client.cpp ---------------------------------------------------------===//

#include "bodies/callers/Client.h"

using namespace clang;

namespace rpcgen {
namespace {

const Operation &none() {
  static const Operation None;
  return None;
}

} // namespace

Client::Client(const Model &M, const FunctionDecl *Definition,
               const ClientCalls &Calls, bool InCall)
    : Body(M, none(), Definition, Calls), All(Calls), InCall(InCall) {}

const ClientCall *Client::madeBy(const Value &V) const {
  return V.K == Value::Kind::Address && V.R->K == Region::Kind::Allocation
             ? All.makerOf(V.R)
             : nullptr;
}

std::string memoryOf(const ClientCall &Made) {
  return "memory that '" + Made.Of->Name + "' has allocated";
}

} // namespace rpcgen
