//===- Writer.h - one IDL file --------------------------------------------===//
//
// Export.cpp has files, interfaces and operations; Definitions.cpp structures,
// unions, enumerations and typedefs; Declarators.cpp what has a name and a
// type; Expressions.cpp sizes and discriminants.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_EXPORT_WRITER_H
#define RPCGEN_IDL_EXPORT_WRITER_H

#include "idl/export/Export.h"
#include "idl/export/Obstacles.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rpcgen::idl {

/// What the expressions of a declaration may name: the parameters of its
/// operation, or the fields of its structure.
struct Siblings {
  const std::vector<Parameter> *Parameters = nullptr;

  bool isReference(const std::string &Name) const;
};

/// The classes that pointers have where none is written.
struct Defaults {
  PointerClass Top;
  PointerClass Inner;
};

class Writer {
public:
  Writer(const Model &M, Target For)
      : M(M), All(M), For(For), Looks(All, For) {}

  Exported write(const std::string &Source);

private:
  // Files and operations
  void write(const Interface &In);
  void write(const Operation &O);
  void reserve(std::uint16_t Opnum);
  void writeAcf(const Interface &In);
  void refuse(Location Loc, const std::string &Why);
  std::size_t unsayable() const; ///< how often that was
  std::string attributesOf(const Interface &In) const;
  bool isHeldBy(const SerializedType &S, const Interface &In) const;
  static std::string handleOf(const Interface &In);
  static std::string acfOf(const Operation &O);

  // Definitions, each before what needs it
  void define(const Type &T);
  void define(const Enumeration &E, const std::string &Name);
  void define(const Structure &S, const std::string &Name);
  void define(const Union &U, const std::string &Name);
  void defineEncapsulated(const Structure &S, const std::string &Name);
  void defineVariant(const Type &T, const std::string &Name);
  std::string
  alias(const std::string &Wanted,
        const std::function<std::string(const std::string &Name)> &Text,
        const std::string &Of = "");
  std::string label(const Type &Tag, std::int64_t Value) const;
  std::string encapsulated(const Arm &A, const Type &Tag);
  std::string dataOf(const Arm &A, std::vector<std::string> Attributes);
  const std::string &nameOf(const Type &T);
  std::string unused(const std::string &Wanted);

  // Declarators
  std::string declare(std::vector<std::string> Attributes, const Type &T,
                      const std::string &Name, Defaults D,
                      const Siblings &Around);
  std::string base(const Type &T, bool IsElement);
  std::string pointerOf(const Type &T);
  std::string pipeOf(const Type &Element);
  std::string inRange(const Type &T);
  static std::string describe(const Type &T);

  Defaults embedded() const { return {Default, Default}; }

  const Model &M;
  const wire::Forms All;
  const Target For;
  Obstacles Looks;
  Exported Result;
  std::string Body; ///< of the interface that is being written
  PointerClass Default = PointerClass::Unique; ///< likewise
  using Definition = std::pair<Type::Kind, std::size_t>;
  std::map<Definition, std::string> Names;
  std::set<Definition> Begun, Complete;
  /// By the number of the enumeration, and the value.
  std::map<std::pair<std::size_t, std::int64_t>, std::string> Enumerators;
  std::map<std::string, std::string> Aliases; ///< by what they declare
  std::set<std::string> Used;                 ///< names of the file
};

/// As IDL has it, over the parameters or fields around.
std::string spell(const Expression &E, const Siblings &Around);

/// The name with "_" at its end if it is a word of IDL, and without what no
/// identifier has.
std::string idlName(const std::string &Name);

/// "[in, string] " or ""
std::string brackets(const std::vector<std::string> &Attributes);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_EXPORT_WRITER_H
