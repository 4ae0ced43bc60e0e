//===- Choices.cpp --------------------------------------------------------===//

#include "wire/Forms.h"

#include <algorithm>
#include <string>

namespace rpcgen::wire {

const Choice::Arm *Choice::armOf(std::int64_t Case) const {
  for (const Arm &Each : Arms)
    if (std::ranges::count(Each.Cases, Case))
      return &Each;
  return defaultArm();
}

const Choice::Arm *Choice::defaultArm() const {
  auto Found = std::ranges::find(Arms, true, &Arm::Default);
  return Found == Arms.end() ? nullptr : &*Found;
}

std::optional<Choice> Forms::choiceOf(const Construct &C) const {
  if (const auto *U = C.as<Union>())
    return Unions[U->Definition];
  if (const auto *All = C.as<Alternatives>()) {
    Type Index;
    Index.K = Type::Kind::Integer;
    Index.Bits = 32;
    Choice Result{.Tag = {"index", {}, value(Index)}};
    Result.Tag.C.T = nullptr;
    for (const Construct &Each : All->Of) {
      auto Case = static_cast<std::int64_t>(Result.Arms.size());
      Result.Arms.push_back({{std::to_string(Case), {}, Each}, {Case}});
    }
    return Result;
  }
  const auto *S = C.as<Structure>();
  if (!S || !M.Structures[S->Definition].Encapsulated)
    return std::nullopt;
  const std::vector<Member> &Fields = Structures[S->Definition];
  const auto *U = Fields.size() == 2 ? Fields[1].C.as<Union>() : nullptr;
  if (!U)
    return std::nullopt;
  Choice Result = Unions[U->Definition];
  Result.MsUnion = false;
  Result.Tag = Fields[0];
  for (Choice::Arm &Each : Result.Arms)
    Each.Name = Fields[1].Name + "." + Each.Name;
  return Result;
}

} // namespace rpcgen::wire
