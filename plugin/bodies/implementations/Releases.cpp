//===- Releases.cpp - memory that is not the implementation's to release --===//

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

/// Notes why it is the memory of the stub that the call releases.
void addTests(const Body &B, const Call &C, FindingBuilder To) {
  std::vector<const Way *> Others;
  for (const Call &Other : B.Calls)
    if (Other.At == C.At && !releasedHolder(B, Other))
      Others.push_back(&Other.Before.Facts);
  PathNotes(B, at(C.At)).taken(C.Before.Facts, Others).addTo(To);
}

void reportRelease(const Body &B, Reporter &R, const Call &C,
                   const Region *Holder, std::string Instead) {
  auto Report =
      R.report(at(C.At), std::string("'") + C.Of->Name + "' releases what " +
                             describe(B, Holder) +
                             " points to, which belongs to the stub and may be "
                             "part of the message")
          .note(B.parameterOf(Holder)->Loc, std::move(Instead));
  addTests(B, C, Report);
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
    if (B.isReflected(Holder) && C.Of->Of != Allocator::Stub)
      R.report(at(C.At), std::string("'") + C.Of->Name + "' releases what " +
                             describe(B, Holder) +
                             " points to, and the client does not learn of it")
          .note(B.parameterOf(Holder)->Loc, "release it with rpc::free");
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
