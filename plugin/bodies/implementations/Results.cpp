//===- Results.cpp - pointees of results ----------------------------------===//

#include "bodies/Fixes.h"
#include "bodies/Path.h"
#include "bodies/flow/Standard.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Rules.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// Reports each pointer once, wherever the function returns: Say gives the
/// message for a value, or "", and Fix adds to what is reported.
template <class Message, class Correction>
void reportEach(const Body &B, Reporter &R, Message Say, Correction Fix) {
  struct Found {
    const Exit *At;
    Output O;
    Value V;
    std::string Text;
  };
  std::vector<Found> All;
  for (const Exit &E : B.Exits)
    for (const Output &O : outputsAt(B, E))
      for (Value V : O.What)
        if (std::string Text = V.K == Value::Kind::Address ? Say(O, V) : "";
            !Text.empty())
          All.push_back({&E, O, V, std::move(Text)});
  std::set<std::pair<std::uint32_t, std::string>> Reported;
  for (const Found &F : All) {
    const Location Loc = originOf(B, *F.At, F.O, F.V);
    if (!Reported.insert({Loc.Raw, F.Text}).second)
      continue;
    auto Report = R.report(Loc, F.Text);
    Fix(F.V, Report);
    PathNotes(B, Loc)
        .allocated(F.V.R->object())
        .released(F.V)
        .taken(F.At->After.Facts,
               waysOfExits(B,
                           [&](const Exit &E) {
                             return llvm::none_of(All, [&](const Found &Other) {
                               return Other.At == &E &&
                                      Other.O.Holder == F.O.Holder;
                             });
                           }))
        .addTo(Report);
  }
}

template <class Message>
void reportEach(const Body &B, Reporter &R, Message Say) {
  reportEach(B, R, Say, [](const Value &, FindingBuilder) {});
}

/// Whether it is memory that the implementation has released. What cannot be
/// reallocated stays.
bool isReleased(const Body &B, const Value &V) {
  if (V.N != Value::Released)
    return false;
  const Region *Object = V.R->object();
  const KnownFunction *By = V.E ? knownFunction(V.E) : nullptr;
  return V.R->isAllocation() ||
         (Object->Holder && B.leadsToBlock(Object->Holder) &&
          !(By && By->Does == Effect::Reallocate));
}

/// allocate(dont_free): the program releases it, and may have it anywhere.
bool isKept(const Body &B, const Output &O) {
  return O.Holder && B.allocationBehind(O.Holder) == Allocation::Kept;
}

bool isReference(const Region *R) {
  return !R->T.isNull() && R->T->isReferenceType();
}

/// The object that has the memory with it when it ends: a variable, a
/// temporary, a literal or the service.
const Region *ownerOf(const Region *R) {
  while (R->K == Region::Kind::Field ||
         (isInHolder(R) && standardKind(R->Holder->T) != StandardKind::View))
    R = R->Parent;
  return R;
}

} // namespace

void bodies::checkReturnStack(const Body &B, Reporter &R) {
  reportEach(B, R, [&](const Output &O, Value V) -> std::string {
    if (isReleased(B, V))
      return describe(B, O) + " points to memory that has been released";
    const Region *To = ownerOf(V.R);
    const bool IsTemporary = To->K == Region::Kind::Temporary;
    if (!IsTemporary && (!To->isOnStack() || isReference(To)))
      return "";
    const std::string Owner = IsTemporary
                                  ? "a temporary"
                                  : "the local variable '" + B.nameOf(To) + "'";
    const bool Owns = V.R->object()->K == Region::Kind::Content;
    return describe(B, O) + " points to " +
           (Owns ? "memory of " + Owner : Owner) +
           ", which is gone when the stub sends the result";
  });
}

void bodies::checkReturnStatic(const Body &B, Reporter &R) {
  reportEach(B, R, [&](const Output &O, Value V) -> std::string {
    const Region *To = ownerOf(V.R);
    const bool Literal = To->K == Region::Kind::Literal;
    const bool Member = To->K == Region::Kind::This && V.R != To;
    const bool Global = To->K == Region::Kind::Variable && !To->isOnStack();
    const bool Context = B.isOfContext(V.R);
    if (isKept(B, O) || !(Literal || Member || Global || Context))
      return "";
    return describe(B, O) + " points to " +
           (Literal   ? "a literal"
            : Member  ? "a member of the service"
            : Context ? "a part of what a context handle refers to"
                      : "the variable '" + B.nameOf(To) + "'") +
           ", and the stub releases what results point to; copy it to memory "
           "of "
           "rpc::allocate";
  });
}

void bodies::checkForeignAllocator(const Body &B, Reporter &R) {
  std::set<const Expr *> Fixed;
  auto Say = [&](const Output &O, Value V) -> std::string {
    const Region *To = V.R->object();
    const KnownFunction *Made =
        To->isAllocation() && V.N == 0 ? knownFunction(To->E) : nullptr;
    if (!Made || Made->Of == Allocator::Stub || isKept(B, O))
      return "";
    return describe(B, O) + " points to memory of '" + Made->Name +
           "', which the stub does not release; use rpc::allocate";
  };
  reportEach(B, R, Say, [&](const Value &V, FindingBuilder Report) {
    if (const Expr *Made = V.R->object()->E; Fixed.insert(Made).second)
      allocateForStub(B, Made, Report);
  });
}

} // namespace rpcgen
