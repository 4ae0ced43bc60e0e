//===- Table.h - the table of attributes ----------------------------------===//
//
// One row per attribute of the namespace rpc: everything that is known about
// it apart from its meaning, which the stages after the reader give it. The
// plugin accepts exactly what stands here, and the attribute pages of the
// documentation are made from it. Standard library only.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_ATTR_TABLE_H
#define RPCGEN_ATTR_TABLE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rpcgen {

/// The declarations that an attribute may stand on, as a set of bits.
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

/// What stands between the parentheses.
enum class ArgumentKind : std::uint8_t {
  None,        ///< and there are no parentheses
  Expressions, ///< over the parameters or fields beside it; may have gaps
  Constants,   ///< integer constants
  Words,       ///< identifiers, numbers, strings
  TypeName     ///< one type
};

enum class Support : std::uint8_t {
  Now,
  Checked, ///< rules judge it; stubs are an error until they are built
  Later    ///< known, but an error until its meaning is built
};

struct AttributeRow {
  std::string_view Name; ///< without "rpc::"
  std::uint16_t Places;  ///< of enum Place
  ArgumentKind Arguments;
  std::uint8_t Minimum; ///< arguments
  std::uint8_t Maximum; ///< arguments
  Support Status;
  /// The words that are allowed as arguments, separated by blanks; "" for any.
  std::string_view Choices;
  /// Attributes that cannot stand on the same declaration, separated by blanks.
  std::string_view Exclusions;
  std::string_view Summary; ///< one sentence without its full stop
  std::string_view Example; ///< the attribute as it would be written
  /// Where it takes arguments: how they are written, "low, high", and what they
  /// mean.
  std::string_view Parameters = {};
  std::string_view Meaning = {};
  /// Where it is not supported yet: what to write in its place.
  std::string_view Instead = {};
};

/// As many arguments as one likes.
inline constexpr std::uint8_t AnyNumber = 255;

/// All rows, in order of their names.
std::span<const AttributeRow> attributeTable();

/// The row of that name, or null.
const AttributeRow *findAttribute(std::string_view Name);

/// The name in the table that a misspelt one most likely means, "in, rpc::out"
/// for "inout"; "" if none is close.
std::string_view nearestAttribute(std::string_view Name);

/// The same if there can be no doubt.
std::string_view meantAttribute(std::string_view Name);

/// The places in words: "a parameter, a field or an alias".
std::string describePlaces(std::uint16_t Places);

/// Whether a blank-separated list of the table holds a word.
bool holds(std::string_view List, std::string_view Word);

} // namespace rpcgen

#endif // RPCGEN_ATTR_TABLE_H
