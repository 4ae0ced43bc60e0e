//===- Annotated.cpp ------------------------------------------------------===//

#include "Annotated.h"

#include "Consumer.h"
#include "Source.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/FileSystem.h"

using namespace clang;

namespace rpc_idl {
namespace {

/// After the rules: nothing is used that they find errors in.
class Handover final : public ASTConsumer {
public:
  Handover(DiagnosticsEngine &Diagnostics, const rpcgen::Model &Read,
           const HeaderUser &Use)
      : Diagnostics(Diagnostics), Read(Read), Use(Use) {}

  void HandleTranslationUnit(ASTContext &) override {
    if (!Diagnostics.hasErrorOccurred())
      Use(Read, Diagnostics);
  }

private:
  DiagnosticsEngine &Diagnostics;
  const rpcgen::Model &Read;
  const HeaderUser &Use;
};

class HeaderAction final : public ASTFrontendAction {
public:
  explicit HeaderAction(const HeaderUser &Use) : Use(Use) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    rpcgen::Options Wanted;
    Wanted.OnEnd = [this](const rpcgen::Model &M, const auto &) { Read = M; };
    std::vector<std::unique_ptr<ASTConsumer>> Both;
    Both.push_back(std::make_unique<rpcgen::Consumer>(CI, std::move(Wanted)));
    Both.push_back(std::make_unique<Handover>(CI.getDiagnostics(), Read, Use));
    return std::make_unique<MultiplexConsumer>(std::move(Both));
  }

private:
  const HeaderUser &Use;
  rpcgen::Model Read;
};

class HeaderActions final : public tooling::FrontendActionFactory {
public:
  explicit HeaderActions(const HeaderUser &Use) : Use(Use) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<HeaderAction>(Use);
  }

private:
  const HeaderUser &Use;
};

std::vector<std::string> flagsOf(const Options &Given,
                                 const std::string &Include) {
  std::vector<std::string> Flags = compilerFlags(Include);
  Flags.push_back("-xc++");
  if (Given.C == Options::Command::Equal)
    Flags.push_back("-w");
  for (const std::string &Folder : Given.Tokens.Folders)
    Flags.insert(Flags.end(), {"-I", Folder});
  for (const std::string &Macro : Given.Tokens.Macros)
    Flags.push_back("-D" + Macro);
  return Flags;
}

} // namespace

void withHeader(const Options &Given, const std::string &Include,
                const HeaderUser &Use) {
  if (!llvm::sys::fs::exists(Given.File))
    refuse("there is no file '" + Given.File + "'");
  HeaderActions Actions(Use);
  runOver(Given.File, flagsOf(Given, Include), Actions);
}

} // namespace rpc_idl
