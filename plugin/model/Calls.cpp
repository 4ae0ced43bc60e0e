//===- Calls.cpp ----------------------------------------------------------===//

#include "model/Calls.h"

using namespace rpcgen;

namespace {

bool has(const AttributeList &Attributes, Attribute::Kind K) {
  return find(Attributes, K) != nullptr;
}

ReturnedFailures returnedFailures(const AttributeList &Attributes) {
  return {has(Attributes, Attribute::CommStatus),
          has(Attributes, Attribute::FaultStatus)};
}

} // namespace

Notification rpcgen::notificationOf(const AttributeList &Attributes) {
  return has(Attributes, Attribute::Notify)       ? Notification::Plain
         : has(Attributes, Attribute::NotifyFlag) ? Notification::Outcome
                                                  : Notification::None;
}

void rpcgen::decideCalls(Operation &O) {
  O.Returns = returnedFailures(O.Attributes);
  O.Notifies = notificationOf(O.Attributes);
  O.Idempotent = has(O.Attributes, Attribute::Idempotent);
  O.Maybe = has(O.Attributes, Attribute::Maybe);
  O.ReflectsDeletions = has(O.Attributes, Attribute::ReflectDeletions);
  for (Parameter &P : O.Parameters)
    P.Takes = returnedFailures(P.Attributes);
}
