//===- Types.cpp - what is before declarators -----------------------------===//

#include "idl/Parser.h"

#include <map>
#include <set>
#include <utility>

namespace rpcgen::idl {
namespace {

const std::set<std::string> IntegerWords = {
    "unsigned", "signed",  "__signed__", "long",     "short",
    "int",      "small",   "hyper",      "char",     "__int8",
    "__int16",  "__int32", "__int64",    "__int3264"};

/// Types of one word.
const std::set<std::string> SingleWords = {
    "float", "double",  "void",     "wchar_t",
    "byte",  "boolean", "handle_t", "error_status_t"};

/// "unsigned long int" as "unsigned long"; "" if the words do not fit.
std::string spell(const std::vector<std::string> &Words) {
  static const std::map<std::string, std::string> Names = {
      {"", "int"},          {"int", "int"},       {"long", "long"},
      {"short", "short"},   {"small", "small"},   {"hyper", "hyper"},
      {"char", "char"},     {"__int8", "small"},  {"__int16", "short"},
      {"__int32", "long"},  {"__int64", "hyper"}, {"__int3264", "__int3264"},
      {"longlong", "hyper"}};
  bool Unsigned = false, Signed = false;
  std::string Size;
  for (const std::string &Word : Words)
    if (Word == "unsigned")
      Unsigned = true;
    else if (Word == "signed" || Word == "__signed__")
      Signed = true;
    else if (Word != "int" || Words.size() == 1)
      Size += Word;
  auto Found = Names.find(Size);
  if (Found == Names.end() || (Unsigned && Signed))
    return "";
  if (Signed && Found->second == "char")
    return "small";
  return (Unsigned ? "unsigned " : "") + Found->second;
}

} // namespace

TypeRef Parser::parseType() {
  const Nesting Guard(*this);
  auto Result = std::make_shared<Type>();
  Result->Loc = peek().Loc;
  while (at("const") || at("volatile") || at("static") || at("inline"))
    Result->Const |= next().Text == "const";
  Result->Loc = peek().Loc;
  static const std::map<std::string, Type::Kind> Tagged = {
      {"struct", Type::Kind::Structure},
      {"union", Type::Kind::Union},
      {"enum", Type::Kind::Enumeration},
      {"bitmap", Type::Kind::Bitmap}};
  if (auto Found = Tagged.find(peek().Text);
      Found != Tagged.end() && peek().K == Token::Kind::Word) {
    next();
    parseTagged(*Result, Found->second);
  } else if (at("pipe") && !at(";", 1)) {
    next();
    Result->K = Type::Kind::Pipe;
    if (TypeRef Element = parseType())
      Result->Arguments.push_back(*Element);
  } else if (at("SAFEARRAY") && at("(", 1)) {
    next();
    next();
    Result->K = Type::Kind::SafeArray;
    if (TypeRef Element = parseType())
      Result->Arguments.push_back(*Element);
    while (take("*"))
      ;
    expect(")", "after the type of elements");
  } else if (!parseBase(*Result)) {
    take("interface");
    parseNamed(*Result);
  }
  while (at("const") || at("volatile"))
    Result->Const |= next().Text == "const";
  return Result;
}

bool Parser::parseBase(Type &Into) {
  if (peek().K != Token::Kind::Word)
    return false;
  if (SingleWords.count(peek().Text)) {
    Into.Name = next().Text;
    return true;
  }
  Location Loc = peek().Loc;
  std::vector<std::string> Words;
  while (peek().K == Token::Kind::Word && IntegerWords.count(peek().Text))
    Words.push_back(next().Text);
  if (Words.empty())
    return false;
  Into.Name = spell(Words);
  if (Into.Name.empty())
    Findings.push_back({"idl-syntax",
                        Severity::Error,
                        Loc,
                        "these words together are no type",
                        {},
                        {}});
  return true;
}

/// "Windows.Foundation.IAsyncOperation<HSTRING>" and "DWORD"
void Parser::parseNamed(Type &Into) {
  Into.K = Type::Kind::Named;
  Into.Name = expectWord("a type");
  while (at(".") && peek(1).K == Token::Kind::Word) {
    next();
    Into.Name += "." + next().Text;
  }
  if (!take("<"))
    return;
  do {
    if (TypeRef Argument = parseType())
      Into.Arguments.push_back(*Argument);
    while (take("*"))
      ;
  } while (take(","));
  if (!take(">") && at(">>")) // of two lists, of which the inner one is first
    return;
  if (at(">>"))
    next();
}

void Parser::parseTagged(Type &Into, Type::Kind K) {
  Into.K = K;
  Attributes Given = parseAttributes();
  if (peek().K == Token::Kind::Word && !at("switch"))
    Into.Name = next().Text;
  Location Loc = peek().Loc;
  if (K == Type::Kind::Union && at("switch"))
    parseEncapsulated(Into);
  else if (K == Type::Kind::Enumeration || K == Type::Kind::Bitmap) {
    if (at(":")) { // C++'s, which widl has
      next();
      parseType();
    }
    if (at("{"))
      Into.Defined = parseEnumerators();
  } else if (at("{"))
    Into.Defined = parseFields(K == Type::Kind::Union);
  if (Into.Defined) {
    Into.Defined->Loc = Loc;
    Into.Defined->Attrs.insert(Into.Defined->Attrs.begin(), Given.begin(),
                               Given.end());
  } else if (Into.Name.empty()) {
    fail("a name or '{'", "");
  }
}

std::shared_ptr<Definition> Parser::parseEnumerators() {
  auto Result = std::make_shared<Definition>();
  next();
  while (!at("}") && !Failed) {
    keepComments();
    Enumerator E;
    E.Before = takeComments();
    parseAttributes();
    E.Loc = peek().Loc;
    E.Name = expectWord("an enumerator");
    if (take("="))
      E.Value = parseExpr();
    bool More = take(",") || take(";");
    E.After = takeTrailing();
    if (!Failed)
      Result->Enumerators.push_back(std::move(E));
    if (!More)
      break;
  }
  keepComments();
  Result->AtEnd = takeComments();
  expect("}", "after the enumerators");
  return Result;
}

std::shared_ptr<Definition> Parser::parseFields(bool IsUnion) {
  auto Result = std::make_shared<Definition>();
  next();
  while (!at("}") && !Failed) {
    keepComments();
    Comments Before = takeComments();
    Attributes Cases = IsUnion ? parseCases() : Attributes();
    parseField(Result->Fields, std::move(Cases), std::move(Before));
  }
  keepComments();
  Result->AtEnd = takeComments();
  expect("}", "after the fields");
  return Result;
}

/// "union U switch (long kind) value { case 1: ... }"
void Parser::parseEncapsulated(Type &Into) {
  next();
  expect("(", "after 'switch'");
  Attributes Given = parseAttributes();
  TypeRef T = parseType();
  Variable Switch = parseDeclarator(false);
  Switch.Attrs = std::move(Given);
  Switch.T = std::move(T);
  expect(")", "after the discriminant");
  std::string Name;
  if (peek().K == Token::Kind::Word)
    Name = next().Text;
  if (!at("{"))
    return fail("'{'", "after the discriminant");
  Into.Defined = parseFields(true);
  Into.Defined->Encapsulated = true;
  Into.Defined->Switch = std::move(Switch);
  Into.Defined->UnionName = std::move(Name);
}

/// "case 1: case 2:" and "default:" as attributes, in one.
Attributes Parser::parseCases() {
  Attributes Result;
  for (;;) {
    Location Loc = peek().Loc;
    if (take("default")) {
      Result.push_back({Loc, "default"});
    } else if (take("case")) {
      if (!find(Result, "case"))
        Result.push_back({Loc, "case"});
      for (Attribute &A : Result)
        if (A.Name == "case")
          A.Arguments.push_back(parseExpr());
    } else {
      return Result;
    }
    expect(":", "after a case");
  }
}

void Parser::parseField(std::vector<Variable> &Into, Attributes Cases,
                        Comments Before) {
  Variable Common;
  Common.Attrs = std::move(Cases);
  Common.Loc = peek().Loc;
  Common.Before = std::move(Before);
  Attributes Given = parseAttributes();
  Common.Attrs.insert(Common.Attrs.end(), Given.begin(), Given.end());
  if (take(";") || at("}")) {
    Common.After = takeTrailing();
    if (!Common.Attrs.empty())
      Into.push_back(std::move(Common));
    return;
  }
  Common.T = parseType();
  Attributes More = parseAttributes();
  Common.Attrs.insert(Common.Attrs.end(), More.begin(), More.end());
  do {
    Variable V = at(";") || at("}") ? Variable{} : parseDeclarator(false);
    if (V.Name.empty())
      V.Loc = Common.Loc;
    V.Attrs.insert(V.Attrs.begin(), Common.Attrs.begin(), Common.Attrs.end());
    V.T = Common.T;
    V.Before = std::exchange(Common.Before, {});
    if (take(":"))
      V.Bits = parseExpr();
    if (take("="))
      V.Value = parseExpr();
    if (!Failed)
      Into.push_back(std::move(V));
  } while (take(","));
  if (!at("}"))
    expect(";", "after a field");
  if (!Failed)
    Into.back().After = takeTrailing();
}

} // namespace rpcgen::idl
