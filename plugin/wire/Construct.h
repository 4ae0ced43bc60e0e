//===- Construct.h - how a type travels -----------------------------------===//
//
// What a resolved type is on the wire: a tree of the constructs that NDR knows.
// A std::string is a pointer to a string here, and a std::array is an array.
// Structures and unions are named by their index in the model (Forms.h), so
// that every tree has an end.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_WIRE_CONSTRUCT_H
#define RPCGEN_WIRE_CONSTRUCT_H

#include "model/Interface.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rpcgen::wire {

enum class Syntax { Ndr20, Ndr64 };
using Bytes = std::array<unsigned, 2>; ///< in NDR20 and in NDR64

/// Whatever 64 bits hold, signed or not.
__extension__ using Wide = __int128;

/// Both ends included.
struct Interval {
  Wide Low = 0, High = 0;
  bool contains(Wide Value) const { return Low <= Value && Value <= High; }
  bool contains(const Interval &Other) const {
    return Low <= Other.Low && Other.High <= High;
  }
};

struct Construct;
using Inner = std::vector<Construct>; ///< exactly one

/// Of void, an empty arm, a binding handle.
struct Nothing {};

/// A number, a character, a boolean or an enumeration.
struct Scalar {
  Type::Kind Of = Type::Kind::Integer;
  bool Signed = false;
  Bytes Size = {1, 1}; ///< and alignment
  unsigned Memory = 1; ///< bytes
  Interval Sends, Takes;
  /// What Takes does not contain is refused, and not taken for another value.
  bool Refuses = false;
  const Enumeration *Enum = nullptr;
};

struct Pointer {
  /// Ref, unique and full pointers can be all that those before them can. Of an
  /// ignored one nothing is sent, of a partial one whether it is null.
  enum class Class { Ref, Unique, Full, Ignored, Partial };

  Class Sends = Class::Unique, Takes = Class::Unique;
  /// The [ref] pointer that a parameter is does not, its pointee does.
  bool Travels = true;
  /// Of an array, where NDR20 has no referent ids of [ref] pointers.
  bool IsElement = false;
  Inner To; ///< none if it is ignored
};

struct Array {
  std::optional<std::uint64_t> Extent;
  std::optional<Expression> Size, Length, First;
  bool String = false;
  Interval Takes; ///< numbers of elements
  bool NullWithCount = false;
  Inner Of;

  bool isConformant() const { return Size || !Extent; }
};

struct Structure {
  std::size_t Definition = 0;
};

struct Union {
  std::size_t Definition = 0;
  std::optional<Expression> Discriminant; ///< of this use
};

/// A std::variant, an encapsulated union that is selected by an index.
struct Alternatives {
  std::vector<Construct> Of;
};

struct Pipe {
  Inner Of;
};

struct ContextHandle {
  std::string Context; ///< its type, "echo::session"
};

/// What a program makes of another type, which travels.
struct Presented {
  Inner By;
};

/// What reflect_deletions adds to a response.
struct Deletions {};

struct Construct {
  std::variant<Nothing, Scalar, Pointer, Array, Structure, Union, Alternatives,
               Pipe, ContextHandle, Presented, Deletions>
      V;
  const Type *T = nullptr; ///< in C++; null only where that has none

  template <class Kind> const Kind *as() const { return std::get_if<Kind>(&V); }
};

/// A parameter, field, element or arm.
struct Member {
  std::string Name; ///< "" for a result
  Location Loc;
  Construct C;
};

/// Calls that of the functions which takes what the construct is.
template <class... Functions> struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
decltype(auto) match(const Construct &C, Functions... Each) {
  return std::visit(Overloaded<Functions...>{Each...}, C.V);
}

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_CONSTRUCT_H
