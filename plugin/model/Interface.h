//===- Interface.h - interfaces, operations and the types they carry ------===//
//
// The interface definition that an annotated header amounts to: plain values,
// the standard library only, to and from JSON (Json.h). Read makes one,
// resolve completes it, rules judge it, emit prints it.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_INTERFACE_H
#define RPCGEN_MODEL_INTERFACE_H

#include "model/Attribute.h"
#include "model/Location.h"
#include "model/Type.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rpcgen {

struct Direction {
  bool In = false;
  bool Out = false;
  friend bool operator==(const Direction &, const Direction &) = default;
};

/// comm_status, fault_status: which failures are returned in the parameter or
/// result instead of thrown.
struct ReturnedFailures {
  bool Communication = false;
  bool Fault = false;
  explicit operator bool() const { return Communication || Fault; }
  friend bool operator==(const ReturnedFailures &,
                         const ReturnedFailures &) = default;
};

/// What the stubs call when the memory of a call has been released.
enum class Notification {
  None,
  Plain,  ///< notify
  Outcome ///< notify_flag: it gets whether the call succeeded
};

/// protection: the least of calls, in order of strictness.
enum class Protection { Unstated, None, Connect, Integrity, Privacy };

struct Parameter {
  std::string Name; ///< "" where none was written; resolve makes one up
  Type T;
  AttributeList Attributes;
  Location Loc;
  Direction Dir;           ///< resolved; nothing written is [in]
  ReturnedFailures Takes;  ///< resolved
  Location Begin;          ///< of the declaration, after its attributes
  bool HasDefault = false; ///< argument, which stubs leave out
  friend bool operator==(const Parameter &, const Parameter &) = default;
};

/// A reason why a C++ function cannot be a remote operation.
enum class Unreachable {
  Variadic,
  Deleted,
  Inline,
  Consteval,
  Template,
  Coroutine,
  Operator,
  Static
};

struct Operation {
  std::string Name;
  AttributeList Attributes;
  Location Loc;
  std::vector<Parameter> Parameters;
  Type Return;
  std::vector<Unreachable> Obstacles;
  std::vector<Location> Contradictions; ///< declarations with other attributes
  bool Local = false;                   ///< resolved: no stub, no opnum
  bool Reserved = false;                ///< resolved: local, but for its opnum
  std::uint16_t Opnum = 0;              ///< resolved
  ReturnedFailures Returns;             ///< resolved: of the result
  Notification Notifies = Notification::None; ///< resolved
  bool Broadcast = false;                     ///< resolved
  bool Idempotent = false;                    ///< resolved
  bool Maybe = false;                         ///< resolved
  bool ReflectsDeletions = false;             ///< resolved: reflect_deletions
  /// Its own or that of its interface, whichever is stricter. (resolved)
  Protection LeastProtection = Protection::Unstated;
  bool FullPointers = false; ///< resolved: something that it carries holds some
  friend bool operator==(const Operation &, const Operation &) = default;
};

/// Something of the user's that has one of the names of Reserved.h in the
/// namespace of an interface.
struct TakenName {
  std::string Name;
  Location Loc;
  friend bool operator==(const TakenName &, const TakenName &) = default;
};

struct Interface {
  std::string Name;      ///< "echo"
  std::string Namespace; ///< "::samples::echo"
  AttributeList Attributes;
  Location Loc;
  std::vector<Operation> Operations; ///< in order of declaration
  /// The variable that implicit_handle names, "::the_binding"; "" if there is
  /// none that can be one.
  std::string ImplicitHandle;
  std::vector<TakenName> TakenNames;  ///< of those that the stubs declare
  bool Local = false;                 ///< resolved
  bool ExplicitHandle = false;        ///< resolved
  std::vector<std::string> Endpoints; ///< resolved; "ncacn_ip_tcp:[5000]"
  Protection LeastProtection =
      Protection::Unstated; ///< resolved: of all operations

  std::array<std::uint8_t, 16>
      Uuid{}; ///< resolved; in the order of the text form
  std::uint16_t Major = 0, Minor = 0;                      ///< resolved
  PointerClass PointerDefault = PointerClass::Unspecified; ///< resolved
  friend bool operator==(const Interface &, const Interface &) = default;
};

struct Enumerator {
  std::string Name;
  std::int64_t Value = 0;
  Location Loc;
  friend bool operator==(const Enumerator &, const Enumerator &) = default;
};

struct Enumeration {
  std::string Name;     ///< "colour"
  std::string Spelling; ///< "::echo::colour"
  AttributeList Attributes;
  Location Loc;
  std::vector<Enumerator> Enumerators;
  unsigned Bits = 32;  ///< in memory
  bool Signed = false; ///< in memory
  bool FixedUnderlying = false;
  bool V1 = false;      ///< resolved: 32 bits on NDR20, else 16
  bool Foreign = false; ///< as of a Structure, or of the runtime
  friend bool operator==(const Enumeration &, const Enumeration &) = default;
};

struct Field {
  std::string Name;
  Type T;
  AttributeList Attributes;
  Location Loc;
  bool BitField = false;
  bool Misaligned = false; ///< #pragma pack and its like, in memory only
  friend bool operator==(const Field &, const Field &) = default;
};

struct Structure {
  std::string Name;
  std::string Spelling;
  AttributeList Attributes;
  Location Loc;
  std::vector<Field> Fields;
  /// Every field lies where natural alignment puts it, and so does the end
  /// (no #pragma pack, alignas or packed).
  bool NaturalLayout = true;
  unsigned Alignment = 1; ///< in memory, in bytes
  std::uint64_t Size = 0; ///< likewise
  /// A discriminant and the union that it selects from, which travel as one:
  /// union_switch. (resolved)
  bool Encapsulated = false;
  /// The interface that the type was defined in; "" for none. Its
  /// pointer_default governs the type's pointers.
  std::string DefinedIn;
  /// Of a system header, and without attributes: not the user's to change.
  bool Foreign = false;
  friend bool operator==(const Structure &, const Structure &) = default;
};

/// A member of a union, or an empty_case.
struct Arm {
  Field F;
  std::vector<std::int64_t> Cases; ///< resolved
  bool Default = false;            ///< resolved
  bool Empty = false;              ///< resolved: it holds nothing
  friend bool operator==(const Arm &, const Arm &) = default;
};

struct Union {
  std::string Name;
  std::string Spelling;
  AttributeList Attributes;
  Location Loc;
  std::vector<Arm> Arms;
  /// switch_type as read; without one, the type of what first selects.
  /// (resolved)
  std::optional<Type> Tag;
  bool MsUnion = false;   ///< resolved
  unsigned Alignment = 1; ///< in memory, in bytes
  std::string DefinedIn;
  bool Foreign = false; ///< as of a Structure
  friend bool operator==(const Union &, const Union &) = default;
};

/// A type that has encode or decode, or whose namespace has: it travels by
/// itself, in no operation's parameters.
struct SerializedType {
  std::string Name;
  Type T;
  Location Loc;
  std::string DefinedIn; ///< as of a Structure
  friend bool operator==(const SerializedType &,
                         const SerializedType &) = default;
};

/// What has attributes that nothing reads, or is in a namespace inside an
/// interface, where it is no operation.
struct Stray {
  enum class Kind {
    Nested, ///< in a namespace inside an interface
    Free,   ///< a function in no interface
    Member,
    Friend,
    Block, ///< in the body of a function
    Lambda,
    FunctionType, ///< a parameter of one
    AliasTemplate
  };
  Kind K = Kind::Free;
  std::string Name;
  std::string Interface; ///< of a nested one
  std::string Attribute; ///< the first one; "" for none
  Location Loc;
  friend bool operator==(const Stray &, const Stray &) = default;
};

/// Everything that was read from one translation unit.
struct Model {
  std::vector<Interface> Interfaces;
  std::vector<Enumeration> Enumerations;
  std::vector<Structure>
      Structures; ///< members before the types that hold them
  std::vector<Union> Unions;
  std::vector<SerializedType> Serialized;
  std::vector<Stray> Strays;
  bool Deprecated = false; ///< something that stubs have to name is
  friend bool operator==(const Model &, const Model &) = default;
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_INTERFACE_H
