//===- Releases.cpp - memory that is not the implementation's to release --===//

#include "bodies/Fixes.h"
#include "bodies/Path.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The pointer whose memory the call releases, if it is the stub's on every
/// way and was not made for that.
const Region *releasedHolder(const Body &B, const Call &C) {
  if (C.Arguments.empty())
    return nullptr;
  const Values Released = C.Arguments.front().without(Value::Kind::Null);
  const Region *Holder = nullptr;
  for (Value V : Released) {
    if (V.K != Value::Kind::Address || V.N == Value::Owned ||
        !B.isStubOwned(V.R))
      return nullptr;
    if (!Holder)
      Holder = V.R->object()->Holder;
  }
  return Holder && !B.leadsToBlock(Holder) ? Holder : nullptr;
}

bool isEmbedded(const Region *Holder) {
  for (; Holder; Holder = Holder->Parent)
    if (Holder->K == Region::Kind::Field)
      return true;
  return false;
}

template <class Report>
void forEachRelease(const Body &B, Effect Does, Report Each) {
  for (const Call &C : B.Calls)
    if (C.Of->Does == Does)
      if (const Region *Holder = releasedHolder(B, C))
        Each(C, Holder);
}

/// The ways to the call on which it releases something else.
std::vector<const Way *> waysOfOtherMemory(const Body &B, const Call &C) {
  std::vector<const Way *> Found;
  for (const Call &Other : B.Calls)
    if (Other.At == C.At && !releasedHolder(B, Other))
      Found.push_back(&Other.Before.Facts);
  return Found;
}

void reportRelease(const Body &B, Reporter &R, const Call &C,
                   const Region *Holder, std::string Instead) {
  auto Report =
      R.report(at(C.At), std::string("'") + C.Of->Name + "' releases what " +
                             describe(B, Holder) +
                             " points to, which belongs to the stub and may be "
                             "part of the message")
          .note(B.parameterOf(Holder)->Loc, std::move(Instead));
  PathNotes(B, at(C.At))
      .taken(C.Before.Facts, waysOfOtherMemory(B, C))
      .addTo(Report);
}

} // namespace

void bodies::checkFreeStubOwned(const Body &B, Reporter &R) {
  forEachRelease(B, Effect::Release, [&](const Call &C, const Region *Holder) {
    if (!isEmbedded(Holder) && !B.isReflected(Holder))
      reportRelease(B, R, C, Holder,
                    "leave it to the stub, which releases it after the call");
  });
}

void bodies::checkFreeEmbedded(const Body &B, Reporter &R) {
  forEachRelease(B, Effect::Release, [&](const Call &C, const Region *Holder) {
    if (isEmbedded(Holder) && !B.isReflected(Holder))
      reportRelease(B, R, C, Holder,
                    "leave it to the stub, or declare the pointer with "
                    "[[rpc::force_allocate]]");
  });
}

void bodies::checkReflectFree(const Body &B, Reporter &R) {
  forEachRelease(B, Effect::Release, [&](const Call &C, const Region *Holder) {
    if (!B.isReflected(Holder) || C.Of->Of == Allocator::Stub)
      return;
    auto Report =
        R.report(at(C.At), std::string("'") + C.Of->Name + "' releases what " +
                               describe(B, Holder) +
                               " points to, and the client does not "
                               "learn of it");
    Report.note(B.parameterOf(Holder)->Loc, "release it with rpc::free");
    if (waysOfOtherMemory(B, C).empty())
      releaseByFree(B, C, Report);
  });
}

void bodies::checkReallocStubOwned(const Body &B, Reporter &R) {
  forEachRelease(
      B, Effect::Reallocate, [&](const Call &C, const Region *Holder) {
        if (!B.isReflected(Holder) || C.Of->Of != Allocator::Stub)
          reportRelease(B, R, C, Holder,
                        "allocate new memory with rpc::allocate and copy");
      });
}

} // namespace rpcgen
