//===- Names.cpp ----------------------------------------------------------===//

#include "wire/Names.h"

std::string rpcgen::wire::nameOf(const Scalar &S) {
  const auto [Narrow, Wide] = S.Size;
  switch (S.Of) {
  case Type::Kind::Boolean:
    return "boolean";
  case Type::Kind::Character:
    return "char";
  case Type::Kind::WideCharacter:
    return "wchar_t";
  case Type::Kind::Float:
    return Narrow == 4 ? "float" : "double";
  default:
    return (S.Signed ? "int" : "uint") +
           std::to_string(Narrow == Wide ? 8 * Narrow : 3264);
  }
}
