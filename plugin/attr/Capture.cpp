//===- Capture.cpp --------------------------------------------------------===//

#include "attr/Capture.h"
#include "model/Uuid.h"

#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The bracket that closes the one of `Kind`, or unknown if it opens nothing.
tok::TokenKind closerOf(tok::TokenKind Kind) {
  switch (Kind) {
  case tok::l_paren:
    return tok::r_paren;
  case tok::l_square:
    return tok::r_square;
  case tok::l_brace:
    return tok::r_brace;
  default:
    return tok::unknown;
  }
}

bool isUuid(const Token &T, const Preprocessor &PP) {
  return T.is(tok::string_literal) &&
         parseUuid(StringRef(PP.getSpelling(T)).trim("\"{}"));
}

} // namespace

void Capture::enter() {
  Inside = true;
  AfterUsing = AfterColons = SaysOurs = SaysUuid = false;
  OthersBefore = Others.size();
  Closers.clear();
  Scope = Using = {};
  Current = nullptr;
}

void Capture::leave() {
  Inside = false;
  Ended = true;
  Last = LastButOne;
  if (Last == tok::kw_namespace && (SaysOurs || SaysUuid))
    for (std::size_t I = OthersBefore; I < Others.size(); ++I)
      Others[I].OfInterface = true;
}

void Capture::endDeclaration() {
  if (Last == tok::semi || Last == tok::r_brace)
    for (std::size_t I = OthersBefore; I < Others.size(); ++I)
      Others[I].Alone = true;
}

void Capture::watchInside(const Token &T) {
  if (T.isAnnotation())
    return;
  if (T.is(tok::eof))
    Inside = false;
  else if (!Closers.empty())
    watchArgument(T);
  else
    watchName(T);
}

void Capture::watchName(const Token &T) {
  switch (T.getKind()) {
  case tok::r_square:
    return leave();
  case tok::l_paren:
  case tok::l_square:
  case tok::l_brace:
    Closers.push_back(closerOf(T.getKind()));
    if (Current)
      Current->HasParentheses = true;
    return;
  case tok::kw_using:
    AfterUsing = true;
    return;
  case tok::colon:
    AfterUsing = false;
    return;
  case tok::coloncolon:
    if (Scope.Name && !Using.Name && !AfterColons && !Others.empty())
      Others.pop_back(); // it was no attribute
    AfterColons = true;
    return;
  default:
    break;
  }
  const IdentifierInfo *Name = T.getIdentifierInfo();
  const ScopeName Written = AfterColons ? Scope : Using;
  AfterColons = false;
  Scope = {};
  Current = nullptr;
  if (!Name)
    return;
  if (AfterUsing) {
    Using = {Name, T.getLocation()};
  } else if (Written.Name && Written.Name->isStr("rpc")) {
    begin(T, Written.Loc);
  } else {
    Others.push_back({Written.Name, Name, Written.Loc, T.getLocation()});
    Scope = {Name, T.getLocation()};
  }
}

void Capture::watchGnu(const Token &T) {
  if (T.is(tok::kw___attribute))
    Depth = 0;
  else if (T.is(tok::l_paren))
    ++Depth;
  else if (T.is(tok::r_paren))
    --Depth;
  else if (Depth == 2 && T.getIdentifierInfo())
    Others.push_back(
        {nullptr, T.getIdentifierInfo(), {}, T.getLocation(), true});
  InGnu = T.is(tok::kw___attribute) || (Depth > 0 && T.isNot(tok::eof));
}

void Capture::watchArgument(const Token &T) {
  if (tok::TokenKind Closer = closerOf(T.getKind()); Closer != tok::unknown) {
    Closers.push_back(Closer);
  } else if (T.is(Closers.back())) {
    Closers.pop_back();
  } else if (T.isOneOf(tok::r_paren, tok::r_square, tok::r_brace)) {
    // Clang ends an argument list that it does not know here, in silence.
    if (Current)
      Current->Closed = false;
    Closers.clear();
    return watchName(T);
  }
  SaysUuid |= isUuid(T, PP);
  if (Current && !Closers.empty())
    Current->Arguments.push_back({PP.getSpelling(T), T.getLocation()});
}

void Capture::watchBehind(const Token &T) {
  if (T.is(tok::r_square))
    PendingEnd = T.getLocation();
  if (T.isOneOf(tok::l_square, tok::r_square))
    return;
  const SourceLocation Last = Pending.back();
  if (T.isOneOf(tok::kw_union, tok::kw_struct))
    for (SourceLocation Loc : Pending)
      if (WrittenAttribute *A = find(Loc))
        A->Before = T.getKind();
  Pending.clear();
  if (const WrittenAttribute *A = find(Last))
    Followed(*A, PendingEnd, T);
}

void Capture::begin(const Token &Name, SourceLocation Scope) {
  SaysOurs = true;
  Pending.push_back(Name.getLocation());
  Current = &Attributes[Name.getLocation()];
  bool Begins = llvm::is_contained(
      std::initializer_list<tok::TokenKind>{tok::l_paren, tok::comma, tok::semi,
                                            tok::l_brace, tok::r_brace,
                                            tok::colon},
      LastButOne);
  *Current = {};
  Current->Name = Name.getIdentifierInfo();
  Current->Loc = Name.getLocation();
  Current->ScopeLoc = Scope;
  Current->Begins = Begins;
  Seen(*Current);
}

WrittenAttribute *Capture::find(SourceLocation Loc) {
  auto Found = Attributes.find(Loc);
  return Found == Attributes.end() ? nullptr : &Found->second;
}

const OtherAttribute *Capture::findOther(SourceLocation Loc) const {
  auto Found = llvm::find_if(
      Others, [&](const OtherAttribute &A) { return A.Loc == Loc; });
  return Found == Others.end() ? nullptr : &*Found;
}

std::vector<WrittenAttribute> Capture::takeUnapplied() {
  std::vector<WrittenAttribute> Result;
  for (auto &[Loc, Attribute] : Attributes)
    if (!Attribute.Applied) {
      Attribute.Applied = true;
      Result.push_back(Attribute);
    }
  return Result;
}

} // namespace rpcgen
