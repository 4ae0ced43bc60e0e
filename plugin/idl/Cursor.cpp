//===- Cursor.cpp - where the parser is, and how it fails -----------------===//

#include "idl/Parser.h"

#include <utility>

namespace rpcgen::idl {
namespace {

const Token TheEnd;
constexpr unsigned MostNested = 200;

std::string described(const Token &T) {
  return T.K == Token::Kind::End ? "the end of the file" : "'" + T.Text + "'";
}

} // namespace

Parser::Nesting::Nesting(Parser &P) : P(P) {
  if (++P.Depth > MostNested)
    P.fail("less than 200 levels", "");
}

const Token &Parser::peek(std::size_t Ahead) const {
  if (Failed)
    return TheEnd;
  for (std::size_t I = At; I < Tokens.size(); ++I)
    if (Tokens[I].K != Token::Kind::Macro && Ahead-- == 0)
      return Tokens[I];
  return TheEnd;
}

const Token &Parser::next() {
  skipMacros();
  if (Failed || At + 1 >= Tokens.size())
    return peek();
  keepComments();
  const Token &Result = Tokens[At++];
  skipMacros();
  return Result;
}

/// Constants that are defined here; they are before what is being read.
void Parser::skipMacros() {
  while (!Failed && At < Tokens.size() && Tokens[At].K == Token::Kind::Macro) {
    keepComments();
    const Token &Macro = Tokens[At++];
    std::vector<Token> Body = Macro.Body;
    Body.push_back(TheEnd);
    Parser Inner(Body, D, Findings);
    Expr Value = Inner.parseExpr();
    if (Inner.Failed)
      continue;
    Macros.push_back({Macro.Loc,
                      Constant{nullptr, Macro.Text, {}, std::move(Value)},
                      takeComments(),
                      {}});
    Macros.back().After = takeTrailing();
  }
}

/// Those of the next token.
void Parser::keepComments() {
  if (Failed || At >= Tokens.size() || At < KeptOf)
    return;
  const Comments &All = Tokens[At].Before;
  if (At > KeptOf)
    Kept = 0;
  Pending.insert(Pending.end(), All.begin() + Kept, All.end());
  KeptOf = At;
  Kept = All.size();
}

Comments Parser::takeComments() { return std::exchange(Pending, {}); }

/// The comments after what was just read, on its line.
Comments Parser::takeTrailing() {
  Comments Result;
  if (Failed || At >= Tokens.size() || At <= KeptOf)
    return Result;
  for (const Comment &C : Tokens[At].Before) {
    if (C.OnNewLine)
      break;
    Result.push_back(C);
  }
  KeptOf = At;
  Kept = Result.size();
  return Result;
}

bool Parser::take(const char *Spelling) {
  if (!at(Spelling))
    return false;
  next();
  return true;
}

bool Parser::expect(const char *Spelling, const char *Where) {
  if (take(Spelling))
    return true;
  fail("'" + std::string(Spelling) + "'", Where);
  return false;
}

std::string Parser::expectWord(const char *What) {
  if (peek().K == Token::Kind::Word)
    return next().Text;
  fail(What, "");
  return "";
}

void Parser::fail(const std::string &Expected, const char *Where) {
  if (Failed)
    return;
  const Token &Found = peek();
  std::string Message = "expected " + Expected;
  if (*Where)
    Message += std::string(" ") + Where;
  Location Loc = Found.K == Token::Kind::End && !Tokens.empty()
                     ? Tokens.back().Loc
                     : Found.Loc;
  Findings.push_back({"idl-syntax",
                      Severity::Error,
                      Loc,
                      Message + ", not " + described(Found),
                      {},
                      {}});
  Failed = true;
}

/// To the end of the item that began at `Begin`: its ";", or the "}" of what is
/// around it.
void Parser::recover(std::size_t Begin) {
  Failed = false;
  Pending.clear();
  std::size_t Open = 0;
  for (std::size_t I = Begin; I < At; ++I) {
    Open += Tokens[I].is("{");
    Open -= Tokens[I].is("}") && Open != 0;
  }
  for (; At + 1 < Tokens.size(); ++At) {
    const Token &T = Tokens[At];
    if (T.is("}") && Open == 0)
      return;
    Open += T.is("{");
    Open -= T.is("}");
    if (T.is(";") && Open == 0) {
      ++At;
      return;
    }
  }
}

} // namespace rpcgen::idl
