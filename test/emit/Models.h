//===- Models.h - models made by hand, as resolve leaves them -------------===//
#ifndef RPCGEN_TEST_EMIT_MODELS_H
#define RPCGEN_TEST_EMIT_MODELS_H

#include "model/Interface.h"

#include <string>
#include <utility>
#include <vector>

namespace rpcgen::test {

inline Type named(Type::Kind K, std::string Spelling, std::size_t Definition) {
  Type T;
  T.K = K;
  T.Spelling = std::move(Spelling);
  T.Const = T.Spelling.starts_with("const ");
  T.Definition = Definition;
  return T;
}

inline Type integer(std::string Spelling) {
  return named(Type::Kind::Integer, std::move(Spelling), 0);
}

inline Type character(std::string Spelling = "char") {
  return named(Type::Kind::Character, std::move(Spelling), 0);
}

inline Type pointer(PointerClass Class, Type Pointee) {
  Type T;
  T.K = Type::Kind::Pointer;
  T.Class = Class;
  T.Element = {std::move(Pointee)};
  return T;
}
inline Type ref(Type Pointee) {
  return pointer(PointerClass::Ref, std::move(Pointee));
}
inline Type unique(Type Pointee) {
  return pointer(PointerClass::Unique, std::move(Pointee));
}

inline Type pipe(Type Element) {
  Type T;
  T.K = Type::Kind::Pipe;
  T.Element = {std::move(Element)};
  return T;
}

inline Type array(std::uint64_t Extent, Type Element) {
  Type T;
  T.K = Type::Kind::Array;
  T.Extent = Extent;
  T.Element = {std::move(Element)};
  return T;
}

inline Type standard(StandardClass Library, std::string Spelling,
                     std::vector<Type> Held = {},
                     PointerClass Class = PointerClass::Unspecified) {
  Type T = named(Type::Kind::Standard, std::move(Spelling), 0);
  T.Library = Library;
  T.Element = std::move(Held);
  T.Class = Class;
  return T;
}

inline Type sized(Expression Size, Type Element) {
  Type T;
  T.K = Type::Kind::Array;
  T.Size = std::move(Size);
  T.Element = {std::move(Element)};
  return T;
}

inline Type string(Type Element) {
  Type T;
  T.K = Type::Kind::Array;
  T.String = true;
  T.Element = {std::move(Element)};
  return T;
}

inline Expression literal(std::int64_t Value) {
  Expression E;
  E.Value = Value;
  return E;
}

inline Expression operand(std::string Name, unsigned Dereferences = 0) {
  Expression E;
  E.K = Expression::Kind::Operand;
  E.Name = std::move(Name);
  E.Dereferences = Dereferences;
  return E;
}

inline Expression unary(std::string Operator, Expression Of) {
  Expression E;
  E.K = Expression::Kind::Unary;
  E.Operator = std::move(Operator);
  E.Operands = {std::move(Of)};
  return E;
}

inline Expression binary(Expression Left, std::string Operator,
                         Expression Right) {
  Expression E;
  E.K = Expression::Kind::Binary;
  E.Operator = std::move(Operator);
  E.Operands = {std::move(Left), std::move(Right)};
  return E;
}

inline Expression conditional(Expression If, Expression Then, Expression Else) {
  Expression E;
  E.K = Expression::Kind::Conditional;
  E.Operands = {std::move(If), std::move(Then), std::move(Else)};
  return E;
}

constexpr Direction In{.In = true, .Out = false};
constexpr Direction Out{.In = false, .Out = true};
constexpr Direction InOut{.In = true, .Out = true};

inline Parameter parameter(Direction Dir, Type T, std::string Name) {
  Parameter P;
  P.Dir = Dir;
  P.T = std::move(T);
  P.Name = std::move(Name);
  return P;
}

inline Field field(Type T, std::string Name) {
  Field F;
  F.T = std::move(T);
  F.Name = std::move(Name);
  return F;
}

inline Operation operation(std::uint16_t Opnum, Type Return, std::string Name,
                           std::vector<Parameter> Parameters) {
  Operation O;
  O.Opnum = Opnum;
  O.Return = std::move(Return);
  O.Name = std::move(Name);
  O.Parameters = std::move(Parameters);
  return O;
}

inline Interface interface(std::string Namespace,
                           std::vector<Operation> Operations) {
  Interface I;
  I.Namespace = std::move(Namespace);
  I.Name = I.Namespace.substr(I.Namespace.rfind(':') + 1);
  I.Operations = std::move(Operations);
  I.Uuid = {0x60, 0xa1, 0x5e, 0xc5, 0x4d, 0xe8, 0x11, 0xd7,
            0xa6, 0x37, 0x00, 0x50, 0x56, 0xa2, 0x01, 0x82};
  I.Major = 1;
  return I;
}

inline Structure structure(std::string Spelling, std::vector<Field> Fields) {
  Structure S;
  S.Spelling = std::move(Spelling);
  S.Fields = std::move(Fields);
  return S;
}

/// A list and three operations over it:
///
///   struct node { std::int32_t value; [[rpc::unique]] node *next; };
///   void add_one(in std::uint32_t value, out std::uint32_t *result);
///   void reverse(in std::uint32_t count,
///                in, out, size_is(count) std::uint8_t *data);
///   std::int64_t sum(in const node *list);
inline Model echo() {
  Type Node = named(Type::Kind::Structure, "::echo::node", 0);
  Type ConstNode = named(Type::Kind::Structure, "const ::echo::node", 0);
  Type UInt = integer("::std::uint32_t");
  Model M;
  M.Structures = {
      structure("::echo::node", {field(integer("::std::int32_t"), "value"),
                                 field(unique(Node), "next")})};
  M.Interfaces = {interface(
      "::echo", {operation(0, Type(), "add_one",
                           {parameter(In, UInt, "value"),
                            parameter(Out, ref(UInt), "result")}),
                 operation(1, Type(), "reverse",
                           {parameter(In, UInt, "count"),
                            parameter(InOut,
                                      ref(sized(operand("count"),
                                                integer("::std::uint8_t"))),
                                      "data")}),
                 operation(2, integer("::std::int64_t"), "sum",
                           {parameter(In, ref(ConstNode), "list")})})};
  return M;
}

} // namespace rpcgen::test

#endif // RPCGEN_TEST_EMIT_MODELS_H
