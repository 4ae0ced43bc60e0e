//===- Declarators.cpp - "*a[3]" is an array of pointers ------------------===//

#include "idl/Parser.h"

#include <set>

namespace rpcgen::idl {
namespace {

bool isCallingConvention(const Token &T) {
  static const std::set<std::string> Words = {
      "__stdcall", "_stdcall", "stdcall",    "__cdecl", "_cdecl",
      "cdecl",     "__pascal", "__fastcall", "pascal",  "STDMETHODCALLTYPE",
      "far",       "__RPC_FAR"};
  return T.K == Token::Kind::Word && Words.count(T.Text);
}

} // namespace

Variable Parser::parseDeclarator(bool MayBeUnnamed) {
  Variable Result;
  Result.Loc = peek().Loc;
  parseDeclarator(Result, Result.Layers, MayBeUnnamed);
  return Result;
}

/// Pointers are said outermost last and arrays first, so both wait until the
/// name is found.
void Parser::parseDeclarator(Variable &Into, std::vector<Layer> &Layers,
                             bool MayBeUnnamed) {
  const Nesting Guard(*this);
  std::vector<Layer> Pointers;
  for (;;) {
    if (at("*")) {
      Pointers.push_back({Layer::Kind::Pointer, next().Loc});
    } else if (at("const") || at("volatile") || at("__restrict")) {
      bool IsConst = next().Text == "const";
      if (IsConst && !Pointers.empty())
        Pointers.back().Const = true;
    } else if (isCallingConvention(peek())) {
      next();
    } else if (!Pointers.empty() && at("[") && D == Dialect::Pidl) {
      Attributes More = parseAttributes(); // of the next level
      Into.Attrs.insert(Into.Attrs.end(), More.begin(), More.end());
    } else {
      break;
    }
  }
  if (at("(")) {
    next();
    parseDeclarator(Into, Layers, MayBeUnnamed);
    expect(")", "after a declarator");
  } else if (peek().K == Token::Kind::Word) {
    Into.Loc = peek().Loc;
    Into.Name = next().Text;
  } else if (!MayBeUnnamed) {
    fail("a name", "");
  }
  parseSuffixes(Layers);
  Layers.insert(Layers.end(), Pointers.rbegin(), Pointers.rend());
}

void Parser::parseSuffixes(std::vector<Layer> &Layers) {
  while (!Failed) {
    if (at("[")) {
      Layers.push_back(parseArray());
    } else if (at("(")) {
      Layer Function{Layer::Kind::Function, next().Loc};
      Function.Parameters = parseParameters();
      expect(")", "after the parameters");
      Layers.push_back(std::move(Function));
    } else {
      break;
    }
  }
}

/// "[]", "[*]", "[n]", "[0..n]", "[0..*]"
Layer Parser::parseArray() {
  Layer Result{Layer::Kind::Array, next().Loc};
  const Token &First = peek();
  std::size_t Dots = First.K == Token::Kind::Number ? First.Text.find("..")
                                                    : std::string::npos;
  if (Dots != std::string::npos) {
    next();
    Result.Low = {Expr::Kind::Literal, First.Loc, First.Text.substr(0, Dots)};
    if (std::string High = First.Text.substr(Dots + 2); !High.empty())
      Result.Bound = {Expr::Kind::Literal, First.Loc, High};
    else if (!take("*"))
      Result.Bound = parseExpr();
  } else if (at("*") && at("]", 1)) {
    next();
  } else if (!at("]")) {
    Result.Bound = parseExpr();
    if (at(".") && at(".", 1)) {
      next();
      next();
      Result.Low = std::move(Result.Bound);
      Result.Bound = {};
      if (!take("*"))
        Result.Bound = parseExpr();
    }
  }
  expect("]", "after the size of an array");
  return Result;
}

std::vector<Variable> Parser::parseParameters() {
  std::vector<Variable> Result;
  if (at("void") && at(")", 1))
    next();
  while (!at(")") && !Failed) {
    keepComments();
    Comments Before = takeComments();
    if (at(".") || at("...")) { // a vararg
      while (take(".") || take("..."))
        ;
      break;
    }
    Attributes Given = parseAttributes();
    TypeRef T = parseType();
    Attributes More = parseAttributes();
    Given.insert(Given.end(), More.begin(), More.end());
    Variable V = parseDeclarator(true);
    if (take("=")) // a default, widl's
      parseExpr();
    V.Attrs.insert(V.Attrs.begin(), Given.begin(), Given.end());
    V.T = std::move(T);
    V.Before = std::move(Before);
    const bool More2 = take(",");
    V.After = takeTrailing();
    Result.push_back(std::move(V));
    if (!More2)
      break;
  }
  return Result;
}

} // namespace rpcgen::idl
