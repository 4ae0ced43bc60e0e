//===- Json.cpp -----------------------------------------------------------===//
//
// Every struct of the model lists its members once, in describe(); Writer and
// Reader walk the same list, so that neither can forget one.
//
//===----------------------------------------------------------------------===//
#include "model/Json.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <stdexcept>
#include <type_traits>

using namespace rpcgen;
using Json = nlohmann::ordered_json;

namespace {

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
  constexpr const char *Texts[] = {"literal", "operand",     "unknown", "unary",
                                   "binary",  "conditional", "invalid"};
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
  V("operands", &Expression::Operands);
}

template <class Visitor> void describe(Visitor V, Attribute *) {
  V("name", &Attribute::Name);
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

template <class T> constexpr bool IsVector = false;
template <class T> constexpr bool IsVector<std::vector<T>> = true;
template <class T> constexpr bool IsOptional = false;
template <class T> constexpr bool IsOptional<std::optional<T>> = true;
template <class T>
concept Described = requires(T *V) { describe([](auto, auto) {}, V); };

template <class T> Json write(const T &V) {
  if constexpr (Described<T>) {
    static const T Default{};
    Json Out = Json::object();
    auto Member = [&](const char *Name, auto Pointer) {
      if (!(V.*Pointer == Default.*Pointer))
        Out[Name] = write(V.*Pointer);
    };
    describe(Member, static_cast<T *>(nullptr));
    return Out;
  } else if constexpr (IsVector<T>) {
    Json Out = Json::array();
    for (const auto &Item : V)
      Out.push_back(write(Item));
    return Out;
  } else if constexpr (IsOptional<T>) {
    return V ? write(*V) : Json();
  } else if constexpr (std::is_enum_v<T>) {
    return textsOf(V, static_cast<std::size_t>(V));
  } else {
    return V;
  }
}

template <class T> void read(const Json &From, T &V) {
  if constexpr (Described<T>) {
    std::size_t Known = 0;
    auto Member = [&](const char *Name, auto Pointer) {
      auto Found = From.find(Name);
      if (Found == From.end())
        return;
      ++Known;
      try {
        read(*Found, V.*Pointer);
      } catch (const std::exception &E) {
        throw std::runtime_error(std::string(Name) + ": " + E.what());
      }
    };
    if (!From.is_object())
      throw std::runtime_error("expected an object");
    describe(Member, static_cast<T *>(nullptr));
    if (Known != From.size())
      throw std::runtime_error("unknown member");
  } else if constexpr (IsVector<T>) {
    if (!From.is_array())
      throw std::runtime_error("expected an array");
    for (const Json &Item : From)
      read(Item, V.emplace_back());
  } else if constexpr (IsOptional<T>) {
    if (!From.is_null())
      read(From, V.emplace());
  } else if constexpr (std::is_enum_v<T>) {
    std::string Text = From.get<std::string>();
    for (std::size_t I = 0; const char *Known = textsOf(T{}, I); ++I)
      if (Text == Known) {
        V = static_cast<T>(I);
        return;
      }
    throw std::runtime_error("unknown word '" + Text + "'");
  } else {
    From.get_to(V);
  }
}

} // namespace

std::string rpcgen::toJson(const Model &M) {
  // Attribute texts are the user's bytes and need not be UTF-8.
  return write(M).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Model rpcgen::fromJson(std::string_view Text) {
  try {
    Model M;
    read(Json::parse(Text), M);
    return M;
  } catch (const std::exception &E) {
    throw std::runtime_error(std::string("not a description of interfaces: ") +
                             E.what());
  }
}
