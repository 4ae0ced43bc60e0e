//===- Messages.cpp -------------------------------------------------------===//

#include "wire/Messages.h"

#include <algorithm>

namespace rpcgen::wire {

bool isPipe(const Type &T) {
  return T.K == Type::Kind::Pipe ||
         (T.K == Type::Kind::Pointer && isPipe(T.element()));
}

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

std::vector<Member> requestOf(const Forms &All, const Operation &O) {
  std::vector<Member> Message;
  for (const Parameter *P : travelling(O, &Direction::In))
    Message.push_back({P->Name, P->Loc, All.parameter(P->T, true)});
  return Message;
}

std::vector<Member> responseOf(const Forms &All, const Operation &O) {
  std::vector<Member> Message;
  for (const Parameter *P : travelling(O, &Direction::Out))
    Message.push_back({P->Name, P->Loc, All.parameter(P->T, false)});
  if (O.Return.K != Type::Kind::Void)
    Message.push_back({"", O.Loc, All.value(O.Return)});
  if (O.ReflectsDeletions)
    Message.push_back({"deletions", O.Loc, {Deletions()}});
  return Message;
}

} // namespace rpcgen::wire
