//===- Form.cpp -----------------------------------------------------------===//
//
// include/rpc/ndr decides the same at compile time of the stubs, each shape for
// itself (form::in_place). This says it before there are stubs, and why.
//
//===----------------------------------------------------------------------===//
#include "remarks/Form.h"

#include <algorithm>

using namespace rpcgen;

namespace {

std::size_t alignUp(std::size_t Offset, std::size_t Alignment) {
  return (Offset + Alignment - 1) / Alignment * Alignment;
}

Form differs(const Place &At, const std::string &Is) {
  Form F;
  F.Differs = Reason{"'" + At.Path + "' " + Is, At.Loc};
  return F;
}

/// Of a scalar, which is aligned to its size on both sides.
Form scalar(const Place &At, const std::string &Is, std::size_t Wire,
            std::size_t Memory, bool Verbatim) {
  if (Wire != Memory)
    return differs(At, Is + ", " + std::to_string(Wire) +
                           " bytes on the wire and " + std::to_string(Memory) +
                           " in memory");
  Form F;
  F.Size = F.Alignment = Wire;
  F.Verbatim = Verbatim;
  return F;
}

const char *nameOf(StandardClass Library) {
  switch (Library) {
  case StandardClass::String:
    return "std::string, which owns its characters";
  case StandardClass::StringView:
    return "std::string_view, which does not travel itself";
  case StandardClass::Vector:
    return "std::vector, which owns its elements";
  case StandardClass::Span:
    return "std::span, which does not travel itself";
  case StandardClass::Optional:
    return "std::optional, which is a pointer on the wire";
  case StandardClass::UniquePointer:
    return "std::unique_ptr, which owns its pointee";
  case StandardClass::SharedPointer:
    return "std::shared_ptr, which owns its pointee";
  case StandardClass::Variant:
    return "std::variant, of which one alternative travels";
  case StandardClass::Array:
    break;
  }
  return "std::array";
}

class Former {
public:
  Former(const Model &Of, Syntax In) : M(Of), S(In) {}

  Form form(const Type &T, const Place &At) const {
    if (T.Int3264)
      return scalar(At, "is an int3264", isNdr64() ? 8 : 4, 8, true);
    if (T.Range && T.K != Type::Kind::Array)
      return differs(At, "has a range, and is read by itself");
    switch (T.K) {
    case Type::Kind::Enumeration:
      return enumeration(M.Enumerations[T.Definition], At);
    case Type::Kind::Structure:
      return structure(M.Structures[T.Definition], At);
    case Type::Kind::Union:
      return differs(At, "is a union, of which one arm travels");
    case Type::Kind::Pointer:
      return T.Ignored
                 ? differs(At, "is ignored: its value does not travel")
                 : scalar(At, "is a pointer", isNdr64() ? 8 : 4, 8, false);
    case Type::Kind::Array:
      return array(T, At);
    case Type::Kind::Standard:
      return T.Library == StandardClass::Array
                 ? array(T, At)
                 : differs(At, std::string("is a ") + nameOf(T.Library));
    case Type::Kind::Presented:
      return differs(At, "is made by the program of what travels");
    case Type::Kind::ContextHandle:
      return scalar(At, "is a context handle", 20, 8, false);
    case Type::Kind::Void:
    case Type::Kind::Boolean:
    case Type::Kind::Integer:
    case Type::Kind::Character:
    case Type::Kind::WideCharacter:
    case Type::Kind::Float:
    case Type::Kind::Reference:
    case Type::Kind::BindingHandle:
    case Type::Kind::Pipe:
    case Type::Kind::Untransmissible:
      break;
    }
    return scalar(At, "", T.Bits / 8, T.Bits / 8, T.K != Type::Kind::Boolean);
  }

  Form elements(const Type &Array, const Place &At) const {
    const Type &E = Array.element();
    if (E.K == Type::Kind::Pointer && E.Class == PointerClass::Ref &&
        !E.Ignored)
      return differs(At, "is an array of ref pointers");
    return form(E, elementOf(At));
  }

private:
  bool isNdr64() const { return S == Syntax::Ndr64; }

  Form enumeration(const Enumeration &E, const Place &At) const {
    bool Short = !E.V1 && !isNdr64();
    return scalar(At, Short ? "is a 16-bit enumeration" : "is an enumeration",
                  Short ? 2 : 4, E.Bits / 8, false);
  }

  /// In its place: in a structure or an array, or alone.
  Form array(const Type &T, const Place &At) const {
    if (T.String)
      return differs(At, T.Size ? "is a string with size_is"
                                : "is a string in an array of fixed size");
    if (T.Length)
      return differs(At, "is a varying array");
    Form F = elements(T, At);
    if (F.Differs)
      return F;
    if (!T.Size) {
      F.Size *= *T.Extent;
      return F;
    }
    if (T.element().K == Type::Kind::Array)
      return differs(At, "is a conformant array of more than one dimension");
    F.End = {At, 0, F.Size};
    F.Size = 0;
    return F;
  }

  Form structure(const Structure &Of, const Place &At) const {
    if (Of.Encapsulated)
      return differs(At, "is a union, of which one arm travels");
    if (!Of.NaturalLayout)
      return differs(At, "is packed, or aligned otherwise than its fields");
    Form Whole;
    for (const Field &Each : Of.Fields) {
      const Place Inner = fieldOf(At, Each);
      Form F = form(Each.T, Inner);
      if (F.Differs)
        return F;
      std::size_t Begin = alignUp(Whole.Size, F.Alignment);
      if (F.End) {
        Whole.End = F.End;
        Whole.End->Offset += Begin;
      }
      Whole.Alignment = std::max(Whole.Alignment, F.Alignment);
      Whole.Verbatim = Whole.Verbatim && F.Verbatim;
      Whole.Size = Begin + F.Size;
    }
    // The gap that any other structure has behind it is before the elements.
    if (isNdr64() && Whole.End)
      if (std::size_t Gap = alignUp(Whole.End->Offset, Whole.Alignment);
          Gap != Whole.End->Offset)
        return differs(Whole.End->At,
                       "begins at byte " + std::to_string(Gap) +
                           " of the structure on the wire and at byte " +
                           std::to_string(Whole.End->Offset) + " in memory");
    if (Whole.Alignment != Of.Alignment)
      return differs(At, "is aligned to " + std::to_string(Whole.Alignment) +
                             " bytes on the wire and to " +
                             std::to_string(Of.Alignment) + " in memory");
    if (!isNdr64() && !Whole.End && Whole.Size != Of.Size)
      return differs(At, "ends in padding, which does not travel: " +
                             std::to_string(Whole.Size) +
                             " bytes on the wire and " +
                             std::to_string(Of.Size) + " in memory");
    Whole.Size = Of.Size;
    return Whole;
  }

  const Model &M;
  const Syntax S;
};

} // namespace

Form rpcgen::formOf(const Model &M, const Type &T, const Place &At, Syntax S) {
  return Former(M, S).form(T, At);
}

Form rpcgen::formOfElements(const Model &M, const Type &Array, const Place &At,
                            Syntax S) {
  return Former(M, S).elements(Array, At);
}
