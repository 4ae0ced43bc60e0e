//===- Symbols.h - what the names of a program are ------------------------===//
#ifndef RPCGEN_IDL_SYMBOLS_H
#define RPCGEN_IDL_SYMBOLS_H

#include "idl/Program.h"

#include <map>
#include <string>

namespace rpcgen::idl {

/// Where a name is used. IDL has one scope; interfaces that define a name each
/// for itself mean their own.
struct Scope {
  std::string Namespace;
  std::size_t Unit = 0;
};

/// Of the items of an interface, or of those of the unit that are in none.
Scope scopeOf(const Program &P, const Unit &U, const Interface *In);

struct Symbol {
  enum class Kind { Record, Alias, Value, Interface };
  Kind K;
  std::string Name; ///< in C++
  Scope In;
  const Type *T = nullptr;         ///< of an alias or a definition
  const Variable *Alias = nullptr; ///< what is around T
  const Attributes *Attrs = nullptr;
  Location Item = {}; ///< that declares it
};

/// Tags of structures have names of their own in IDL, as in C. In C++ a
/// structure has one name: the first that a typedef gives it.
class Symbols {
public:
  explicit Symbols(const Program &P);

  /// Of a type's use, whether by tag or not; null for one that is not known.
  const Symbol *find(const Type &T, const Scope &From) const;
  /// Of a type, constant or enumerator.
  const Symbol *find(const std::string &Name, const Scope &From) const;

  /// The name of a structure, union or enumeration; "" for one without.
  std::string nameOf(const Type &T) const;

  /// Whether the type, with `Layers` around it, is a pointer in the end.
  bool isPointer(const Type &T, const std::vector<Layer> &Layers,
                 const Scope &From) const;
  /// What the type is without aliases, as long as nothing is around it.
  const Type &stripped(const Type &T, const Scope &From) const;

private:
  using Table = std::map<std::string, std::vector<Symbol>>;

  static const Symbol *find(const Table &In, const std::string &Name,
                            const Scope &From);
  void add(const Item &I, const Scope &In);
  void nameTags(const Item &I);
  void addDefinitions(const Item &I, const Scope &In);
  Symbol &add(Table &To, Symbol S, const std::string &Name);

  Table Names, Tags;
  std::map<std::string, std::string> TagNames;
  std::map<const Definition *, std::string> Unnamed;
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_SYMBOLS_H
