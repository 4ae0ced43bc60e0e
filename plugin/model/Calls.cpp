//===- Calls.cpp ----------------------------------------------------------===//

#include "model/Calls.h"
#include "model/AttributeTable.h"

#include <algorithm>

using namespace rpcgen;

namespace {

bool has(const AttributeList &Attributes, Attribute::Kind K) {
  return find(Attributes, K) != nullptr;
}

ReturnedFailures returnedFailures(const AttributeList &Attributes) {
  return {has(Attributes, Attribute::CommStatus),
          has(Attributes, Attribute::FaultStatus)};
}

/// What its own attributes and those of its parameters say.
void decide(Operation &O) {
  O.Returns = returnedFailures(O.Attributes);
  O.Notifies = rpcgen::notificationOf(O.Attributes);
  O.Broadcast = has(O.Attributes, Attribute::Broadcast);
  // C706 4.2.13.3: what is broadcast is idempotent.
  O.Idempotent = O.Broadcast || has(O.Attributes, Attribute::Idempotent);
  O.Maybe = has(O.Attributes, Attribute::Maybe);
  O.ReflectsDeletions = has(O.Attributes, Attribute::ReflectDeletions);
  for (Parameter &P : O.Parameters)
    P.Takes = returnedFailures(P.Attributes);
}

} // namespace

Notification rpcgen::notificationOf(const AttributeList &Attributes) {
  return has(Attributes, Attribute::Notify)       ? Notification::Plain
         : has(Attributes, Attribute::NotifyFlag) ? Notification::Outcome
                                                  : Notification::None;
}

std::string_view rpcgen::nameOf(Protection P) {
  const auto Names = wordsOf(ArgumentKind::ProtectionLevel);
  return Names[static_cast<std::size_t>(std::max(P, Protection::None)) - 1];
}

Protection rpcgen::protectionOf(const AttributeList &Attributes) {
  const Attribute *A = find(Attributes, Attribute::Protection);
  if (!A || A->Words.empty())
    return Protection::Unstated;
  const auto Levels = wordsOf(ArgumentKind::ProtectionLevel);
  auto Level = std::ranges::find(Levels, A->Words.front());
  return Level == Levels.end()
             ? Protection::Unstated
             : static_cast<Protection>(Level - Levels.begin() + 1);
}

void rpcgen::decideCalls(Interface &I) {
  I.LeastProtection = protectionOf(I.Attributes);
  for (Operation &O : I.Operations) {
    decide(O);
    O.LeastProtection = std::max(I.LeastProtection, protectionOf(O.Attributes));
  }
}
