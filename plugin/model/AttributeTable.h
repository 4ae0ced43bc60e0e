//===- AttributeTable.h - what is known of each attribute -----------------===//
//
// One row per attribute of the namespace rpc: everything that is known about
// it apart from its meaning, which the stages after the reader give it. The
// rows are in Attributes.def.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_ATTRIBUTETABLE_H
#define RPCGEN_MODEL_ATTRIBUTETABLE_H

#include "model/Attribute.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace rpcgen {

/// The declarations that an attribute applies to, as a set of bits.
enum Place : std::uint16_t {
  OnInterface = 1 << 0, ///< a namespace
  OnFunction = 1 << 1,
  OnParameter = 1 << 2,
  OnField = 1 << 3, ///< a member of a struct
  OnArm = 1 << 4,   ///< a member of a union
  OnStructure = 1 << 5,
  OnUnion = 1 << 6,
  OnEnumeration = 1 << 7,
  OnEnumerator = 1 << 8,
  OnAlias = 1 << 9, ///< a typedef or alias declaration
  OnVariable = 1 << 10,
  OnEmptyDeclaration = 1 << 11 ///< [[rpc::stubs]];
};

/// What each argument of an attribute is.
enum class ArgumentKind : std::uint8_t {
  Nothing,     ///< and there are no parentheses
  Expression,  ///< over the parameters or fields next to it; may be left out
  Constant,    ///< an integer constant
  Word,        ///< an identifier, a number or a string
  PointerKind, ///< ref, unique or ptr
  Allocating,  ///< single_node, all_nodes, free or dont_free
  ProtectionLevel, ///< none, connect, integrity or privacy
  TypeName
};

/// The words that are arguments of the kind; empty if there is no such list.
std::span<const std::string_view> wordsOf(ArgumentKind K);

/// The arguments of an attribute: range(low, high), size_is(size, ...).
struct Arguments {
  /// As many as one likes.
  static constexpr std::size_t AnyNumber = 255;

  ArgumentKind Kind = ArgumentKind::Nothing;
  std::size_t Minimum = 0;
  std::size_t Maximum = 0;
  std::array<std::string_view, 3> Names = {}; ///< "" after the last one
};

/// Attributes, each of them once.
class AttributeSet {
public:
  constexpr AttributeSet(std::initializer_list<Attribute::Kind> Kinds) {
    for (Attribute::Kind K : Kinds)
      Bits[index(K) / 64] |= std::uint64_t{1} << index(K) % 64;
  }

  constexpr bool contains(Attribute::Kind K) const {
    return Bits[index(K) / 64] >> index(K) % 64 & 1;
  }

private:
  static constexpr std::size_t index(Attribute::Kind K) {
    return static_cast<std::size_t>(K);
  }

  std::array<std::uint64_t, 2> Bits = {};
};

/// ref, unique and ptr.
inline constexpr AttributeSet PointerClasses = {
    Attribute::Ref, Attribute::Unique, Attribute::Ptr};

enum class Stage : std::uint8_t {
  Now,
  Checked, ///< rules judge it; stubs are an error until they are built
  Later    ///< known, but an error until its meaning is built
};

struct Support {
  Stage Since;
  std::string_view Instead = {}; ///< what to write until then
};

struct AttributeRow {
  Attribute::Kind Kind;
  std::string_view Name; ///< without "rpc::"
  std::uint16_t Places;  ///< of enum Place
  Arguments Takes;
  /// Attributes that cannot be on the same declaration.
  AttributeSet Excludes;
  Support Supported;
  std::string_view Summary; ///< one sentence without its full stop
  std::string_view Example; ///< the attribute as it would be written
};

/// All rows, in order of their names.
std::span<const AttributeRow> attributeTable();

/// The row of that name, or null.
const AttributeRow *findAttribute(std::string_view Name);

/// The row of an attribute, which is not None.
const AttributeRow &rowOf(Attribute::Kind K);

/// Whether the two cannot be on the same declaration.
bool exclude(Attribute::Kind A, Attribute::Kind B);

/// The name in the table that a misspelt one most likely means, "in, rpc::out"
/// for "inout"; "" if none is close.
std::string_view nearestAttribute(std::string_view Name);

/// The same if there can be no doubt.
std::string_view meantAttribute(std::string_view Name);

/// The places in words: "a parameter, a field or an alias".
std::string describePlaces(std::uint16_t Places);

} // namespace rpcgen

#endif // RPCGEN_MODEL_ATTRIBUTETABLE_H
