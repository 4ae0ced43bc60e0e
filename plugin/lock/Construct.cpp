//===- Construct.cpp ------------------------------------------------------===//

#include "lock/Construct.h"
#include "lock/Builder.h"

#include <algorithm>
#include <utility>

using namespace rpcgen;

namespace {

bool isPipe(const Type &T) {
  return T.K == Type::Kind::Pipe ||
         (T.K == Type::Kind::Pointer && isPipe(T.element()));
}

/// The parameters that travel one way, in order: [in] pipes come after all
/// others, [out] pipes before.
std::vector<const Parameter *> travelling(const Operation &O,
                                          bool Direction::*Way) {
  std::vector<const Parameter *> Found;
  for (const Parameter &P : O.Parameters)
    if (P.Dir.*Way && P.T.K != Type::Kind::BindingHandle)
      Found.push_back(&P);
  std::ranges::stable_partition(Found, [&](const Parameter *P) {
    return isPipe(P->T) == (Way == &Direction::Out);
  });
  return Found;
}

/// Each is known by its places in the request and in the response.
Siblings parametersOf(const Operation &O) {
  Siblings Parameters;
  for (const Parameter &P : O.Parameters) {
    std::string Key;
    for (auto [Way, Message] : {std::pair(&Direction::In, "#in"),
                                std::pair(&Direction::Out, "#out")}) {
      const auto All = travelling(O, Way);
      if (auto At = std::ranges::find(All, &P); At != All.end())
        Key += Message + std::to_string(At - All.begin());
    }
    Parameters.push_back({P.Name, &P.T, Key});
  }
  return Parameters;
}

} // namespace

std::vector<Member> Constructs::request(const Operation &O) {
  const Siblings Around = parametersOf(O);
  std::vector<Member> Message;
  for (const Parameter *P : travelling(O, &Direction::In))
    Message.push_back({P->Name, P->Loc,
                       ConstructBuilder(*this, Around).parameter(P->T, true)});
  return Message;
}

std::vector<Member> Constructs::response(const Operation &O) {
  const Siblings Around = parametersOf(O);
  ConstructBuilder Add(*this, Around);
  std::vector<Member> Message;
  for (const Parameter *P : travelling(O, &Direction::Out))
    Message.push_back({P->Name, P->Loc, Add.parameter(P->T, false)});
  if (O.Return.K != Type::Kind::Void)
    Message.push_back({"", O.Loc, Add.value(O.Return)});
  if (find(O.Attributes, "reflect_deletions"))
    Message.push_back({"deletions", O.Loc, Add.deletions()});
  return Message;
}

Member Constructs::serialized(const SerializedType &S) {
  const Siblings None;
  return {S.Name, S.Loc, ConstructBuilder(*this, None).value(S.T)};
}
