//===- Type.h - the type of a parameter, field or return value ------------===//
//
// A tree of pointers and arrays over scalars and named definitions. Read makes
// a declared::Type, of what is written alone. Resolve makes a Type of it, which
// has what is decided as well, and turns sized pointers into pointers to
// arrays, so that every later stage sees one shape per wire construct:
//
//   [[string]] char *s              Pointer -> Array{String, char}
//   [[size_is(n)]] T *a             Pointer -> Array{Size = n, T}
//   [[max_is(n)]] T *a              Pointer -> Array{Size = n + 1, T}
//   [[size_is(n), length_is(m)]] T *a
//                                   Pointer -> Array{Size = n, Length = m, T}
//   [[size_is(, *n)]] T **a         Pointer -> Pointer -> Array{Size = *n, T}
//   T a[4] as a parameter           Pointer{Ref} -> Array{Extent = 4, T}
//   [[size_is(n)]] T a[] as a field Array{Size = n, T}
//   [[switch_is(t)]] U u            Union{Discriminant = t}
//   std::vector<T> a                Standard{Vector, T}
//   using A [[transmit_as(W)]] = P  Presented{W}
//   rpc::pipe<T> &p                 Pointer{Ref} -> Pipe{T}
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_TYPE_H
#define RPCGEN_MODEL_TYPE_H

#include "model/Attribute.h"
#include "model/Expression.h"
#include "model/Location.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace rpcgen {

/// MIDL's pointer classes. Unspecified is what read leaves and resolve ends.
enum class PointerClass { Unspecified, Ref, Unique, Full };

/// How the server's stub allocates a pointee.
enum class Allocation {
  AsNeeded, ///< or not at all, where the received message holds it
  Separate, ///< force_allocate: a block of its own
  Together, ///< allocate(all_nodes): never the message
  Kept      ///< allocate(dont_free): blocks that outlive the call
};

/// Why a C++ type has no wire form. Each is reported by a rule of its own.
enum class Obstacle {
  None,
  Long,              ///< long, unsigned long: 8 bytes here, 4 in IDL.
  PointerSized,      ///< std::size_t, std::ptrdiff_t, std::intptr_t, time_t ...
  WideChar,          ///< wchar_t: 4 bytes here, 2 on the wire.
  Char32,            ///< char32_t
  ExtendedFloat,     ///< long double, __float128, _Float16, complex, vectors
  Int128,            ///< __int128
  VoidPointer,       ///< void *, std::nullptr_t
  FunctionPointer,   ///< pointers to functions and to members
  RvalueReference,   ///< T &&
  ReferenceField,    ///< a reference as a field
  NotStandardLayout, ///< virtual, bases with fields, private data, constructors
                     ///< ...
  IncompleteType,    ///< declared, never defined
  Dependent,         ///< depends on a template parameter
  NoWireForm         ///< a library class without a wire form of its own
};

/// The classes of the standard library that travel. The first four travel as a
/// pointer of a class of its own.
enum class StandardClass {
  String,        ///< std::basic_string of Bits
  StringView,    ///< std::basic_string_view of Bits
  Vector,        ///< std::vector: Element
  Span,          ///< std::span: Element
  Array,         ///< std::array: Element, Extent
  Optional,      ///< std::optional: Element
  UniquePointer, ///< std::unique_ptr: Element
  SharedPointer, ///< std::shared_ptr: Element
  Variant        ///< std::variant: Element for each alternative
};

/// range(Low, High): what the receiver accepts, both ends included.
struct ValueRange {
  std::int64_t Low = 0;
  std::int64_t High = 0;
  friend bool operator==(const ValueRange &, const ValueRange &) = default;
};

/// Of which model a part is: the one that was read, or the one that resolve has
/// made of it.
enum class Phase { Declared, Resolved };

struct Undecided {
  friend bool operator==(const Undecided &, const Undecided &) = default;
};

/// What a part of either model has that is decided.
template <Phase S, class Decisions>
using Decided = std::conditional_t<S == Phase::Resolved, Decisions, Undecided>;

/// What is written, but for the types that it is made of.
struct WrittenType {
  enum class Kind {
    Void,          ///< return type only
    Boolean,       ///< bool
    Integer,       ///< Bits and Signed
    Character,     ///< char, unsigned on the wire
    WideCharacter, ///< char16_t
    Float,         ///< Bits: 32 or 64
    Enumeration,
    Structure,
    Union,          ///< Definition
    Pointer,        ///< Element, Class
    Reference,      ///< T & : Element; resolve makes a Pointer{Ref} of it
    Array,          ///< Element with Extent, Size, or neither
    Standard,       ///< Library, Element
    Presented,      ///< travels as Element, made by rpc::wire_form; as void
                    ///< if what is named is no type
    ContextHandle,  ///< a pointer of the server's: Context, Rundown
    BindingHandle,  ///< rpc::handle_t, which does not travel
    Pipe,           ///< rpc::pipe<Element>
    Untransmissible ///< Why, Detail
  };

  Kind K = Kind::Void;
  Location Loc;

  /// The C++ spelling, qualified from the global namespace, for generated
  /// code: "::std::int32_t", "const ::echo::node *". Valid before a name for
  /// every kind but Array (print the element, then "name[N]").
  std::string Spelling;
  bool Const = false;

  unsigned Bits = 0;
  bool Signed = false;

  /// Index into Model::Enumerations, Structures or Unions.
  std::size_t Definition = 0;

  /// Attributes of the aliases (typedef, using) that this type was named by.
  AttributeList AliasAttributes;

  // Standard.
  StandardClass Library = StandardClass::String;

  // Standard, Presented, Structure.
  /// It has a destructor: it is moved where a plain object is copied.
  bool Owns = false;

  // Presented.
  bool Converted = true; ///< rpc::wire_form is specialised for it

  // Array; std::array.
  std::optional<std::uint64_t> Extent; ///< T[N]

  // ContextHandle.
  /// The alias that it was declared with, "echo::session"; "" for none.
  std::string Context;
  /// The function that ends a context, "::echo::session_rundown"; "" for none.
  std::string Rundown;

  // Untransmissible.
  Obstacle Why = Obstacle::None;
  std::string Detail; ///< the end of a sentence: "has a virtual function 'f'"
  /// The alias of the user's whose declaration uses this type, "t::DWORD"; Loc
  /// is there. "" where the type is written at its use.
  std::string Alias;

  void refuse(Obstacle Because, std::string How = "") {
    K = Kind::Untransmissible;
    Why = Because;
    Detail = std::move(How);
  }

  bool isPointerLike() const {
    return K == Kind::Pointer || K == Kind::Reference || K == Kind::Array;
  }

  /// Whether it is a pointer or travels as one, of the pointer class Class.
  bool hasClass() const {
    return K == Kind::Pointer ||
           (K == Kind::Standard && Library <= StandardClass::Span);
  }

  /// Whether it is a std::span, which may have a size beside its own.
  bool isSpan() const {
    return K == Kind::Standard && Library == StandardClass::Span;
  }

  /// Whether it is a std::array, an array in every respect but its spelling.
  bool isStandardArray() const {
    return K == Kind::Standard && Library == StandardClass::Array;
  }

  friend bool operator==(const WrittenType &, const WrittenType &) = default;
};

/// What its attributes, its place and what it is in decide of a type.
struct TypeDecisions {
  // Pointer; Standard where it travels as a pointer.
  PointerClass Class = PointerClass::Unspecified;
  /// ignore: the value does not travel. There is no class then, and whatever it
  /// points to is void.
  bool Ignored = false;
  Allocation Allocated = Allocation::AsNeeded; ///< of a Pointer
  /// byte_count: of the caller's buffer that a parameter points to.
  std::optional<Expression> ByteCount;
  /// partial_ignore: the server learns only whether it is null.
  bool PartlyIgnored = false;
  /// T *& : the callee may replace the pointee with memory of rpc::allocate.
  /// Set on the Pointer that is the whole parameter.
  bool Reseatable = false;
  /// The parameter was written as a reference: run() passes *p, not p.
  bool FromReference = false;
  /// The parameter was written as an array, T a[4]: C++ passes a pointer to the
  /// first element, and not T (*)[4] as the pointer to an array is.
  bool FromArray = false;

  // Array.
  std::optional<Expression> Size;   ///< size_is, max_is; of a span too
  std::optional<Expression> Length; ///< length_is, last_is
  std::optional<Expression> First;  ///< first_is
  bool String = false;              ///< [string]
  /// disable_consistency_check: a null pointer to the array may come with a
  /// size that is not zero.
  bool Unchecked = false;

  // Union at its use.
  std::optional<Expression> Discriminant; ///< switch_is

  // Integer, Enumeration: of the value. Array: of the number of elements.
  std::optional<ValueRange> Range; ///< range
  bool Int3264 = false;            ///< int3264: 4 bytes on NDR20

  // ContextHandle.
  bool Nullable = false; ///< not only [in]
  bool Shared = false;   ///< context_handle_noserialize

  friend bool operator==(const TypeDecisions &,
                         const TypeDecisions &) = default;
};

template <Phase S> struct TypeAt : WrittenType, Decided<S, TypeDecisions> {
  /// Pointee or element, of a pipe too; exactly one where the kind has one. Of
  /// a class of the standard library what it holds, if that is not text: for
  /// std::monostate void.
  std::vector<TypeAt> Element;

  const TypeAt &element() const { return Element.front(); }
  TypeAt &element() { return Element.front(); }

  friend bool operator==(const TypeAt &, const TypeAt &) = default;
};

using Type = TypeAt<Phase::Resolved>;

namespace declared {
using Type = TypeAt<Phase::Declared>;
}

} // namespace rpcgen

#endif // RPCGEN_MODEL_TYPE_H
