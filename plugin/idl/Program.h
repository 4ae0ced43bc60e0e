//===- Program.h - a file and what it imports -----------------------------===//
#ifndef RPCGEN_IDL_PROGRAM_H
#define RPCGEN_IDL_PROGRAM_H

#include "idl/Dialect.h"
#include "idl/Tree.h"

#include "model/Finding.h"

#include <map>
#include <string>
#include <vector>

namespace rpcgen::idl {

struct Unit {
  std::string Path;      ///< of the IDL file
  std::string Header;    ///< as others include it: "samr.h"
  bool Ships = false;    ///< the header is rpcgen's own
  std::string Namespace; ///< of what is in no interface
  File Tree;
  std::vector<std::size_t> Imports;
};

/// Why an item is in the header as a comment only, by where it is.
using Refusals = std::map<std::uint32_t, std::string>;

struct Program {
  Dialect D = Dialect::Midl;
  std::string Prefix;      ///< a namespace around all others, or ""
  std::vector<Unit> Units; ///< each after what it imports
  std::vector<Finding> Findings;
  Refusals Refused;
  /// The operations of object interfaces, those of their bases first.
  std::map<std::string, std::vector<Item>> Objects;

  void refuse(Location Item, Location At, const std::string &Why);
  void remark(Location At, const char *Name, const std::string &Message);

  /// The namespace of an interface, or of what is in none.
  std::string namespaceOf(const Unit &U, const Interface *In) const;
};

/// Whether it has operations that travel as calls of an interface. Others are
/// object interfaces, and sets of types.
bool hasCalls(const Interface &In);
bool isObject(const Interface &In);

/// Gives each unit its namespace and the name of its header.
void nameUnits(Program &P);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_PROGRAM_H
