//===- Types.cpp ----------------------------------------------------------===//

#include "rules/support/Types.h"

#include <cctype>
#include <sstream>

#include <algorithm>

using namespace rpcgen;

std::string rpcgen::quote(std::string_view Name) {
  return Name.empty() ? "(unnamed)" : "'" + std::string(Name) + "'";
}

std::string rpcgen::display(const Type &T) {
  if (T.K == Type::Kind::Pointer) {
    const Type &E = T.element();
    std::string Text = display(E.K == Type::Kind::Array ? E.element() : E);
    return Text + (Text.ends_with('*') ? "*" : " *");
  }
  if (T.K == Type::Kind::Array)
    return display(T.element()) + "[" +
           (T.Extent ? std::to_string(*T.Extent) : "") + "]";
  std::string Text = T.Spelling;
  for (std::size_t At = 0; (At = Text.find("::", At)) != Text.npos;)
    if (At == 0 || Text[At - 1] == ' ' || Text[At - 1] == '<')
      Text.erase(At, 2);
    else
      At += 2;
  return Text;
}

std::string rpcgen::display(const Attribute &A) {
  std::istringstream Tokens(A.Text);
  std::string Text = nameOf(A.K) + "(", Token;
  for (bool AfterOperand = false, Glued = true; Tokens >> Token;) {
    bool Word =
        std::isalnum(static_cast<unsigned char>(Token.front())) ||
        std::string_view("_\"'").find(Token.front()) != std::string_view::npos;
    bool Closes = Token == "," || Token == ")" || Token == "::";
    Text += (Glued || Closes ? "" : " ") + Token;
    // A prefix operator, as in n * -m, belongs to what follows it.
    Glued =
        Token == "(" || Token == "::" || (!Word && !Closes && !AfterOperand);
    AfterOperand = Word || Token == ")";
  }
  return Text + ")";
}

void rpcgen::forEachLevel(const Type &T,
                          const std::function<void(const Type &)> &Visit) {
  Visit(T);
  for (const Type &E : T.Element)
    forEachLevel(E, Visit);
}

void rpcgen::forEachRefLevel(const Type &T,
                             const std::function<void(const Type &)> &Visit) {
  Visit(T);
  bool Ref = T.K == Type::Kind::Pointer && T.Class == PointerClass::Ref;
  if (Ref || T.K == Type::Kind::Array)
    forEachRefLevel(T.element(), Visit);
}

const Type &rpcgen::innermost(const Type &T) {
  return T.isPointerLike() ? innermost(T.element()) : T;
}

bool rpcgen::isContextHandle(const Type &T) {
  return T.K == Type::Kind::ContextHandle;
}

bool rpcgen::isBindingHandle(const Type &T) {
  return T.K == Type::Kind::BindingHandle;
}

const Type *rpcgen::findPipe(const Type &T) {
  const Type *Found = nullptr;
  forEachLevel(T, [&](const Type &Level) {
    if (!Found && Level.K == Type::Kind::Pipe)
      Found = &Level;
  });
  return Found;
}

bool rpcgen::hasPipes(const Operation &O) {
  return std::ranges::any_of(O.Parameters, [](const Parameter &P) {
    return findPipe(P.T) != nullptr;
  });
}

bool rpcgen::isOpenArray(const Type &T) {
  return T.K == Type::Kind::Array && T.Size && !T.Extent;
}

bool rpcgen::isOpen(const Model &M, const Type &T) {
  if (T.K != Type::Kind::Structure)
    return isOpenArray(T);
  const Structure &S = M.Structures[T.Definition];
  return !S.Fields.empty() && isOpen(M, S.Fields.back().T);
}
