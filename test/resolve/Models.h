//===- Models.h - models made by hand, as read leaves them ----------------===//
#ifndef RPCGEN_TEST_RESOLVE_MODELS_H
#define RPCGEN_TEST_RESOLVE_MODELS_H

#include "model/Interface.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rpcgen::test {

using declared::Arm, declared::Field, declared::Interface, declared::Model,
    declared::Operation, declared::Parameter, declared::Structure,
    declared::Type, declared::Union;

inline Expression literal(std::int64_t Value) {
  Expression E;
  E.Value = Value;
  return E;
}

inline Expression operand(std::string Name) {
  Expression E;
  E.K = Expression::Kind::Operand;
  E.Name = std::move(Name);
  return E;
}

inline Attribute attribute(Attribute::Kind K,
                           std::vector<std::string> Words = {}) {
  Attribute A;
  A.K = K;
  A.Words = std::move(Words);
  return A;
}

inline Attribute attributeOf(Attribute::Kind K,
                             std::vector<std::optional<Expression>> Arguments) {
  Attribute A;
  A.K = K;
  A.Expressions = std::move(Arguments);
  return A;
}

inline Attribute sizeIs(std::vector<std::optional<Expression>> Sizes) {
  return attributeOf(Attribute::SizeIs, std::move(Sizes));
}

inline Type plain(Type::Kind K, std::size_t Definition = 0) {
  Type T;
  T.K = K;
  T.Definition = Definition;
  return T;
}

inline Type around(Type::Kind K, Type Element) {
  Type T = plain(K);
  T.Element = {std::move(Element)};
  return T;
}

inline Type integer() { return plain(Type::Kind::Integer); }
inline Type character() { return plain(Type::Kind::Character); }
inline Type obstacle(Obstacle Why) {
  Type T = plain(Type::Kind::Untransmissible);
  T.Why = Why;
  return T;
}
inline Type pointer(Type To) {
  return around(Type::Kind::Pointer, std::move(To));
}
inline Type text() { return plain(Type::Kind::Standard); }
inline Type vector(Type Of) {
  Type T = around(Type::Kind::Standard, std::move(Of));
  T.Library = StandardClass::Vector;
  return T;
}
inline Type pipe(Type Of) { return around(Type::Kind::Pipe, std::move(Of)); }
inline Type reference(Type To) {
  return around(Type::Kind::Reference, std::move(To));
}
inline Type array(std::optional<std::uint64_t> Extent, Type Of) {
  Type T = around(Type::Kind::Array, std::move(Of));
  T.Extent = Extent;
  return T;
}

inline Parameter parameter(std::string Name, Type T,
                           AttributeList Attributes = {}) {
  Parameter P;
  P.Name = std::move(Name);
  P.T = std::move(T);
  P.Attributes = std::move(Attributes);
  return P;
}

inline Field field(std::string Name, Type T, AttributeList Attributes = {}) {
  Field F;
  F.Name = std::move(Name);
  F.T = std::move(T);
  F.Attributes = std::move(Attributes);
  return F;
}

inline Operation operation(std::string Name,
                           std::vector<Parameter> Parameters = {},
                           AttributeList Attributes = {}, Type Return = {}) {
  Operation O;
  O.Name = std::move(Name);
  O.Parameters = std::move(Parameters);
  O.Attributes = std::move(Attributes);
  O.Return = std::move(Return);
  return O;
}

inline Interface interface(std::string Name, std::vector<Operation> Operations,
                           AttributeList Attributes = {}) {
  Interface I;
  I.Name = Name;
  I.Namespace = "::" + std::move(Name);
  I.Operations = std::move(Operations);
  I.Attributes = std::move(Attributes);
  return I;
}

inline Attribute pointerDefault(std::string Class) {
  return attribute(Attribute::PointerDefault, {std::move(Class)});
}

/// "n + 1"
inline std::string text(const Expression &E) {
  if (E.K == Expression::Kind::Binary)
    return text(E.Operands[0]) + " " + E.Operator + " " + text(E.Operands[1]);
  return E.K == Expression::Kind::Literal ? std::to_string(E.Value) : E.Name;
}

/// From the outside in: "ref [n] unique [string] char".
inline std::string show(const rpcgen::Type &T) {
  std::string Text;
  if (T.Ignored)
    return "ignored";
  if (T.hasClass()) {
    Text = T.Class == PointerClass::Ref      ? "ref "
           : T.Class == PointerClass::Unique ? "unique "
           : T.Class == PointerClass::Full   ? "full "
                                             : "unspecified ";
    Text += T.Allocated == Allocation::Separate   ? "separate "
            : T.Allocated == Allocation::Together ? "together "
            : T.Allocated == Allocation::Kept     ? "kept "
                                                  : "";
    Text += T.Reseatable ? "reseatable " : "";
    Text += T.FromReference ? "reference " : "";
    Text += T.FromArray ? "array " : "";
  } else if (T.K == Type::Kind::Array) {
    Text = "[";
    Text += T.Extent ? std::to_string(*T.Extent) : "";
    Text += T.Size ? text(*T.Size) : "";
    Text += T.First ? " from " + text(*T.First) : "";
    Text += T.Length ? " length " + text(*T.Length) : "";
    Text += T.String ? " string" : "";
    Text += T.Range ? " at most " + std::to_string(T.Range->High) : "";
    Text += T.Unchecked ? " unchecked] " : "] ";
  }
  if (T.K == Type::Kind::Standard)
    Text += T.Element.empty() ? "text" : "vector ";
  if (T.K == Type::Kind::Pipe)
    Text += "pipe ";
  if (!T.Element.empty())
    return Text + show(T.element());
  return T.K == Type::Kind::Character  ? "char"
         : T.K == Type::Kind::Integer  ? "int"
         : T.K == Type::Kind::Standard ? Text
                                       : "other";
}

} // namespace rpcgen::test

#endif // RPCGEN_TEST_RESOLVE_MODELS_H
