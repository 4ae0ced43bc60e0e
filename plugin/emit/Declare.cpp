//===- Declare.cpp --------------------------------------------------------===//
#include "emit/Declare.h"

using namespace rpcgen;

namespace {

/// What a pointer points to in C++: where the model has an array of so many
/// elements, the language has a pointer to the first.
const Type &pointee(const Type &Pointer) {
  const Type &E = Pointer.element();
  bool ToFirst =
      E.K == Type::Kind::Array && (Pointer.FromArray || E.Size || !E.Extent);
  return ToFirst ? E.element() : E;
}

/// The type around what follows it: " name", "* name", " (&name)[4]".
std::string spell(const Type &T, std::string Declarator) {
  if (T.K == Type::Kind::Array) {
    std::string Extent = T.Extent ? std::to_string(*T.Extent) : "";
    return spell(T.element(), Declarator + "[" + Extent + "]");
  }
  if (T.K == Type::Kind::Void)
    return "void" + Declarator;
  if (T.K != Type::Kind::Pointer && T.K != Type::Kind::Reference)
    return T.Spelling + Declarator;

  const Type &E = pointee(T);
  std::string Inner = T.K == Type::Kind::Pointer ? "*" : "&";
  if (T.Const)
    Inner += " const";
  if (E.K != Type::Kind::Array)
    return spell(E, Inner + Declarator);
  Inner += Declarator;
  if (auto Space = Inner.find(' '); Space != std::string::npos)
    Inner.erase(Space, 1);
  return spell(E, " (" + Inner + ")");
}

/// Spelled before a type, but after a pointer, such as an alias of one.
Type withoutConst(Type T) {
  constexpr std::string_view Before = "const ", After = " const",
                             BehindStar = "*const";
  if (T.Const && T.Spelling.starts_with(Before))
    T.Spelling.erase(0, Before.size());
  else if (T.Const && T.Spelling.ends_with(After))
    T.Spelling.erase(T.Spelling.size() - After.size());
  else if (T.Const && T.Spelling.ends_with(BehindStar))
    T.Spelling.erase(T.Spelling.size() - BehindStar.size() + 1);
  T.Const = false;
  return T;
}

std::string asDeclarator(std::string_view Name) {
  return Name.empty() ? "" : " " + std::string(Name);
}

/// A pointer or reference to T, as declare() takes it.
Type to(const Type &T, Type::Kind K) {
  Type Result;
  Result.K = K;
  Result.Element = {T};
  return Result;
}

} // namespace

std::string rpcgen::declare(const Type &T, std::string_view Name) {
  return spell(withoutConst(T), asDeclarator(Name));
}

bool rpcgen::isReference(const Type &T) {
  return T.FromReference || T.Reseatable;
}

std::string rpcgen::declareParameter(const Parameter &P) {
  if (P.T.Reseatable)
    return declare(to(P.T, Type::Kind::Reference), P.Name);
  if (P.T.FromReference)
    return declare(to(P.T.element(), Type::Kind::Reference), P.Name);
  return declare(P.T, P.Name);
}

std::string rpcgen::declareMember(const Parameter &P) {
  return declare(P.T.Reseatable ? to(P.T, Type::Kind::Pointer) : P.T, P.Name);
}
