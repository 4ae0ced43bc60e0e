//===- Parse.cpp - files and items ----------------------------------------===//

#include "idl/Parse.h"
#include "idl/Parser.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rpcgen::idl {

File parse(const std::vector<Token> &Tokens, Dialect D,
           std::vector<Finding> &Findings) {
  return Parser(Tokens, D, Findings).parseFile();
}

File Parser::parseFile() {
  File Result;
  for (;;) {
    std::vector<Item> More = parseItems();
    std::ranges::move(More, std::back_inserter(Result.Items));
    if (peek().K == Token::Kind::End)
      break;
    fail("a declaration", "");
    recover(At);
    if (at("}"))
      next();
  }
  keepComments();
  Result.AtEnd = takeComments();
  return Result;
}

/// Up to "}" or the end.
std::vector<Item> Parser::parseItems() {
  std::vector<Item> Result;
  while (!at("}") && peek().K != Token::Kind::End) {
    std::size_t Begin = At;
    skipMacros();
    if (!at("}") && peek().K != Token::Kind::End)
      parseItem(Result);
    else
      std::ranges::move(std::exchange(Macros, {}), std::back_inserter(Result));
    if (Failed)
      recover(Begin);
  }
  return Result;
}

void Parser::add(std::vector<Item> &Into, Location Loc, decltype(Item::Is) Is) {
  std::ranges::move(std::exchange(Macros, {}), std::back_inserter(Into));
  Into.push_back({Loc, std::move(Is), takeComments(), {}});
}

void Parser::parseItem(std::vector<Item> &Into) {
  const Nesting Guard(*this);
  keepComments();
  Comments Before = takeComments();
  const std::size_t Old = Into.size();
  if (take(";"))
    ;
  else if (at("import") || at("importlib") || at("include"))
    parseImports(Into);
  else if (at("cpp_quote"))
    parseQuote(Into);
  else if (at("midl_pragma") || at("midl_echo")) {
    next();
    if (peek().K == Token::Kind::Word)
      next();
    if (expect("(", "after 'midl_pragma'"))
      parseRaw();
    expect(")", "after the arguments");
    take(";");
  } else if (at("const") && at("=", 2)) { // of old C, and an int
    TypeRef T = makeType(Type::Kind::Base, next().Loc, "int");
    parseConstants(Into, std::move(T), parseDeclarator(false));
  } else {
    Attributes Given = parseAttributes();
    if (at("typedef"))
      parseTypedef(Into, std::move(Given));
    else if (at("interface") || (at("dispinterface") && !Failed))
      parseInterface(Into, std::move(Given));
    else if (!parseOther(Into))
      parseDeclaration(Into, std::move(Given));
  }
  if (Into.size() > Old) {
    Item &First = Into[Old];
    First.Before.insert(First.Before.begin(), Before.begin(), Before.end());
    Into.back().After = takeTrailing();
  } else {
    Pending.insert(Pending.begin(), Before.begin(), Before.end());
  }
}

void Parser::parseImports(std::vector<Item> &Into) {
  const bool IsLibrary = at("importlib");
  next();
  const bool Parenthesised = take("(");
  do {
    const Token &Name = peek();
    if (Name.K != Token::Kind::String)
      return fail("the name of a file in quotes", "to import");
    next();
    std::string File = Name.Text.substr(1, Name.Text.size() - 2);
    if (IsLibrary)
      add(Into, Name.Loc, Other{"importlib", File, {}});
    else
      add(Into, Name.Loc, Import{File});
  } while (take(","));
  if (Parenthesised)
    expect(")", "after the name of the file");
  expect(";", "after the name of the file");
}

void Parser::parseQuote(std::vector<Item> &Into) {
  Location Loc = next().Loc;
  expect("(", "after 'cpp_quote'");
  std::string Text;
  if (peek().K != Token::Kind::String)
    return fail("a text in quotes", "in cpp_quote");
  while (peek().K == Token::Kind::String) {
    const std::string &Piece = next().Text;
    for (std::size_t I = 1; I + 1 < Piece.size(); ++I) {
      bool Escapes = Piece[I] == '\\' && I + 2 < Piece.size();
      Text += Escapes && (Piece[I + 1] == '"' || Piece[I + 1] == '\\')
                  ? Piece[++I]
                  : Piece[I];
    }
  }
  expect(")", "after the text");
  take(";");
  add(Into, Loc, Quote{Text});
}

/// "= 1, b = 2;", after the first name.
void Parser::parseConstants(std::vector<Item> &Into, TypeRef T,
                            Variable First) {
  T->Const = false; // as all of them are
  for (;;) {
    expect("=", "after the name of a constant");
    Expr Value = parseExpr();
    if (!Failed)
      add(Into, First.Loc,
          Constant{T, First.Name, std::move(First.Layers), std::move(Value)});
    if (!take(","))
      break;
    First = parseDeclarator(false);
  }
  expect(";", "after a constant");
}

void Parser::parseTypedef(std::vector<Item> &Into, Attributes Given) {
  Location Loc = next().Loc;
  Attributes More = parseAttributes();
  Given.insert(Given.end(), More.begin(), More.end());
  Typedef Result;
  Result.Attrs = std::move(Given);
  Result.T = parseType();
  do {
    Result.Names.push_back(parseDeclarator(false));
  } while (take(","));
  expect(";", "after a typedef");
  if (!Failed)
    add(Into, Loc, std::move(Result));
}

/// "struct S { ... };", "HRESULT f(...);"
void Parser::parseDeclaration(std::vector<Item> &Into, Attributes Given) {
  Location Loc = peek().Loc;
  take("extern");
  TypeRef T = parseType();
  Attributes More = parseAttributes();
  Given.insert(Given.end(), More.begin(), More.end());
  const bool IsTagged = T && T->K != Type::Kind::Base &&
                        T->K != Type::Kind::Named && T->K != Type::Kind::Pipe &&
                        T->K != Type::Kind::SafeArray;
  if (IsTagged && take(";"))
    return add(Into, Loc, Declared{std::move(Given), std::move(T)});
  if (T && T->Defined && (at("}") || peek().K == Token::Kind::Word) &&
      D == Dialect::Widl)
    return add(Into, Loc, Declared{std::move(Given), std::move(T)});
  Variable V = parseDeclarator(false);
  if (T && T->Const && at("="))
    return parseConstants(Into, std::move(T), std::move(V));
  take("const");
  expect(";", "after a declaration");
  if (Failed)
    return;
  if (!V.Layers.empty() && V.Layers.front().K == Layer::Kind::Function) {
    std::vector<Variable> Parameters = std::move(V.Layers.front().Parameters);
    V.Layers.erase(V.Layers.begin());
    return add(Into, V.Loc,
               Operation{std::move(Given), std::move(T), std::move(V.Layers),
                         V.Name, std::move(Parameters)});
  }
  add(Into, V.Loc, Other{"variable", V.Name, {}});
}

void Parser::parseInterface(std::vector<Item> &Into, Attributes Given) {
  const bool IsDispatch = next().Text == "dispinterface";
  Location Loc = peek().Loc;
  Interface Result;
  Result.Attrs = std::move(Given);
  Type Name;
  parseNamed(Name);
  Result.Name = Name.Name;
  if (take(":") || take("requires"))
    do {
      Type Base;
      parseNamed(Base);
      Result.Base = Base.Name;
    } while (take(","));
  if (take("requires"))
    do {
      Type Needed;
      parseNamed(Needed);
    } while (take(","));
  Comments Before = takeComments();
  if (take("{")) {
    Result.IsDefined = true;
    if (IsDispatch) { // nothing of it travels by RPC
      std::size_t Open = 1;
      while (peek().K != Token::Kind::End && !(at("}") && Open == 1)) {
        Open += at("{");
        Open -= at("}");
        next();
      }
      takeComments();
    } else {
      Result.Items = parseItems();
    }
    expect("}", "after the operations of an interface");
    take(";");
  } else {
    expect(";", "or '{' after the name of an interface");
  }
  if (Failed)
    return;
  if (IsDispatch)
    add(Into, Loc, Other{"dispinterface", Result.Name, {}});
  else
    add(Into, Loc, std::move(Result));
  Into.back().Before.insert(Into.back().Before.begin(), Before.begin(),
                            Before.end());
}

/// What is passed over, but for the interfaces in it.
bool Parser::parseOther(std::vector<Item> &Into) {
  static const std::set<std::string> Holders = {"library", "namespace"};
  static const std::set<std::string> Passed = {"coclass",      "module",
                                               "runtimeclass", "apicontract",
                                               "declare",      "delegate"};
  const std::string &Word = peek().Text;
  if (peek().K != Token::Kind::Word ||
      (peek(1).K != Token::Kind::Word && !at("{", 1)))
    return false;
  if (!Holders.count(Word) && !Passed.count(Word))
    return false;
  Location Loc = next().Loc;
  Other Result{Word, "", {}};
  if (peek().K == Token::Kind::Word) {
    Type Name;
    if (Word == "delegate")
      Result.Name = peek(1).Text;
    else
      parseNamed(Name), Result.Name = Name.Name;
  }
  if (Holders.count(Word)) {
    expect("{", "after the name");
    Result.Items = parseItems();
    expect("}", "after what is in it");
    take(";");
    Result.Name.clear();
  } else {
    std::size_t Open = 0;
    while (peek().K != Token::Kind::End && !(Open == 0 && at(";"))) {
      Open += at("{");
      bool Closes = at("}");
      Open -= Closes && Open != 0;
      next();
      if (Closes && Open == 0)
        break;
    }
    take(";");
  }
  if (!Failed)
    add(Into, Loc, std::move(Result));
  return true;
}

} // namespace rpcgen::idl
