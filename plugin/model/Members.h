//===- Members.h - what a description says of each struct ----------------===//
//
// Every struct of the model lists its members once, in describe(), so that
// writing and reading (Json.cpp) cannot disagree.
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
  V("class", &Type::Class);
  V("allocated", &Type::Allocated);
  V("byte_count", &Type::ByteCount);
  V("partly_ignored", &Type::PartlyIgnored);
  V("reseatable", &Type::Reseatable);
  V("from_reference", &Type::FromReference);
  V("from_array", &Type::FromArray);
  V("extent", &Type::Extent);
  V("size", &Type::Size);
  V("length", &Type::Length);
  V("first", &Type::First);
  V("string", &Type::String);
  V("unchecked", &Type::Unchecked);
  V("discriminant", &Type::Discriminant);
  V("range", &Type::Range);
  V("context", &Type::Context);
  V("rundown", &Type::Rundown);
  V("nullable", &Type::Nullable);
  V("shared", &Type::Shared);
  V("int3264", &Type::Int3264);
  V("ignored", &Type::Ignored);
  V("why", &Type::Why);
  V("detail", &Type::Detail);
}

template <class Visitor> void describe(Visitor V, Direction *) {
  V("in", &Direction::In);
  V("out", &Direction::Out);
}

template <class Visitor> void describe(Visitor V, Parameter *) {
  V("name", &Parameter::Name);
  V("type", &Parameter::T);
  V("attributes", &Parameter::Attributes);
  V("direction", &Parameter::Dir);
}

template <class Visitor> void describe(Visitor V, Operation *) {
  V("name", &Operation::Name);
  V("opnum", &Operation::Opnum);
  V("local", &Operation::Local);
  V("reserved", &Operation::Reserved);
  V("full_pointers", &Operation::FullPointers);
  V("attributes", &Operation::Attributes);
  V("parameters", &Operation::Parameters);
  V("return", &Operation::Return);
  V("obstacles", &Operation::Obstacles);
}

template <class Visitor> void describe(Visitor V, TakenName *) {
  V("name", &TakenName::Name);
}

template <class Visitor> void describe(Visitor V, Interface *) {
  V("name", &Interface::Name);
  V("namespace", &Interface::Namespace);
  V("uuid", &Interface::Uuid);
  V("major", &Interface::Major);
  V("minor", &Interface::Minor);
  V("pointer_default", &Interface::PointerDefault);
  V("local", &Interface::Local);
  V("explicit_handle", &Interface::ExplicitHandle);
  V("implicit_handle", &Interface::ImplicitHandle);
  V("endpoints", &Interface::Endpoints);
  V("attributes", &Interface::Attributes);
  V("operations", &Interface::Operations);
  V("taken_names", &Interface::TakenNames);
}

template <class Visitor> void describe(Visitor V, Enumerator *) {
  V("name", &Enumerator::Name);
  V("value", &Enumerator::Value);
}

template <class Visitor> void describe(Visitor V, Enumeration *) {
  V("name", &Enumeration::Name);
  V("spelling", &Enumeration::Spelling);
  V("attributes", &Enumeration::Attributes);
  V("enumerators", &Enumeration::Enumerators);
  V("bits", &Enumeration::Bits);
  V("signed", &Enumeration::Signed);
  V("fixed_underlying", &Enumeration::FixedUnderlying);
  V("v1", &Enumeration::V1);
}

template <class Visitor> void describe(Visitor V, Field *) {
  V("name", &Field::Name);
  V("type", &Field::T);
  V("attributes", &Field::Attributes);
  V("bit_field", &Field::BitField);
  V("misaligned", &Field::Misaligned);
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
  V("encapsulated", &Structure::Encapsulated);
}

template <class Visitor> void describe(Visitor V, Arm *) {
  V("field", &Arm::F);
  V("cases", &Arm::Cases);
  V("default", &Arm::Default);
  V("empty", &Arm::Empty);
}

template <class Visitor> void describe(Visitor V, Union *) {
  V("name", &Union::Name);
  V("spelling", &Union::Spelling);
  V("defined_in", &Union::DefinedIn);
  V("attributes", &Union::Attributes);
  V("tag", &Union::Tag);
  V("arms", &Union::Arms);
  V("ms_union", &Union::MsUnion);
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
