//===- Interface.h - interfaces, operations and the types they carry ------===//
//
// The interface definition that an annotated header amounts to, in two models
// of plain values: a declared::Model, which read makes of what is written, and
// a Model, which resolve makes of that. What is written is a Written... in
// both, and what is decided a ...Decisions in the latter only, so that nothing
// can be asked before it is decided. Rules judge a Model, and find in it what
// was written; emit prints it; it comes from and goes to JSON (Json.h).
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

struct WrittenParameter {
  std::string Name; ///< "" where none was written; resolve makes one up
  AttributeList Attributes;
  Location Loc;
  Location Begin;          ///< of the declaration, after its attributes
  bool HasDefault = false; ///< argument, which stubs leave out
  friend bool operator==(const WrittenParameter &,
                         const WrittenParameter &) = default;
};

struct ParameterDecisions {
  Direction Dir; ///< nothing written is [in]
  ReturnedFailures Takes;
  friend bool operator==(const ParameterDecisions &,
                         const ParameterDecisions &) = default;
};

template <Phase S>
struct ParameterAt : WrittenParameter, Decided<S, ParameterDecisions> {
  TypeAt<S> T;
  friend bool operator==(const ParameterAt &, const ParameterAt &) = default;
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

struct WrittenOperation {
  std::string Name;
  AttributeList Attributes;
  Location Loc;
  std::vector<Unreachable> Obstacles;
  std::vector<Location> Contradictions; ///< declarations with other attributes
  friend bool operator==(const WrittenOperation &,
                         const WrittenOperation &) = default;
};

struct OperationDecisions {
  bool Local = false;    ///< no stub, no opnum
  bool Reserved = false; ///< local, but for its opnum
  std::uint16_t Opnum = 0;
  ReturnedFailures Returns; ///< of the result
  Notification Notifies = Notification::None;
  bool Broadcast = false;
  bool Idempotent = false;
  bool Maybe = false;
  bool ReflectsDeletions = false;
  /// Its own or that of its interface, whichever is stricter.
  Protection LeastProtection = Protection::Unstated;
  bool FullPointers = false; ///< something that it carries holds some
  friend bool operator==(const OperationDecisions &,
                         const OperationDecisions &) = default;
};

template <Phase S>
struct OperationAt : WrittenOperation, Decided<S, OperationDecisions> {
  std::vector<ParameterAt<S>> Parameters;
  TypeAt<S> Return;
  friend bool operator==(const OperationAt &, const OperationAt &) = default;
};

/// Something of the user's that has one of the names of Reserved.h in the
/// namespace of an interface.
struct TakenName {
  std::string Name;
  Location Loc;
  friend bool operator==(const TakenName &, const TakenName &) = default;
};

struct WrittenInterface {
  std::string Name;      ///< "echo"
  std::string Namespace; ///< "::samples::echo"
  AttributeList Attributes;
  Location Loc;
  /// The variable that implicit_handle names, "::the_binding"; "" if there is
  /// none that can be one.
  std::string ImplicitHandle;
  std::vector<TakenName> TakenNames; ///< of those that the stubs declare
  friend bool operator==(const WrittenInterface &,
                         const WrittenInterface &) = default;
};

struct InterfaceDecisions {
  bool Local = false;
  bool ExplicitHandle = false;
  std::vector<std::string> Endpoints;                ///< "ncacn_ip_tcp:[5000]"
  Protection LeastProtection = Protection::Unstated; ///< of all operations
  std::array<std::uint8_t, 16> Uuid{}; ///< in the order of its text
  std::uint16_t Major = 0, Minor = 0;
  PointerClass PointerDefault = PointerClass::Unspecified;
  friend bool operator==(const InterfaceDecisions &,
                         const InterfaceDecisions &) = default;
};

template <Phase S>
struct InterfaceAt : WrittenInterface, Decided<S, InterfaceDecisions> {
  std::vector<OperationAt<S>> Operations; ///< in order of declaration
  friend bool operator==(const InterfaceAt &, const InterfaceAt &) = default;
};

struct Enumerator {
  std::string Name;
  std::int64_t Value = 0;
  Location Loc;
  friend bool operator==(const Enumerator &, const Enumerator &) = default;
};

struct WrittenEnumeration {
  std::string Name;     ///< "colour"
  std::string Spelling; ///< "::echo::colour"
  AttributeList Attributes;
  Location Loc;
  std::vector<Enumerator> Enumerators;
  unsigned Bits = 32;  ///< in memory
  bool Signed = false; ///< in memory
  bool FixedUnderlying = false;
  bool Foreign = false; ///< as of a structure, or of the runtime
  friend bool operator==(const WrittenEnumeration &,
                         const WrittenEnumeration &) = default;
};

struct EnumerationDecisions {
  bool V1 = false; ///< 32 bits on NDR20, else 16
  friend bool operator==(const EnumerationDecisions &,
                         const EnumerationDecisions &) = default;
};

template <Phase S>
struct EnumerationAt : WrittenEnumeration, Decided<S, EnumerationDecisions> {
  friend bool operator==(const EnumerationAt &,
                         const EnumerationAt &) = default;
};

struct WrittenField {
  std::string Name;
  AttributeList Attributes;
  Location Loc;
  bool BitField = false;
  bool Misaligned = false; ///< #pragma pack and its like, in memory only
  friend bool operator==(const WrittenField &, const WrittenField &) = default;
};

template <Phase S> struct FieldAt : WrittenField {
  TypeAt<S> T;
  friend bool operator==(const FieldAt &, const FieldAt &) = default;
};

struct WrittenStructure {
  std::string Name;
  std::string Spelling;
  AttributeList Attributes;
  Location Loc;
  /// Every field lies where natural alignment puts it, and so does the end
  /// (no #pragma pack, alignas or packed).
  bool NaturalLayout = true;
  unsigned Alignment = 1; ///< in memory, in bytes
  std::uint64_t Size = 0; ///< likewise
  /// The interface that the type was defined in; "" for none. Its
  /// pointer_default governs the type's pointers.
  std::string DefinedIn;
  /// Of a system header, and without attributes: not the user's to change.
  bool Foreign = false;
  friend bool operator==(const WrittenStructure &,
                         const WrittenStructure &) = default;
};

struct StructureDecisions {
  /// A discriminant and the union that it selects from, which travel as one:
  /// union_switch.
  bool Encapsulated = false;
  friend bool operator==(const StructureDecisions &,
                         const StructureDecisions &) = default;
};

template <Phase S>
struct StructureAt : WrittenStructure, Decided<S, StructureDecisions> {
  std::vector<FieldAt<S>> Fields;
  friend bool operator==(const StructureAt &, const StructureAt &) = default;
};

struct ArmDecisions {
  std::vector<std::int64_t> Cases;
  bool Default = false;
  bool Empty = false; ///< it holds nothing
  friend bool operator==(const ArmDecisions &, const ArmDecisions &) = default;
};

/// A member of a union, or an empty_case.
template <Phase S> struct ArmAt : Decided<S, ArmDecisions> {
  FieldAt<S> F;
  friend bool operator==(const ArmAt &, const ArmAt &) = default;
};

struct WrittenUnion {
  std::string Name;
  std::string Spelling;
  AttributeList Attributes;
  Location Loc;
  unsigned Alignment = 1; ///< in memory, in bytes
  std::string DefinedIn;
  bool Foreign = false; ///< as of a structure
  friend bool operator==(const WrittenUnion &, const WrittenUnion &) = default;
};

struct UnionDecisions {
  bool MsUnion = false;
  friend bool operator==(const UnionDecisions &,
                         const UnionDecisions &) = default;
};

template <Phase S> struct UnionAt : WrittenUnion, Decided<S, UnionDecisions> {
  std::vector<ArmAt<S>> Arms;
  /// switch_type as read; without one, resolved, the type of what first
  /// selects.
  std::optional<TypeAt<S>> Tag;
  friend bool operator==(const UnionAt &, const UnionAt &) = default;
};

/// A type that has encode or decode, or whose namespace has: it travels by
/// itself, in no operation's parameters.
template <Phase S> struct SerializedTypeAt {
  std::string Name;
  TypeAt<S> T;
  Location Loc;
  std::string DefinedIn; ///< as of a structure
  friend bool operator==(const SerializedTypeAt &,
                         const SerializedTypeAt &) = default;
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
template <Phase S> struct ModelAt {
  std::vector<InterfaceAt<S>> Interfaces;
  std::vector<EnumerationAt<S>> Enumerations;
  std::vector<StructureAt<S>>
      Structures; ///< members before the types that hold them
  std::vector<UnionAt<S>> Unions;
  std::vector<SerializedTypeAt<S>> Serialized;
  std::vector<Stray> Strays;
  bool Deprecated = false; ///< something that stubs have to name is
  friend bool operator==(const ModelAt &, const ModelAt &) = default;
};

using Parameter = ParameterAt<Phase::Resolved>;
using Operation = OperationAt<Phase::Resolved>;
using Interface = InterfaceAt<Phase::Resolved>;
using Enumeration = EnumerationAt<Phase::Resolved>;
using Field = FieldAt<Phase::Resolved>;
using Structure = StructureAt<Phase::Resolved>;
using Arm = ArmAt<Phase::Resolved>;
using Union = UnionAt<Phase::Resolved>;
using SerializedType = SerializedTypeAt<Phase::Resolved>;
using Model = ModelAt<Phase::Resolved>;

namespace declared {
using Parameter = ParameterAt<Phase::Declared>;
using Operation = OperationAt<Phase::Declared>;
using Interface = InterfaceAt<Phase::Declared>;
using Enumeration = EnumerationAt<Phase::Declared>;
using Field = FieldAt<Phase::Declared>;
using Structure = StructureAt<Phase::Declared>;
using Arm = ArmAt<Phase::Declared>;
using Union = UnionAt<Phase::Declared>;
using SerializedType = SerializedTypeAt<Phase::Declared>;
using Model = ModelAt<Phase::Declared>;
} // namespace declared

} // namespace rpcgen

#endif // RPCGEN_MODEL_INTERFACE_H
