//===- Plugin.cpp - where clang enters ------------------------------------===//

#include "Clang.h"
#include "Consumer.h"
#include "lock/Lock.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"

using namespace clang;

namespace rpcgen {
namespace {

class Action final : public PluginASTAction {
protected:
  ActionType getActionType() override { return AddBeforeMainAction; }

  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    DiagnosticsEngine &Diags = CI.getDiagnostics();
    for (const std::string &Argument : Arguments)
      if (std::string Wrong = apply(Argument); !Wrong.empty()) {
        Diags.Report(Diags.getCustomDiagID(DiagnosticsEngine::Error,
                                           "rpcgen cannot take the argument "
                                           "'%0': %1"))
            << Argument << Wrong;
        return false;
      }
    bool Writes =
        CI.getFrontendOpts().ProgramAction == frontend::ParseSyntaxOnly;
    if (!Given.Folder.empty() && !Writes) {
      Diags.Report(Diags.getCustomDiagID(
          DiagnosticsEngine::Error,
          "rpcgen writes files under -fsyntax-only alone: an object compile "
          "has no side effects"));
      return false;
    }
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    // What a header with stubs is warned of was said when they were written.
    Options Saying = Given;
    if (!Given.Bodies)
      Saying.To = [Print = printer(CI.getDiagnostics()),
                   &CI](const Finding &F) {
        if (F.Level != Severity::Warning ||
            !comesWithStubs(CI.getSourceManager(),
                            SourceLocation::getFromRawEncoding(F.Loc.Raw)))
          Print(F);
      };
    return std::make_unique<Consumer>(CI, Saying);
  }

private:
  /// What is wrong with the argument, as a sentence; "" if nothing is.
  std::string apply(llvm::StringRef Argument) {
    if (startsWith(Argument, "W"))
      return applyArgument(Given.Wanted, Argument);
    if (Argument == "bodies")
      Given.Bodies = true;
    else if (Argument == "remarks")
      Given.Remarks = true;
    else if (Argument.consume_front("out=") && !Argument.empty())
      Given.Folder = Argument.str();
    else if (Argument.consume_front("lock="))
      return readLock(Argument.str(), Given.Locks);
    else
      return "there are out=<folder>, lock=<file>, bodies, remarks, W<rule>, "
             "Wno-<rule> and Werror=<rule>";
    return "";
  }

  Options Given;
};

FrontendPluginRegistry::Add<Action>
    Registered("rpcgen", "remote procedure call stubs from annotated headers");

} // namespace
} // namespace rpcgen
