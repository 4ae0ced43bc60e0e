//===- Session.cpp --------------------------------------------------------===//

#include "attr/Session.h"
#include "attr/Counterparts.h"
#include "attr/Meant.h"
#include "model/AttributeTable.h"

#include "clang/Basic/AllDiagnostics.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace rpcgen {
namespace {

thread_local Session *Current = nullptr;

bool isStubs(const WrittenAttribute &A) {
  const AttributeRow *Row = findAttribute(A.Name->getName());
  return Row && Row->Kind == Attribute::Stubs;
}

} // namespace

Session::Session(Preprocessor &PP, StubsHandler OnStubs,
                 FindingHandler OnFinding, std::function<bool()> InInterface)
    : Captured(
          PP, [this](const WrittenAttribute &A) { reportUnknown(A); },
          [this](const WrittenAttribute &A, SourceLocation End,
                 const Token &Next) { endStubs(A, End, Next); }),
      OnStubs(std::move(OnStubs)), OnFinding(std::move(OnFinding)),
      InInterface(std::move(InInterface)), PP(PP), Outer(Current),
      Said(Doubles::insertInto(
          PP.getDiagnostics(),
          [this](const Diagnostic &Info) { return isDouble(Info); })) {
  Current = this;
  PP.setTokenWatcher([this](const Token &T) { Captured.watch(T); });
}

Session::~Session() {
  *Said = nullptr;
  PP.setTokenWatcher(nullptr);
  Current = Outer;
}

Session *Session::current() { return Current; }

void Session::report(const WrittenAttribute &Attribute, const Problem &What,
                     std::string Message, std::string Note,
                     std::string_view Meant) {
  const Location Loc{Attribute.Loc.getRawEncoding()};
  Finding Found{std::string(What.Name),
                Severity::Error,
                Loc,
                "'rpc::" + Attribute.Name->getName().str() + "' " +
                    std::move(Message),
                {},
                {}};
  if (!Note.empty())
    Found.Notes.push_back({Loc, std::move(Note)});
  if (!Meant.empty())
    Found.FixIts.push_back(
        {FixIt::Kind::ReplaceToken, Loc, std::string(Meant)});
  OnFinding(Found);
}

void Session::error(const WrittenAttribute &Attribute, const Problem &What,
                    std::string Message, std::string Note) {
  report(Attribute, What, std::move(Message), std::move(Note));
  Failed = true;
}

void Session::unbuilt(const WrittenAttribute &Attribute) {
  report(Attribute, problem::NotSupported, "is not supported by stubs yet", "");
  Unbuilt = true;
}

void Session::reportUnknown(const WrittenAttribute &Attribute) {
  llvm::StringRef Name = Attribute.Name->getName();
  if (findAttribute(Name))
    return;
  const std::string_view Advice = counterpartOf(Name);
  std::string_view Meant = Advice.empty() ? nearestAttribute(Name) : "";
  report(Attribute, problem::UnknownAttribute,
         Meant.empty() ? "is unknown"
                       : "is unknown; did you mean "
                         "'rpc::" +
                             std::string(Meant) + "'?",
         std::string(Advice), Advice.empty() ? meantAttribute(Name) : "");
  Failed = true;
}

/// Without its ';' it would be an attribute of what follows, and there would be
/// no stubs. The parser gets the ';' before the token that it has read.
void Session::endStubs(const WrittenAttribute &Attribute, SourceLocation End,
                       const Token &Next) {
  if (!isStubs(Attribute) || Next.is(tok::semi) || End.isInvalid() ||
      End.isMacroID())
    return;
  const Location After{End.getLocWithOffset(1).getRawEncoding()};
  OnFinding({std::string(problem::AttributePlace.Name),
             Severity::Error,
             After,
             "expected ';' after '[[rpc::stubs]]'",
             {},
             {{FixIt::Kind::InsertBefore, After, ";"}}});
  Failed = true;
  auto Later = std::make_unique<Token[]>(1);
  Later[0] = Next;
  PP.EnterTokenStream(std::move(Later), 1, true, true);
  Token &Read = const_cast<Token &>(Next);
  Read.startToken();
  Read.setKind(tok::semi);
  Read.setLocation(End);
}

namespace {

bool isIn(llvm::ArrayRef<SourceRange> Ranges, SourceLocation Loc,
          const SourceManager &Sources) {
  auto InFile = [&](SourceLocation L) { return Sources.getFileLoc(L); };
  auto IsBefore = [&](SourceLocation A, SourceLocation B) {
    return Sources.isBeforeInTranslationUnit(InFile(A), InFile(B));
  };
  return llvm::any_of(Ranges, [&](SourceRange R) {
    return !IsBefore(Loc, R.getBegin()) && !IsBefore(R.getEnd(), Loc);
  });
}

} // namespace

/// An interface may lack our namespace as well, and so may its stubs; other
/// people have namespaces with attributes, too.
bool Session::isOutsideInterfaces(const OtherAttribute &A,
                                  std::string_view Meant) {
  if (Meant != rowOf(Attribute::Stubs).Name)
    return A.OfInterface;
  auto IsInterface = [](const OtherAttribute &Each) {
    return Each.OfInterface;
  };
  return A.Alone && !Captured.findIf(isStubs) &&
         (Captured.any() || llvm::any_of(Captured.others(), IsInterface));
}

void Session::reportOther(const OtherAttribute &Attribute,
                          std::string_view Meant) {
  const std::string Name = "rpc::" + std::string(Meant);
  Finding Found{std::string(problem::UnknownAttribute.Name),
                Severity::Error,
                {Attribute.Loc.getRawEncoding()},
                "'" + spell(Attribute) +
                    "' is not an attribute of namespace rpc; write '" +
                    (Attribute.Gnu ? "[[" + Name + "]]" : Name) + "'",
                {},
                {}};
  if (!Attribute.Gnu && !Attribute.Scope)
    Found.FixIts.push_back({FixIt::Kind::ReplaceToken, Found.Loc, Name});
  OnFinding(Found);
  Failed = true;
}

void Session::reportOthers(
    const std::function<std::vector<SourceRange>()> &Declared) {
  const SourceManager &Sources = PP.getSourceManager();
  std::optional<std::vector<SourceRange>> Ranges; // dear, and hardly needed
  for (const OtherAttribute &A : Captured.others()) {
    const std::string_view Meant = meantBy(A, PP);
    if (Meant.empty() || Sources.isInSystemHeader(A.Loc))
      continue;
    if (!Ranges)
      Ranges = Declared();
    if (isOutsideInterfaces(A, Meant) || isIn(*Ranges, A.Loc, Sources))
      reportOther(A, Meant);
  }
  Captured.forgetOthers();
}

/// Whether what clang says of an attribute is reported here as well, now or
/// later.
bool Session::isDouble(const Diagnostic &Info) {
  if (Info.getNumRanges() == 0 &&
      Info.getID() != diag::err_attribute_not_type_attr)
    return false;
  switch (Info.getID()) {
  case diag::warn_unknown_attribute_ignored: {
    const SourceLocation Name = Info.getRange(0).getEnd();
    if (Captured.find(Name))
      return true;
    const OtherAttribute *Other = Captured.findOther(Name);
    const std::string_view Meant = Other ? meantBy(*Other, PP) : "";
    return !Meant.empty() && !PP.getSourceManager().isInSystemHeader(Name) &&
           (isOutsideInterfaces(*Other, Meant) || InInterface());
  }
  case diag::err_attribute_not_type_attr:
    return refuse([At = Info.getLocation()](const WrittenAttribute &A) {
      return At == A.ScopeLoc || At == A.Loc; // with [[using]], by version
    });
  case diag::err_attributes_not_allowed:
    return refuse(
        [&, Range = Info.getRange(0).getAsRange()](const WrittenAttribute &A) {
          return isIn(Range, A.Loc, PP.getSourceManager());
        });
  default:
    return false;
  }
}

/// Whether there is an attribute of ours in that place, and no declaration has
/// it.
bool Session::refuse(
    llvm::function_ref<bool(const WrittenAttribute &)> IsThere) {
  WrittenAttribute *Found = Captured.findIf([&](const WrittenAttribute &A) {
    return !A.Applied && !A.Refused && IsThere(A);
  });
  if (Found)
    Found->Refused = true;
  return Found;
}

void Session::reportUnapplied() {
  bool AfterError = PP.getDiagnostics().hasErrorOccurred();
  for (const WrittenAttribute &A : Captured.takeUnapplied()) {
    const AttributeRow *Row = findAttribute(A.Name->getName());
    if (!Row || (AfterError && A.Begins && !A.Refused))
      continue;
    const char *Word = tok::getKeywordSpelling(A.Before);
    if (Word && (Row->Places & (OnField | OnArm)))
      error(A, problem::AttributePlace,
            std::string("is on no declaration: the ") + Word +
                " after it is unnamed",
            "write a name after the '}'; the wire stays the same");
    else
      error(A, problem::AttributePlace,
            "is on no declaration; it belongs on " +
                describePlaces(Row->Places),
            Row->Places == OnEmptyDeclaration ? ""
            : Row->Places == OnInterface
                ? "write it between 'namespace' and the name"
                : "write it before the declaration or after the name; it "
                  "cannot be applied to a type");
  }
}

} // namespace rpcgen
