//===- Export.cpp ---------------------------------------------------------===//

#include "Export.h"

#include "Consumer.h"
#include "Output.h"

#include "idl/export/Export.h"

#include "report/Report.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>

using namespace clang;
using rpcgen::idl::Exported;

namespace rpc_idl {
namespace {

/// After the rules: nothing is exported that they find errors in.
class Exporter final : public ASTConsumer {
public:
  Exporter(DiagnosticsEngine &Diagnostics, const Options &Given,
           const rpcgen::Model &Read, std::optional<Exported> &Into)
      : Diagnostics(Diagnostics), Given(Given), Read(Read), Into(Into) {}

  void HandleTranslationUnit(ASTContext &) override {
    if (Diagnostics.hasErrorOccurred())
      return;
    Into = rpcgen::idl::exportIdl(Read, Given.For,
                                  llvm::sys::path::filename(Given.File).str());
    const rpcgen::Sink Print = rpcgen::printer(Diagnostics);
    for (const rpcgen::Finding &F : Into->Findings)
      Print(F);
  }

private:
  DiagnosticsEngine &Diagnostics;
  const Options &Given;
  const rpcgen::Model &Read;
  std::optional<Exported> &Into;
};

class Action final : public ASTFrontendAction {
public:
  Action(const Options &Given, std::optional<Exported> &Into)
      : Given(Given), Into(Into) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    rpcgen::Options Wanted;
    Wanted.OnEnd = [this](const rpcgen::Model &M, const auto &) { Read = M; };
    std::vector<std::unique_ptr<ASTConsumer>> Both;
    Both.push_back(std::make_unique<rpcgen::Consumer>(CI, std::move(Wanted)));
    Both.push_back(
        std::make_unique<Exporter>(CI.getDiagnostics(), Given, Read, Into));
    return std::make_unique<MultiplexConsumer>(std::move(Both));
  }

private:
  const Options &Given;
  std::optional<Exported> &Into;
  rpcgen::Model Read;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  Factory(const Options &Given, std::optional<Exported> &Into)
      : Given(Given), Into(Into) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Given, Into);
  }

private:
  const Options &Given;
  std::optional<Exported> &Into;
};

std::vector<std::string> flagsOf(const Options &Given,
                                 const std::string &Include) {
  std::vector<std::string> Flags = {"-std=c++20",
                                    "-fsyntax-only",
                                    "-isystem",
                                    Include,
                                    "-resource-dir=" RPCGEN_RESOURCE_DIR,
                                    "-xc++"};
  for (const std::string &Folder : Given.Tokens.Folders)
    Flags.insert(Flags.end(), {"-I", Folder});
  for (const std::string &Macro : Given.Tokens.Macros)
    Flags.push_back("-D" + Macro);
  return Flags;
}

} // namespace

int exportHeader(const Options &Given, const std::string &Include) {
  if (!llvm::sys::fs::exists(Given.File))
    refuse("there is no file '" + Given.File + "'");
  tooling::FixedCompilationDatabase Commands(".", flagsOf(Given, Include));
  tooling::ClangTool Tool(Commands, {Given.File});
  Tool.setPrintErrorMessage(false);
  std::optional<Exported> Result;
  Factory Actions(Given, Result);
  Tool.run(&Actions);
  if (!Result)
    return 2;
  if (Result->Operations == 0)
    refuse("'" + Given.File + "' has no interface with operations");
  const std::string Stem = llvm::sys::path::stem(Given.File).str();
  if (Given.Folder.empty())
    llvm::outs() << Result->Idl;
  else if (!writeInto(Given.Folder, Stem + ".idl", Result->Idl) ||
           (!Result->Acf.empty() &&
            !writeInto(Given.Folder, Stem + ".acf", Result->Acf)))
    return 2;
  llvm::outs().flush();
  llvm::errs() << Result->Operations << " operations, " << Result->Ready
               << " ready\n";
  return Result->Ready == Result->Operations ? 0 : 1;
}

} // namespace rpc_idl
