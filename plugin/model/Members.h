//===- Members.h - what a description says of each struct ----------------===//
//
// Every struct of the model lists its members once, in describe(), so that
// writing and reading (Json.cpp) cannot disagree. What is decided of a part is
// a struct of its own, which decisionsIn() finds in it.
//
// A member that an older reader may overlook is simply added. One that changes
// what is on the wire, and a new word of an enumeration, raise both numbers of
// the format in Json.h.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_MEMBERS_H
#define RPCGEN_MODEL_MEMBERS_H

#include "model/Interface.h"

#include <cstddef>
#include <iterator>

namespace rpcgen {

// The texts of enumerations, in the order of their values.

constexpr const char *textsOf(Allocation, std::size_t I) {
  constexpr const char *Texts[] = {"as_needed", "separate", "together", "kept"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(PointerClass, std::size_t I) {
  constexpr const char *Texts[] = {"unspecified", "ref", "unique", "ptr"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Expression::Kind, std::size_t I) {
  constexpr const char *Texts[] = {"literal",     "operand", "present",
                                   "unknown",     "unary",   "binary",
                                   "conditional", "cast",    "invalid"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Type::Kind, std::size_t I) {
  constexpr const char *Texts[] = {
      "void",           "boolean",        "integer",        "character",
      "wide character", "float",          "enumeration",    "struct",
      "union",          "pointer",        "reference",      "array",
      "standard",       "presented",      "context handle", "binding handle",
      "pipe",           "untransmissible"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(StandardClass, std::size_t I) {
  constexpr const char *Texts[] = {
      "string",   "string view",    "vector",         "span",   "array",
      "optional", "unique pointer", "shared pointer", "variant"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Obstacle, std::size_t I) {
  constexpr const char *Texts[] = {"none",          "long",
                                   "pointer-sized", "wchar_t",
                                   "char32_t",      "extended float",
                                   "int128",        "void pointer",
                                   "function",      "rvalue reference",
                                   "reference",     "not standard layout",
                                   "incomplete",    "dependent",
                                   "no wire form"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Unreachable, std::size_t I) {
  constexpr const char *Texts[] = {"variadic",  "deleted",  "inline",
                                   "consteval", "template", "coroutine",
                                   "operator",  "static"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Notification, std::size_t I) {
  constexpr const char *Texts[] = {"none", "plain", "outcome"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

constexpr const char *textsOf(Protection, std::size_t I) {
  constexpr const char *Texts[] = {"unstated", "none", "connect", "integrity",
                                   "privacy"};
  return I < std::size(Texts) ? Texts[I] : nullptr;
}

// What is decided of a part.

inline TypeDecisions *decisionsIn(Type *T) { return T; }
inline ParameterDecisions *decisionsIn(Parameter *P) { return P; }
inline OperationDecisions *decisionsIn(Operation *O) { return O; }
inline InterfaceDecisions *decisionsIn(Interface *I) { return I; }
inline EnumerationDecisions *decisionsIn(Enumeration *E) { return E; }
inline StructureDecisions *decisionsIn(Structure *S) { return S; }
inline ArmDecisions *decisionsIn(Arm *A) { return A; }
inline UnionDecisions *decisionsIn(Union *U) { return U; }

// The members of structs, with their names. Each V(name, member) is one.

template <class Visitor> void describe(Visitor V, Expression *) {
  V("kind", &Expression::K);
  V("value", &Expression::Value);
  V("name", &Expression::Name);
  V("dereferences", &Expression::Dereferences);
  V("operator", &Expression::Operator);
  V("bits", &Expression::Bits);
  V("signed", &Expression::Signed);
  V("operands", &Expression::Operands);
}

template <class Visitor> void describe(Visitor V, Attribute *) {
  V("name", &Attribute::K);
  V("text", &Attribute::Text);
  V("expressions", &Attribute::Expressions);
  V("words", &Attribute::Words);
}

template <class Visitor> void describe(Visitor V, ValueRange *) {
  V("low", &ValueRange::Low);
  V("high", &ValueRange::High);
}

template <class Visitor> void describe(Visitor V, TypeDecisions *) {
  V("class", &TypeDecisions::Class);
  V("allocated", &TypeDecisions::Allocated);
  V("byte_count", &TypeDecisions::ByteCount);
  V("partly_ignored", &TypeDecisions::PartlyIgnored);
  V("reseatable", &TypeDecisions::Reseatable);
  V("from_reference", &TypeDecisions::FromReference);
  V("from_array", &TypeDecisions::FromArray);
  V("size", &TypeDecisions::Size);
  V("length", &TypeDecisions::Length);
  V("first", &TypeDecisions::First);
  V("string", &TypeDecisions::String);
  V("unchecked", &TypeDecisions::Unchecked);
  V("discriminant", &TypeDecisions::Discriminant);
  V("range", &TypeDecisions::Range);
  V("nullable", &TypeDecisions::Nullable);
  V("shared", &TypeDecisions::Shared);
  V("int3264", &TypeDecisions::Int3264);
  V("ignored", &TypeDecisions::Ignored);
}

template <class Visitor> void describe(Visitor V, Type *) {
  V("kind", &Type::K);
  V("spelling", &Type::Spelling);
  V("const", &Type::Const);
  V("bits", &Type::Bits);
  V("signed", &Type::Signed);
  V("definition", &Type::Definition);
  V("element", &Type::Element);
  V("alias_attributes", &Type::AliasAttributes);
  V("library", &Type::Library);
  V("owns", &Type::Owns);
  V("converted", &Type::Converted);
  V("extent", &Type::Extent);
  V("context", &Type::Context);
  V("rundown", &Type::Rundown);
  V("why", &Type::Why);
  V("detail", &Type::Detail);
}

template <class Visitor> void describe(Visitor V, Direction *) {
  V("in", &Direction::In);
  V("out", &Direction::Out);
}

template <class Visitor> void describe(Visitor V, ReturnedFailures *) {
  V("communication", &ReturnedFailures::Communication);
  V("fault", &ReturnedFailures::Fault);
}

template <class Visitor> void describe(Visitor V, ParameterDecisions *) {
  V("direction", &ParameterDecisions::Dir);
  V("takes", &ParameterDecisions::Takes);
}

template <class Visitor> void describe(Visitor V, Parameter *) {
  V("name", &Parameter::Name);
  V("type", &Parameter::T);
  V("attributes", &Parameter::Attributes);
}

template <class Visitor> void describe(Visitor V, OperationDecisions *) {
  V("opnum", &OperationDecisions::Opnum);
  V("local", &OperationDecisions::Local);
  V("reserved", &OperationDecisions::Reserved);
  V("full_pointers", &OperationDecisions::FullPointers);
  V("returns", &OperationDecisions::Returns);
  V("notifies", &OperationDecisions::Notifies);
  V("broadcast", &OperationDecisions::Broadcast);
  V("idempotent", &OperationDecisions::Idempotent);
  V("maybe", &OperationDecisions::Maybe);
  V("reflects_deletions", &OperationDecisions::ReflectsDeletions);
  V("protection", &OperationDecisions::LeastProtection);
}

template <class Visitor> void describe(Visitor V, Operation *) {
  V("name", &Operation::Name);
  V("attributes", &Operation::Attributes);
  V("parameters", &Operation::Parameters);
  V("return", &Operation::Return);
  V("obstacles", &Operation::Obstacles);
}

template <class Visitor> void describe(Visitor V, TakenName *) {
  V("name", &TakenName::Name);
}

template <class Visitor> void describe(Visitor V, InterfaceDecisions *) {
  V("uuid", &InterfaceDecisions::Uuid);
  V("major", &InterfaceDecisions::Major);
  V("minor", &InterfaceDecisions::Minor);
  V("pointer_default", &InterfaceDecisions::PointerDefault);
  V("local", &InterfaceDecisions::Local);
  V("explicit_handle", &InterfaceDecisions::ExplicitHandle);
  V("endpoints", &InterfaceDecisions::Endpoints);
  V("protection", &InterfaceDecisions::LeastProtection);
}

template <class Visitor> void describe(Visitor V, Interface *) {
  V("name", &Interface::Name);
  V("namespace", &Interface::Namespace);
  V("implicit_handle", &Interface::ImplicitHandle);
  V("attributes", &Interface::Attributes);
  V("operations", &Interface::Operations);
  V("taken_names", &Interface::TakenNames);
}

template <class Visitor> void describe(Visitor V, Enumerator *) {
  V("name", &Enumerator::Name);
  V("value", &Enumerator::Value);
}

template <class Visitor> void describe(Visitor V, EnumerationDecisions *) {
  V("v1", &EnumerationDecisions::V1);
}

template <class Visitor> void describe(Visitor V, Enumeration *) {
  V("name", &Enumeration::Name);
  V("spelling", &Enumeration::Spelling);
  V("attributes", &Enumeration::Attributes);
  V("enumerators", &Enumeration::Enumerators);
  V("bits", &Enumeration::Bits);
  V("signed", &Enumeration::Signed);
  V("fixed_underlying", &Enumeration::FixedUnderlying);
}

template <class Visitor> void describe(Visitor V, Field *) {
  V("name", &Field::Name);
  V("type", &Field::T);
  V("attributes", &Field::Attributes);
  V("bit_field", &Field::BitField);
  V("misaligned", &Field::Misaligned);
}

template <class Visitor> void describe(Visitor V, StructureDecisions *) {
  V("encapsulated", &StructureDecisions::Encapsulated);
}

template <class Visitor> void describe(Visitor V, Structure *) {
  V("name", &Structure::Name);
  V("spelling", &Structure::Spelling);
  V("defined_in", &Structure::DefinedIn);
  V("attributes", &Structure::Attributes);
  V("fields", &Structure::Fields);
  V("natural_layout", &Structure::NaturalLayout);
  V("alignment", &Structure::Alignment);
  V("size", &Structure::Size);
}

template <class Visitor> void describe(Visitor V, ArmDecisions *) {
  V("cases", &ArmDecisions::Cases);
  V("default", &ArmDecisions::Default);
  V("empty", &ArmDecisions::Empty);
}

template <class Visitor> void describe(Visitor V, Arm *) {
  V("field", &Arm::F);
}

template <class Visitor> void describe(Visitor V, UnionDecisions *) {
  V("ms_union", &UnionDecisions::MsUnion);
}

template <class Visitor> void describe(Visitor V, Union *) {
  V("name", &Union::Name);
  V("spelling", &Union::Spelling);
  V("defined_in", &Union::DefinedIn);
  V("attributes", &Union::Attributes);
  V("tag", &Union::Tag);
  V("arms", &Union::Arms);
  V("alignment", &Union::Alignment);
}

template <class Visitor> void describe(Visitor V, SerializedType *) {
  V("name", &SerializedType::Name);
  V("type", &SerializedType::T);
  V("defined_in", &SerializedType::DefinedIn);
}

template <class Visitor> void describe(Visitor V, Model *) {
  V("interfaces", &Model::Interfaces);
  V("enumerations", &Model::Enumerations);
  V("structures", &Model::Structures);
  V("unions", &Model::Unions);
  V("serialized", &Model::Serialized);
}

} // namespace rpcgen

#endif // RPCGEN_MODEL_MEMBERS_H
