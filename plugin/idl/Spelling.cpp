//===- Spelling.cpp - types, attributes and expressions in C++ ------------===//

#include "idl/HeaderWriter.h"
#include "idl/Names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace rpcgen::idl {
namespace {

const char *spellBase(const std::string &Name) {
  static const std::map<std::string, const char *> Names = {
      {"char", "char"},
      {"unsigned char", "std::uint8_t"},
      {"small", "std::int8_t"},
      {"unsigned small", "std::uint8_t"},
      {"short", "std::int16_t"},
      {"unsigned short", "std::uint16_t"},
      {"int", "std::int32_t"},
      {"unsigned int", "std::uint32_t"},
      {"long", "std::int32_t"},
      {"unsigned long", "std::uint32_t"},
      {"hyper", "std::int64_t"},
      {"unsigned hyper", "std::uint64_t"},
      {"__int3264", "std::int64_t"},
      {"unsigned __int3264", "std::uint64_t"},
      {"float", "float"},
      {"double", "double"},
      {"void", "void"},
      {"wchar_t", "char16_t"},
      {"byte", "std::uint8_t"},
      {"boolean", "bool"},
      {"handle_t", "rpc::handle_t"},
      {"error_status_t", "std::uint32_t"}};
  auto Found = Names.find(Name);
  return Found == Names.end() ? "void" : Found->second;
}

int strengthOf(const std::string &Operator) {
  static const std::map<std::string, int> Strengths = {
      {"||", 1}, {"&&", 2}, {"|", 3},  {"^", 4},  {"&", 5},
      {"==", 6}, {"!=", 6}, {"<", 7},  {">", 7},  {"<=", 7},
      {">=", 7}, {"<<", 8}, {">>", 8}, {"+", 9},  {"-", 9},
      {"*", 10}, {"/", 10}, {"%", 10}, {".", 12}, {"->", 12}};
  auto Found = Strengths.find(Operator);
  return Found == Strengths.end() ? 0 : Found->second;
}

constexpr int UnaryStrength = 11;

/// What compilers warn of has parentheses, although it needs none: "a + b & c".
int leastWithin(const Expr &E, std::size_t Operand, int Least) {
  const std::string &Op = E.Text;
  const bool IsBitwise =
      Op == "|" || Op == "^" || Op == "&" || Op == "<<" || Op == ">>";
  const std::string &Inner = E.Operands[Operand].Text;
  return (IsBitwise && Inner != Op) || (Op == "||" && Inner == "&&")
             ? UnaryStrength
             : Least;
}

std::string parenthesised(const std::string &Text, int Strength, int Least) {
  return Strength < Least ? "(" + Text + ")" : Text;
}

std::string quoted(const std::string &Text) {
  std::string Result = "\"";
  for (char C : Text) {
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + "\"";
}

/// Whether the argument is in quotes in a header.
bool isText(const Attribute &A) {
  if (A.Text[0] == '"')
    return false;
  return A.Name == "endpoint" ||
         (A.Name == "charset" && !std::ranges::all_of(A.Text, [](char C) {
            return std::isalnum(static_cast<unsigned char>(C)) || C == '_';
          }));
}

} // namespace

std::string HeaderWriter::spell(const Type &T) {
  std::string Result;
  switch (T.K) {
  case Type::Kind::Base:
    Result = spellBase(T.Name);
    break;
  case Type::Kind::Pipe:
    Result = "rpc::pipe<" + elementOfPipe(T) + ">";
    break;
  case Type::Kind::SafeArray:
    Result = "SAFEARRAY";
    break;
  case Type::Kind::Named:
  case Type::Kind::Structure:
  case Type::Kind::Union:
  case Type::Kind::Enumeration:
  case Type::Kind::Bitmap:
    if (const Symbol *S = Known.find(T, here()))
      Result = spell(*S);
    else
      Result = T.K == Type::Kind::Named ? identifier(T.Name) : Known.nameOf(T);
  }
  return T.Const ? "const " + Result : Result;
}

/// C++ does not copy arrays.
std::string HeaderWriter::elementOfPipe(const Type &T) {
  if (T.Arguments.empty())
    return "char";
  const Type &Element = T.Arguments.front();
  const Symbol *S = Known.find(Element, here());
  const bool IsArray = S && S->Alias && S->T && S->Alias->Layers.size() == 1 &&
                       S->Alias->Layers.front().K == Layer::Kind::Array;
  return IsArray ? "std::array<" + spell(*S->T) + ", " +
                       spell(S->Alias->Layers.front().Bound) + ">"
                 : spell(Element);
}

/// Names of other namespaces are made known by a using-declaration; a name that
/// a parameter or field hides is said in full.
std::string HeaderWriter::spell(const Symbol &S) {
  if (Hiding.count(S.Name))
    return "::" + S.In.Namespace + "::" + S.Name;
  if (S.In.Namespace != Now.Namespace && !P.Refused.count(S.Item.Raw))
    Now.Used.insert(S.In.Namespace + "::" + S.Name);
  return S.Name;
}

std::string HeaderWriter::spellLiteral(const std::string &Literal) const {
  if (Literal.starts_with("L\"") || Literal.starts_with("L'"))
    return "u" + Literal.substr(1);
  if (Literal.empty() || Literal[0] == '"' || Literal[0] == '\'')
    return Literal;
  std::size_t Suffix = Literal.find_first_of("iI"); // Microsoft's "i64"
  if (Suffix != std::string::npos && Suffix > 0)
    return Literal.substr(0, Suffix);
  // A long has 64 bits in C++.
  std::string Result = Literal;
  bool IsHex = Result.starts_with("0x") || Result.starts_with("0X");
  bool IsReal = !IsHex && Result.find_first_of(".eE") != std::string::npos;
  if (!IsReal)
    std::erase_if(Result, [](char C) { return C == 'l' || C == 'L'; });
  return Result;
}

std::string HeaderWriter::spell(const Expr &E, int Least) {
  switch (E.K) {
  case Expr::Kind::Empty:
    return "";
  case Expr::Kind::Literal:
    return spellLiteral(E.Text);
  case Expr::Kind::Name: {
    if (Local.count(E.Text))
      return identifier(E.Text);
    if (const Symbol *S = Known.find(E.Text, here()))
      return spell(*S);
    if (E.Text == "TRUE" || E.Text == "FALSE")
      return E.Text == "TRUE" ? "1" : "0";
    return E.Text == "NULL" ? "nullptr" : identifier(E.Text);
  }
  case Expr::Kind::Unary:
    return parenthesised(E.Text + spell(E.Operands[0], UnaryStrength),
                         UnaryStrength, Least);
  case Expr::Kind::Binary: {
    int Strength = strengthOf(E.Text);
    bool IsMember = E.Text == "." || E.Text == "->";
    std::string Between = IsMember ? E.Text : " " + E.Text + " ";
    std::string Right =
        IsMember ? identifier(E.Operands[1].Text)
                 : spell(E.Operands[1], leastWithin(E, 1, Strength + 1));
    return parenthesised(spell(E.Operands[0], leastWithin(E, 0, Strength)) +
                             Between + Right,
                         Strength, Least);
  }
  case Expr::Kind::Conditional:
    return parenthesised(spell(E.Operands[0], 1) + " ? " +
                             spell(E.Operands[1], 1) + " : " +
                             spell(E.Operands[2]),
                         0, Least);
  case Expr::Kind::Cast:
    return parenthesised("(" + (E.Named ? spell(*E.Named) : "") + E.Text + ")" +
                             spell(E.Operands[0], UnaryStrength),
                         UnaryStrength, Least);
  case Expr::Kind::Sizeof:
    return "sizeof(" + (E.Named ? spell(*E.Named) : "") + E.Text + ")";
  case Expr::Kind::Call: {
    std::string Result = E.Text + "(";
    for (const Expr &Operand : E.Operands)
      Result += (&Operand == &E.Operands.front() ? "" : ", ") + spell(Operand);
    return Result + ")";
  }
  case Expr::Kind::Index:
    return spell(E.Operands[0], UnaryStrength) + "[" + spell(E.Operands[1]) +
           "]";
  }
  return "";
}

Text HeaderWriter::attribute(const Attribute &A) {
  if (A.Name == "case" && !Local.empty()) {
    // A constant, of which an arm may have the name.
    std::set<std::string> Outer = Hiding;
    Hiding.merge(std::set<std::string>(Local));
    std::set<std::string> Fields = std::exchange(Local, {});
    Text Result = attribute(A);
    Local = std::move(Fields);
    Hiding = std::move(Outer);
    return Result;
  }
  Text Result;
  Result.at(A.Loc) << "rpc::" << A.Name;
  if (A.Named) {
    Result << "(" << spell(*A.Named) << ")";
  } else if (!A.Arguments.empty()) {
    Result << "(";
    for (const Expr &E : A.Arguments) {
      if (&E != &A.Arguments.front())
        Result << (E.isEmpty() ? "," : ", ");
      Result.at(E.Loc) << spell(E);
    }
    Result << ")";
  } else if (!A.Text.empty()) {
    Result << "(" << (isText(A) ? quoted(A.Text) : A.Text) << ")";
  }
  return Result;
}

/// "[[rpc::in, rpc::out]] ", or nothing.
Text HeaderWriter::attributes(const Attributes &All, const char *After) {
  Text Result;
  for (const Attribute &A : All)
    Result << (Result.isEmpty() ? "[[" : ", ") << attribute(A);
  if (!Result.isEmpty())
    Result << "]]" << After;
  return Result;
}

} // namespace rpcgen::idl
