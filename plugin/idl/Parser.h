//===- Parser.h - by recursive descent ------------------------------------===//
//
// Declarators are C's. A function for each production; Types.cpp has those of
// types, Declarators.cpp, Attributes.cpp and Expressions.cpp the others.
//
// After a mistake every token is the end of the file, so that all productions
// return, until the one of items begins again after the item.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_PARSER_H
#define RPCGEN_IDL_PARSER_H

#include "idl/Acf.h"
#include "idl/Dialect.h"
#include "idl/Tree.h"

#include "model/Finding.h"

#include <optional>

namespace rpcgen::idl {

class Parser {
public:
  Parser(const std::vector<Token> &Tokens, Dialect D,
         std::vector<Finding> &Findings)
      : Tokens(Tokens), D(D), Findings(Findings) {}

  File parseFile();
  Acf parseAcf();

private:
  // Items
  std::vector<Item> parseItems();
  void parseItem(std::vector<Item> &Into);
  void add(std::vector<Item> &Into, Location Loc, decltype(Item::Is) Is);
  void parseImports(std::vector<Item> &Into);
  void parseQuote(std::vector<Item> &Into);
  void parseConstants(std::vector<Item> &Into, TypeRef T, Variable First);
  void parseTypedef(std::vector<Item> &Into, Attributes Given);
  void parseDeclaration(std::vector<Item> &Into, Attributes Given);
  void parseInterface(std::vector<Item> &Into, Attributes Given);
  bool parseOther(std::vector<Item> &Into);
  void recover(std::size_t Begin);
  void parseAcfEntry(Acf &Into);

  // Types
  TypeRef parseType();
  bool parseBase(Type &Into);
  void parseTagged(Type &Into, Type::Kind K);
  void parseNamed(Type &Into);
  std::shared_ptr<Definition> parseEnumerators();
  std::shared_ptr<Definition> parseFields(bool IsUnion);
  void parseEncapsulated(Type &Into);
  void parseField(std::vector<Variable> &Into, Attributes Cases,
                  Comments Before);
  Attributes parseCases();

  // Declarators
  Variable parseDeclarator(bool MayBeUnnamed);
  void parseDeclarator(Variable &Into, std::vector<Layer> &Layers,
                       bool MayBeUnnamed);
  void parseSuffixes(std::vector<Layer> &Layers);
  Layer parseArray();
  std::vector<Variable> parseParameters();

  // Attributes
  Attributes parseAttributes();
  Attribute parseAttribute();
  void parseArguments(Attribute &Into);
  std::string parseRaw();

  // Expressions
  Expr parseExpr();
  Expr parseBinary(int Least);
  Expr parseUnary();
  Expr parsePrimary();
  bool isCast() const;

  // Tokens
  const Token &peek(std::size_t Ahead = 0) const;
  const Token &next();
  bool at(const char *Spelling, std::size_t Ahead = 0) const {
    return peek(Ahead).is(Spelling);
  }
  bool take(const char *Spelling);
  bool expect(const char *Spelling, const char *Where);
  std::string expectWord(const char *What);
  void fail(const std::string &Expected, const char *Where);
  void skipMacros();
  void keepComments();
  Comments takeComments();
  Comments takeTrailing();

  /// Guards the stack against what is nested without end.
  struct Nesting {
    explicit Nesting(Parser &P);
    ~Nesting() { --P.Depth; }
    Parser &P;
  };

  const std::vector<Token> &Tokens;
  const Dialect D;
  std::vector<Finding> &Findings;
  std::size_t At = 0;
  bool Failed = false;
  unsigned Depth = 0;
  Comments Pending;         ///< not attached to a declaration so far
  std::size_t KeptOf = 0;   ///< the token whose comments were kept last
  std::size_t Kept = 0;     ///< how many of them
  std::vector<Item> Macros; ///< likewise
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_PARSER_H
