//===- Results.cpp - what pointers of results lead to ---------------------===//

#include "bodies/Outputs.h"
#include "bodies/Rules.h"
#include "bodies/Words.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// Reports each pointer once, wherever the function returns: Say gives the
/// message for a value, or "".
template <class Message>
void reportEach(const Body &B, Reporter &R, Message Say) {
  std::set<std::pair<std::uint32_t, std::string>> Reported;
  for (const Exit &E : B.Exits)
    for (const Output &O : outputsAt(B, E)) {
      for (Value V : O.What) {
        std::string Text =
            V.K == Value::Kind::Address ? Say(O, V.R->object()) : "";
        Location Loc = originOf(B, E, O, V);
        if (!Text.empty() && Reported.insert({Loc.Raw, Text}).second)
          R.report(Loc, Text);
      }
    }
}

/// allocate(dont_free): the program releases it, and may have it anywhere.
bool isKept(const Body &B, const Output &O) {
  return O.Holder && B.allocationBehind(O.Holder) == Allocation::Kept;
}

bool isReference(const Region *R) {
  return !R->T.isNull() && R->T->isReferenceType();
}

} // namespace

void bodies::checkReturnStack(const Body &B, Reporter &R) {
  reportEach(B, R, [&](const Output &O, const Region *To) -> std::string {
    if (!To->isOnStack() || isReference(To))
      return "";
    return describe(B, O) + " points to the local variable '" + B.nameOf(To) +
           "', which is gone when the stub sends the result";
  });
}

void bodies::checkReturnStatic(const Body &B, Reporter &R) {
  reportEach(B, R, [&](const Output &O, const Region *To) -> std::string {
    bool Literal = To->K == Region::Kind::Literal;
    if (isKept(B, O) ||
        (!Literal && (To->K != Region::Kind::Variable || To->isOnStack())))
      return "";
    return describe(B, O) + " points to " +
           (Literal ? "a literal" : "the variable '" + B.nameOf(To) + "'") +
           ", and the stub releases what results point to; copy it to memory "
           "of "
           "rpc::allocate";
  });
}

void bodies::checkForeignAllocator(const Body &B, Reporter &R) {
  reportEach(B, R, [&](const Output &O, const Region *To) -> std::string {
    const KnownFunction *Made =
        To->K == Region::Kind::Allocation ? knownFunction(To->E) : nullptr;
    if (!Made || Made->Of == Allocator::Stub || isKept(B, O))
      return "";
    return describe(B, O) + " points to memory of '" + Made->Name +
           "', which the stub does not release; use rpc::allocate";
  });
}

} // namespace rpcgen
