//===- Memory.cpp ---------------------------------------------------------===//
//
// include/rpc/ndr decides the same at compile time of the stubs, each shape for
// itself (form::in_place). This says it before there are stubs, and why.
//
//===----------------------------------------------------------------------===//
#include "wire/Memory.h"

#include <algorithm>

namespace rpcgen::wire {
namespace {

std::size_t alignUp(std::size_t Offset, std::size_t Alignment) {
  return (Offset + Alignment - 1) / Alignment * Alignment;
}

Memory differs(const Place &At, const std::string &Is) {
  return {.Differs = Reason{"'" + At.Path + "' " + Is, At.Loc}};
}

/// Of a size that it is aligned to on both sides.
Memory same(const Place &At, const std::string &Is, std::size_t Wire,
            std::size_t InMemory, bool Verbatim) {
  if (Wire != InMemory)
    return differs(At, Is + ", " + std::to_string(Wire) +
                           " bytes on the wire and " +
                           std::to_string(InMemory) + " in memory");
  return {.Size = Wire, .Alignment = Wire, .Verbatim = Verbatim};
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

class Reader {
public:
  Reader(const Forms &All, Syntax In) : All(All), S(In) {}

  Memory memory(const Construct &C, const Place &At) const {
    if (C.T->K == Type::Kind::Standard && !C.T->isStandardArray())
      return differs(At, std::string("is a ") + nameOf(C.T->Library));
    return match(
        C,
        [&](const Scalar &Of) {
          return scalar(Of, C.T->Range.has_value(), At);
        },
        [&](const Pointer &P) {
          return P.To.empty()
                     ? differs(At, "is ignored: its value does not travel")
                     : same(At, "is a pointer", isNdr64() ? 8 : 4, 8, false);
        },
        [&](const Array &A) { return array(A, At); },
        [&](const Structure &Of) { return structure(Of.Definition, At); },
        [&](const Union &) {
          return differs(At, "is a union, of which one arm travels");
        },
        [&](const Presented &) {
          return differs(At, "is made by the program of what travels");
        },
        [&](const ContextHandle &) {
          return same(At, "is a context handle", 20, 8, false);
        },
        [](const auto &) { return Memory(); });
  }

  Memory elements(const Array &A, const Place &At) const {
    const Construct &E = A.Of.front();
    if (const auto *P = E.as<Pointer>();
        P && P->Takes == Pointer::Class::Ref && E.T->K == Type::Kind::Pointer)
      return differs(At, "is an array of ref pointers");
    return memory(E, elementOf(At));
  }

private:
  bool isNdr64() const { return S == Syntax::Ndr64; }

  Memory scalar(const Scalar &Of, bool HasRange, const Place &At) const {
    const unsigned Size = Of.Size[isNdr64()];
    const bool IsInt3264 = !Of.Enum && Of.Size[0] != Of.Size[1];
    if (HasRange && !IsInt3264)
      return differs(At, "has a range, and is read by itself");
    return same(At,
                IsInt3264   ? "is an int3264"
                : Size == 2 ? "is a 16-bit enumeration"
                            : "is an enumeration",
                Size, Of.Memory, !Of.Enum && Of.Of != Type::Kind::Boolean);
  }

  /// In its place: in a structure or an array, or alone.
  Memory array(const Array &A, const Place &At) const {
    if (A.String)
      return differs(At, A.Size ? "is a string with size_is"
                                : "is a string in an array of fixed size");
    if (A.Length)
      return differs(At, "is a varying array");
    Memory Whole = elements(A, At);
    if (Whole.Differs)
      return Whole;
    if (!A.Size) {
      Whole.Size *= *A.Extent;
      return Whole;
    }
    if (A.Of.front().T->K == Type::Kind::Array)
      return differs(At, "is a conformant array of more than one dimension");
    Whole.End = {At, 0, Whole.Size};
    Whole.Size = 0;
    return Whole;
  }

  Memory structure(std::size_t Definition, const Place &At) const {
    const rpcgen::Structure &Of = All.M.Structures[Definition];
    if (Of.Encapsulated)
      return differs(At, "is a union, of which one arm travels");
    if (!Of.NaturalLayout)
      return differs(At, "is packed, or aligned otherwise than its fields");
    Memory Whole;
    for (std::size_t I = 0; I != Of.Fields.size(); ++I) {
      const Memory F =
          memory(All.Structures[Definition][I].C, fieldOf(At, Of.Fields[I]));
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
    // The gap that any other structure has after it is before the elements.
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

  const Forms &All;
  const Syntax S;
};

} // namespace

Memory memoryOf(const Forms &All, const Construct &C, const Place &At,
                Syntax S) {
  return Reader(All, S).memory(C, At);
}

Memory memoryOfElements(const Forms &All, const Array &A, const Place &At,
                        Syntax S) {
  return Reader(All, S).elements(A, At);
}

} // namespace rpcgen::wire
