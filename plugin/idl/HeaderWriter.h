//===- HeaderWriter.h - one header ----------------------------------------===//
//
// Header.cpp has files, namespaces and items; Records.cpp structures, unions
// and enumerations; Declarations.cpp what has a name and a type;
// Operations.cpp operations; Spelling.cpp types, attributes and expressions.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_HEADERWRITER_H
#define RPCGEN_IDL_HEADERWRITER_H

#include "idl/Header.h"

#include <map>
#include <set>

namespace rpcgen::idl {

/// Whether its size depends on the transfer syntax.
bool isInt3264(const Type &T);

class HeaderWriter {
public:
  HeaderWriter(const Program &P, std::size_t Number, const Symbols &Known)
      : P(P), U(P.Units[Number]), Number(Number), Known(Known) {}

  Header write();

private:
  /// A namespace that is being written.
  struct Block {
    std::string Namespace;
    const Interface *In = nullptr; ///< null: a namespace of types
    Text Before;                   ///< comments
    Text Body;
    std::vector<Span> Spans;
    std::set<std::string> Used; ///< of other namespaces
    bool IsOpen = false;
  };

  // Files and items
  void writeIncludes();
  void writeItems(const std::vector<Item> &Items, const Interface *In);
  void writeItem(const Item &I, const Interface *In);
  void enter(const Interface *In);
  void leave();
  void writeOpening();
  bool needsInterface(const Interface &In) const;
  Text interfaceAttributes(const Interface &In);
  void writeComments(const Comments &All, std::size_t Indent = 0);
  void writeTrailing(const Comments &All);
  void writeRefused(const Item &I, const std::string &Why);
  void separate(const Item &I);
  void write(const Typedef &T, const Item &I);
  void write(const Declared &D, const Item &I);
  void write(const Constant &C, const Item &I);
  void write(const Operation &O, const Item &I);
  void write(const Quote &Q, const Item &I);
  void write(const Import &, const Item &) {}
  void write(const Interface &In, const Item &I);
  void write(const Other &O, const Item &I);

  // Records
  void writeRecord(const Type &T, const Attributes &Given);
  void writeBody(const Type &T, std::size_t Indent);
  void writeEnumeration(const Type &T, const Attributes &Given);
  void writeEncapsulated(const Type &T, const Attributes &Given);
  void writeField(const Variable &V, std::size_t Indent, bool IsArm);
  void declareFirst(const Item &I);
  void declareFirst(const Symbol &S);
  void declareRecord(const Type &T);
  static Attributes ofDefinition(const Attributes &All, Type::Kind K);
  static Attributes withoutDefinition(const Attributes &All, Type::Kind K);

  // Declarations
  void writeAlias(const Variable &V, const Type &T, const Attributes &Given);
  void writeContext(const Variable &V, const Type &T, const Attributes &Given);
  std::string boundOf(const Layer &L);
  std::string declarator(const std::vector<Layer> &Layers,
                         const std::string &Name, bool IsLastField);
  Text declaration(const Attributes &Attrs, const Type &T,
                   const std::vector<Layer> &Layers, Location NameLoc,
                   const std::string &Name, bool IsLastField = false);

  // Operations
  void writeCall(const Text &Opening, const std::vector<Variable> &Parameters);
  Text parameter(const Variable &V);

  // Spelling
  std::string spell(const Type &T);
  std::string elementOfPipe(const Type &T);
  std::string spell(const Symbol &S);
  std::string spell(const Expr &E, int Least = 0);
  std::string spellLiteral(const std::string &Literal) const;
  Text attributes(const Attributes &All, const char *After = " ");
  Text attribute(const Attribute &A);

  /// Whether the structure was not declared in this namespace so far.
  bool isNew(const std::string &Record) {
    return Forward.insert(Now.Namespace + "::" + Record).second;
  }

  Scope here() const { return {Now.Namespace, Number}; }
  void line(std::size_t Indent, const Text &T);

  const Program &P;
  const Unit &U;
  const std::size_t Number;
  const Symbols &Known;
  Header Out;
  Block Now;
  std::set<std::string> Opened; ///< interfaces that were begun
  std::map<std::string, std::set<std::string>> Imported; ///< by namespace
  std::set<const void *> Written;  ///< aliases and records
  std::set<std::string> Constants; ///< that are written
  std::set<std::string> Forward;   ///< records that are declared
  std::set<std::string> Local;     ///< parameters or fields
  std::set<std::string> Hiding;    ///< those that are declared before here
  bool AfterBlock = false;         ///< the last item had lines of its own
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_HEADERWRITER_H
