//===- Judge.cpp ----------------------------------------------------------===//

#include "Judge.h"

#include "Consumer.h"
#include "Source.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>

using namespace clang;
using llvm::StringRef;

namespace rpc_idl {
namespace {

constexpr const char *Folder = "/rpc-idl/";

SourceLocation decode(rpcgen::Location Loc) {
  return SourceLocation::getFromRawEncoding(Loc.Raw);
}

rpcgen::Severity severityOf(DiagnosticsEngine::Level Level) {
  return Level >= DiagnosticsEngine::Error     ? rpcgen::Severity::Error
         : Level == DiagnosticsEngine::Warning ? rpcgen::Severity::Warning
                                               : rpcgen::Severity::Remark;
}

class Collector final : public DiagnosticConsumer {
public:
  explicit Collector(const std::vector<MemoryFile> &Headers) {
    for (std::size_t N = 0; N < Headers.size(); ++N)
      Numbers[Folder + Headers[N].Name] = N;
  }

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    llvm::SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    const Spot At = Info.hasSourceManager()
                        ? spotOf(Info.getSourceManager(), Info.getLocation())
                        : Spot();
    if (Level != DiagnosticsEngine::Note)
      All.push_back({At, severityOf(Level), std::string(Text), "", {}});
    else if (!All.empty())
      All.back().Notes.push_back({At, std::string(Text)});
  }

  void add(const rpcgen::Finding &F, const SourceManager &Sources) {
    Judged Each{spotOf(Sources, decode(F.Loc)), F.Level, F.Message, F.Rule, {}};
    for (const rpcgen::Note &N : F.Notes)
      Each.Notes.push_back({spotOf(Sources, decode(N.Loc)), N.Message});
    All.push_back(std::move(Each));
  }

  std::vector<Judged> All;

private:
  Spot spotOf(const SourceManager &Sources, SourceLocation Written) const {
    if (Written.isInvalid())
      return {};
    SourceLocation Loc = Sources.getFileLoc(Written);
    auto Found = Numbers.find(Sources.getFilename(Loc).str());
    if (Found == Numbers.end())
      return {};
    return {Found->second, Sources.getFileOffset(Loc), true};
  }

  std::map<std::string, std::size_t> Numbers;
};

/// What locations in a header are; nothing if it was not included.
Declarations::Range rangeOf(CompilerInstance &CI, const std::string &Path) {
  auto File = CI.getFileManager().getOptionalFileRef(Path);
  const SourceManager &Sources = CI.getSourceManager();
  const FileID Id = File ? Sources.translateFile(*File) : FileID();
  if (Id.isInvalid())
    return {};
  return {Sources.getLocForStartOfFile(Id).getRawEncoding(),
          Sources.getLocForEndOfFile(Id).getRawEncoding()};
}

class Action final : public ASTFrontendAction {
public:
  Action(const std::vector<MemoryFile> &Headers, const rpcgen::Options &Wanted,
         Collector &Into, Declarations &Found)
      : Headers(Headers), Wanted(Wanted), Into(Into), Found(Found) {}

protected:
  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getDiagnosticOpts().ErrorLimit = 0;
    CI.getDiagnosticOpts().ShowCarets = false; // and count no warnings
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    CI.getDiagnostics().setErrorLimit(0);
    rpcgen::Options Collecting = Wanted;
    Collecting.To = [this, &CI](const rpcgen::Finding &F) {
      Into.add(F, CI.getSourceManager());
    };
    Collecting.OnEnd = [this, &CI](const rpcgen::Model &M, const auto &) {
      Found = {M, {}};
      for (const MemoryFile &Each : Headers)
        Found.Headers.push_back(rangeOf(CI, Folder + Each.Name));
    };
    return std::make_unique<rpcgen::Consumer>(CI, std::move(Collecting));
  }

private:
  const std::vector<MemoryFile> &Headers;
  const rpcgen::Options &Wanted;
  Collector &Into;
  Declarations &Found;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  Factory(const std::vector<MemoryFile> &Headers, const rpcgen::Options &Wanted,
          Collector &Into, Declarations &Found)
      : Headers(Headers), Wanted(Wanted), Into(Into), Found(Found) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Headers, Wanted, Into, Found);
  }

private:
  const std::vector<MemoryFile> &Headers;
  const rpcgen::Options &Wanted;
  Collector &Into;
  Declarations &Found;
};

} // namespace

Spot Declarations::find(rpcgen::Location Loc) const {
  for (std::size_t N = 0; N < Headers.size(); ++N)
    if (Headers[N].Begin != 0 && Headers[N].Begin <= Loc.Raw &&
        Loc.Raw <= Headers[N].End)
      return {N, Loc.Raw - Headers[N].Begin, true};
  return {};
}

std::vector<Judged> judge(const std::vector<MemoryFile> &Headers,
                          const std::string &Include,
                          const rpcgen::Options &Wanted, Declarations &Into) {
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const MemoryFile &Header : Headers)
    Memory->addFile(Folder + Header.Name, 0,
                    llvm::MemoryBuffer::getMemBufferCopy(Header.Text));
  const std::string Main = std::string(Folder) + "rpc-idl.cpp";
  Memory->addFile(Main, 0,
                  llvm::MemoryBuffer::getMemBufferCopy(
                      "#include \"" + Headers.back().Name + "\"\n"));
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::createPhysicalFileSystem());
  Both->pushOverlay(Memory);

  tooling::FixedCompilationDatabase Commands("/", compilerFlags(Include));
  tooling::ClangTool Tool(Commands, {Main},
                          std::make_shared<PCHContainerOperations>(), Both);
  Tool.setPrintErrorMessage(false);
  Collector Found(Headers);
  Tool.setDiagnosticConsumer(&Found);
  Factory Actions(Headers, Wanted, Found, Into);
  Tool.run(&Actions);
  return std::move(Found.All);
}

} // namespace rpc_idl
