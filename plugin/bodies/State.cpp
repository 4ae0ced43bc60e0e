//===- State.cpp ----------------------------------------------------------===//

#include "bodies/State.h"

namespace rpcgen {

Values State::load(const Region *R, const InitialValues &Initial) const {
  auto Stored = Memory.find(R);
  Values Result;
  if (Stored != Memory.end())
    Result = Stored->second;
  else if (llvm::any_of(Clobbered, [R](auto *C) { return R->isIn(C); }))
    Result = Value();
  else
    Result = Initial(R);
  return Result.where([this](const Value &V) {
    return V.K != Value::Kind::Null || !V.R || !NotNull.contains(V.R);
  });
}

void State::store(const Region *R, const Values &New, bool OneOfMany,
                  const InitialValues &Initial) {
  Values Result = New;
  if (OneOfMany || R->isMany())
    Result.add(load(R, Initial));
  Memory[R] = std::move(Result);
}

void State::clobber(const Region *R) {
  std::erase_if(Memory, [R](auto &Entry) { return Entry.first->isIn(R); });
  Clobbered.insert(R);
}

namespace {

void intersect(RegionSet &A, const RegionSet &B) {
  std::erase_if(A, [&](const Region *R) { return !B.contains(R); });
}

} // namespace

void State::join(const State &Other, const InitialValues &Initial) {
  std::map<const Region *, Values, ById> Both;
  for (const State *From : {static_cast<const State *>(this), &Other})
    for (const auto &[R, Stored] : From->Memory)
      if (Values &All = Both[R]; All.empty()) {
        All = load(R, Initial);
        All.add(Other.load(R, Initial));
      }
  Memory = std::move(Both);
  Clobbered.insert(Other.Clobbered.begin(), Other.Clobbered.end());
  intersect(NotNull, Other.NotNull);
  intersect(Compared, Other.Compared);
  intersect(Examined, Other.Examined);
}

} // namespace rpcgen
