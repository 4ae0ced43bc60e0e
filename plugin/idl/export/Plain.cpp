//===- Plain.cpp ----------------------------------------------------------===//

#include "idl/export/Plain.h"

#include <utility>

namespace rpcgen::idl {
namespace {

PointerClass classOf(const wire::Pointer &P, const Type &T) {
  return T.hasClass()                            ? T.Class
         : P.Takes == wire::Pointer::Class::Full ? PointerClass::Full
                                                 : PointerClass::Unique;
}

Type plain(const wire::Construct &C) {
  Type Result = *C.T;
  if (C.T->K == Type::Kind::Standard &&
      (C.T->Library == StandardClass::Vector || (C.T->isSpan() && !C.T->Size)))
    return Result;
  auto Become = [&](Type::Kind K, const wire::Inner &Of) {
    Result.K = K;
    Result.Element = {plain(Of.front())};
  };
  wire::match(
      C,
      [&](const wire::Pointer &P) {
        if (P.To.empty())
          return;
        Result.Class = classOf(P, *C.T);
        Become(Type::Kind::Pointer, P.To);
      },
      [&](const wire::Array &A) {
        Result.String = A.String;
        Become(Type::Kind::Array, A.Of);
      },
      [&](const wire::Pipe &P) { Become(Type::Kind::Pipe, P.Of); },
      [&](const wire::Presented &P) { Result = plain(P.By.front()); },
      [&](const wire::Scalar &S) {
        if (Result.K != Type::Kind::Standard)
          return;
        Result = Type(); // a character of text
        Result.K = S.Of;
        Result.Const = C.T->Library == StandardClass::StringView;
      },
      [](const auto &) {});
  return Result;
}

} // namespace

Type plain(const wire::Forms &All, const Type &T) {
  return plain(All.value(T));
}

Type plainParameter(const wire::Forms &All, const Type &T) {
  Type Result = plain(All, T);
  if (Result.Reseatable)
    Result.Class = PointerClass::Ref;
  return Result;
}

} // namespace rpcgen::idl
