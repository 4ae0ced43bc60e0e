//===- Import.cpp ---------------------------------------------------------===//

#include "Import.h"

#include "Judge.h"
#include "Output.h"

#include "idl/Header.h"
#include "idl/Load.h"
#include "idl/Refuse.h"
#include "idl/Walk.h"
#include "idl/Wording.h"
#include "idl/lower/Lower.h"

#include "Clang.h"
#include "report/Report.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

using namespace rpc_idl;
using namespace rpcgen::idl;
using rpcgen::Finding;
using rpcgen::Location;
using rpcgen::Severity;

namespace {

enum Status { Ready = 0, Incomplete = 1, Failed = 2 };

/// Each mistake that is found may be the reason for the next ones not to be.
constexpr int MostRounds = 12;

class Importer {
public:
  Importer(const Options &Given, std::string Include,
           llvm::raw_ostream &Messages = llvm::errs(),
           rpcgen::Options Wanted = {})
      : Given(Given), Include(std::move(Include)), Wanted(std::move(Wanted)),
        Printer(Messages, Settings),
        Diagnostics(llvm::IntrusiveRefCntPtr<clang::DiagnosticIDs>(
                        new clang::DiagnosticIDs),
                    Settings, &Printer, false),
        Texts(Given.Tokens, Diagnostics, Files) {
    Diagnostics.setSourceManager(&Texts.texts());
    Printer.BeginSourceFile(Language, nullptr);
  }

  int run() {
    if (!read())
      return Failed;
    bool IsSound = judgeAll();
    if (!writeAll())
      return Failed;
    dropRepeats();
    report(P.Findings);
    summarize();
    return IsSound && isWhole() ? Ready : Incomplete;
  }

  /// What the file declares, without what could not be said.
  std::optional<Imported> model() {
    if (!read())
      return std::nullopt;
    bool IsSound = judgeAll();
    dropRepeats();
    report(P.Findings);
    if (!IsSound && Declared.Read.Interfaces.empty())
      return std::nullopt;
    return Imported{Declared.Read, IsSound && isWhole(), {}};
  }

  /// What the rules say, in place of a report. False if it could not be read.
  bool judgeOnly(std::vector<Placed> &Into) {
    if (!read())
      return false;
    // What differs from a lock is no reason to leave an operation out.
    std::vector<rpcgen::Model> Locks = std::exchange(Wanted.Locks, {});
    judgeAll();
    if (!Locks.empty()) {
      Wanted.Locks = std::move(Locks);
      for (const Judged &J : judge(memoryFiles(), Include, Wanted, Declared))
        add(J);
    }
    dropRepeats();
    for (Finding &F : P.Findings) {
      std::vector<FilePlace> Notes;
      for (const rpcgen::Note &N : F.Notes)
        Notes.push_back(placeOf(N.Loc));
      const FilePlace At = placeOf(F.Loc);
      Into.push_back({std::move(F), At, std::move(Notes)});
    }
    return true;
  }

  const rpcgen::Model &declared() const { return Declared.Read; }

  FilePlace find(Location InHeaders) {
    return placeOf(locate(Declared.find(InHeaders)));
  }

private:
  FilePlace placeOf(Location InIdl) {
    const clang::PresumedLoc Found = Texts.texts().getPresumedLoc(
        clang::SourceLocation::getFromRawEncoding(InIdl.Raw));
    if (Found.isInvalid())
      return {};
    return {Found.getFilename(), Found.getLine(), Found.getColumn()};
  }

  bool read() {
    P.D = Given.Tokens.D;
    P.Prefix = Given.Namespace;
    load(Given.File, Given.Acf, Texts, Include + "/rpc/ms", P);
    if (hasErrors(P.Findings) || Diagnostics.hasErrorOccurred())
      return report(P.Findings), false;
    lower(P);
    refuseDependents(P, Symbols(P));
    return true;
  }

  static bool hasErrors(const std::vector<Finding> &All) {
    return std::ranges::any_of(
        All, [](const Finding &F) { return F.Level == Severity::Error; });
  }

  /// What is wrong with an operation is found in each interface that inherits
  /// it.
  void dropRepeats() {
    std::set<std::tuple<std::uint32_t, std::string, std::string>> Seen;
    std::erase_if(P.Findings, [&](const Finding &F) {
      return !Seen.emplace(F.Loc.Raw, F.Rule, F.Message).second;
    });
  }

  /// Remarks are of the file that was asked for. Where two files are compared,
  /// warnings are of what is left out.
  void report(std::vector<Finding> All) {
    std::ranges::stable_sort(All, {},
                             [](const Finding &F) { return F.Loc.Raw; });
    const rpcgen::Sink Print = rpcgen::printer(Diagnostics);
    for (const Finding &F : All) {
      auto Loc = clang::SourceLocation::getFromRawEncoding(F.Loc.Raw);
      bool IsMain = Loc.isValid() &&
                    Texts.texts().getFilename(Texts.texts().getFileLoc(Loc)) ==
                        Given.File;
      if (F.Level == Severity::Remark && (Given.Quiet || !IsMain))
        continue;
      if (F.Level == Severity::Warning && F.Rule != "idl-unsupported" &&
          Given.C == Options::Command::Equal)
        continue;
      Print(F);
    }
  }

  void writeHeaders(const Symbols &Known) {
    Headers.clear();
    for (std::size_t N = 0; N < P.Units.size(); ++N)
      Headers.push_back(writeHeader(P, N, Known));
  }

  /// Whether there is nothing wrong but what was left out for it.
  bool judgeAll() {
    for (int Round = 0; Round < MostRounds; ++Round) {
      const Symbols Known(P);
      writeHeaders(Known);
      std::vector<Judged> Found =
          judge(memoryFiles(), Include, Wanted, Declared);
      // What rules say of what does not compile may only follow from it.
      auto IsOfCompiler = [](const Judged &J) {
        return J.Level == Severity::Error && J.Rule.empty();
      };
      if (std::ranges::any_of(Found, IsOfCompiler))
        std::erase_if(Found, std::not_fn(IsOfCompiler));
      bool Any = false, Again = false;
      for (const Judged &J : Found) {
        if (J.Level != Severity::Error)
          continue;
        Any = true;
        if (Location Item = J.At.IsKnown
                                ? Headers[numberOf(J.At)].itemAt(J.At.Offset)
                                : Location())
          Again |= refuseFor(P, Known, Item, J.Rule.empty(), J.Message);
      }
      for (const Judged &J : Found)
        if (J.Level == Severity::Error || !Again)
          add(J);
      if (!Again)
        return !Any;
    }
    return false;
  }

  void add(const Judged &J) {
    // The compiler speaks of C++ whatever it is asked.
    const bool IsOfRule = !J.Rule.empty();
    auto Said = [&](const std::string &Message) {
      return IsOfRule ? inWordsOfIdl(Message) : Message;
    };
    Finding F{IsOfRule ? J.Rule : "c++", J.Level, locate(J.At),
              Said(J.Message),           {},      {}};
    for (const Judged::Note &N : J.Notes)
      if (N.Message.find("rpc::suppress") == std::string::npos) // IDL has none
        F.Notes.push_back({locate(N.At), Said(N.Message)});
    if (Reported.insert(std::to_string(F.Loc.Raw) + F.Message).second)
      P.Findings.push_back(std::move(F));
  }

  std::vector<MemoryFile> memoryFiles() {
    Numbers.clear();
    std::vector<MemoryFile> Result;
    for (std::size_t N = 0; N < P.Units.size(); ++N)
      if (isWritten(N)) {
        Numbers.push_back(N);
        Result.push_back({P.Units[N].Header, Headers[N].Written.str()});
      }
    return Result;
  }

  /// Ours is there already.
  bool isWritten(std::size_t N) const {
    return !P.Units[N].Ships || N + 1 == P.Units.size();
  }

  std::size_t numberOf(const Spot &At) const { return Numbers[At.File]; }

  Location locate(const Spot &At) const {
    return At.IsKnown ? Headers[numberOf(At)].locate(At.Offset) : Location();
  }

  bool writeAll() {
    if (Given.Folder.empty()) {
      llvm::outs() << Headers.back().Written.str();
      llvm::outs().flush();
      return true;
    }
    for (std::size_t N = 0; N < P.Units.size(); ++N) {
      if (!isWritten(N))
        continue;
      if (!writeInto(Given.Folder, P.Units[N].Header, Headers[N].Written.str()))
        return false;
    }
    return true;
  }

  bool isWhole() {
    bool IsWhole = true;
    forEachItem(P.Units.back().Tree.Items, [&](const Item &I, const auto *) {
      IsWhole &= P.Refused.count(I.Loc.Raw) == 0;
    });
    return IsWhole;
  }

  /// "78 operations, 78 ready, 3 lowered"
  void summarize() {
    std::size_t All = 0, Left = 0, Lowered = 0;
    forEachItem(P.Units.back().Tree.Items,
                [&](const Item &I, const Interface *In) {
                  if (auto *Object = std::get_if<Interface>(&I.Is)) {
                    All += Object->LeftOut;
                    Left += Object->LeftOut;
                  }
                  auto *O = std::get_if<Operation>(&I.Is);
                  if (!O || !In || rpcgen::idl::find(O->Attrs, "local") ||
                      rpcgen::idl::find(In->Attrs, "local"))
                    return;
                  ++All;
                  Left += P.Refused.count(I.Loc.Raw);
                });
    for (const Finding &F : P.Findings)
      Lowered += F.Level == Severity::Remark;
    llvm::errs() << All << " operations, " << All - Left << " ready, "
                 << Lowered << " lowered\n";
  }

  const Options &Given;
  const std::string Include;
  rpcgen::Options Wanted;
  clang::LangOptions Language;
  rpcgen::SharedDiagnosticOptions Settings;
  clang::TextDiagnosticPrinter Printer;
  clang::DiagnosticsEngine Diagnostics;
  clang::FileManager Files{clang::FileSystemOptions()};
  Sources Texts;
  Program P;
  Declarations Declared; ///< by the headers
  std::vector<Header> Headers;
  std::vector<std::size_t> Numbers; ///< of the units that were judged
  std::set<std::string> Reported;
};

} // namespace

int rpc_idl::import(const Options &Given, const std::string &Include) {
  return Importer(Given, Include).run();
}

std::optional<Imported> rpc_idl::importModel(const Options &Given,
                                             const std::string &Include) {
  auto Kept = std::make_shared<Importer>(Given, Include);
  std::optional<Imported> Result = Kept->model();
  if (Result)
    Result->Find = [Kept](Location Loc) { return Kept->find(Loc); };
  return Result;
}

Judgement rpc_idl::judgeIdl(const Options &Given, const std::string &Include,
                            const rpcgen::Options &Wanted) {
  Judgement Result;
  llvm::raw_string_ostream Messages(Result.Errors);
  auto Kept = std::make_shared<Importer>(Given, Include, Messages, Wanted);
  if (Kept->judgeOnly(Result.Findings))
    Result.Declared = {Kept->declared(), true,
                       [Kept](Location Loc) { return Kept->find(Loc); }};
  return Result;
}

void rpc_idl::takeCompilerOptions(const std::vector<std::string> &Arguments,
                                  TokenOptions &Into) {
  for (std::size_t N = 0; N < Arguments.size(); ++N) {
    llvm::StringRef Word = Arguments[N];
    auto &List = Word.starts_with("-I") ? Into.Folders : Into.Macros;
    if (!Word.consume_front("-I") && !Word.consume_front("-D"))
      continue;
    if (!Word.empty())
      List.push_back(Word.str());
    else if (N + 1 < Arguments.size())
      List.push_back(Arguments[++N]);
  }
}
