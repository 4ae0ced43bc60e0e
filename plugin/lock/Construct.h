//===- Construct.h - what of an interface is on the wire ------------------===//
//
// The constructs that a message consists of, in the order of the wire. Names
// and spellings of C++, the memory of either side and what only programs
// notice are left out, so that two declarations of one wire form have equal
// forms: a std::string is a pointer to a string here, and a result is the last
// parameter.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_LOCK_CONSTRUCT_H
#define RPCGEN_LOCK_CONSTRUCT_H

#include "model/Interface.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rpcgen {

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

/// An expression that the receiver checks.
struct Correlation {
  std::string Key;  ///< the same where the values always are
  std::string Text; ///< for messages
};

/// A parameter, field, element or arm.
struct Member {
  std::string Name; ///< "" for a result
  Location Loc;
  std::size_t Index = 0; ///< in Constructs
};

struct Construct {
  enum class Kind {
    Empty,     ///< nothing
    Scalar,    ///< Sends, Takes
    Pointer,   ///< to Inner; Sends and Takes are of its class
    Array,     ///< of Inner; Sends and Takes are of the number of elements
    Pipe,      ///< of Inner
    Context,   ///< a context handle of the type Context
    Structure, ///< Members
    Union,     ///< Members.front() is the discriminant
    Switched   ///< a use of the union Inner with a Discriminant
  };
  /// What pointers of a class may be: each class can be all that those before
  /// it can.
  enum Class { Ref, Unique, Full };

  Kind K = Kind::Empty;
  std::string Name;   ///< "uint16", "a unique pointer"
  std::string Layout; ///< Constructs whose layouts differ are different bytes.

  Interval Sends, Takes;
  /// What Takes does not contain is refused, and not taken for another value.
  bool Refuses = true;
  const Enumeration *Enum = nullptr;

  std::size_t Inner = 0;
  std::optional<Correlation> Size, Length, First, Discriminant;
  /// A null pointer to the array may come with a count.
  bool NullWithCount = false;

  std::vector<Member> Members;
  std::map<std::int64_t, Member> Arms;
  std::optional<Member> Default;
  bool MsUnion = false;
  std::string Context;

  std::array<unsigned, 2> Alignment = {1, 1}; ///< in NDR20 and in NDR64
};

class Constructs {
public:
  explicit Constructs(const Model &Of) : M(Of) {}

  const Construct &operator[](std::size_t Index) const { return All[Index]; }

  /// What a call and its answer carry.
  std::vector<Member> request(const Operation &O);
  std::vector<Member> response(const Operation &O);
  Member serialized(const SerializedType &S);

private:
  friend class ConstructBuilder; // adds them

  const Model &M;
  std::vector<Construct> All;
  std::map<std::pair<Type::Kind, std::size_t>, std::size_t> Definitions;
};

} // namespace rpcgen

#endif // RPCGEN_LOCK_CONSTRUCT_H
