//===- Source.cpp ---------------------------------------------------------===//

#include "Source.h"

#include "Consumer.h"
#include "Import.h"

#include "model/Json.h"
#include "rules/Rules.h"
#include "wire/Forms.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <stdexcept>

using namespace clang;
using llvm::StringRef;

namespace rpc_idl {
namespace {

class Action final : public ASTFrontendAction {
public:
  explicit Action(rpcgen::Model &Read) : Read(Read) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    rpcgen::Options Wanted;
    Wanted.OnEnd = [this](const rpcgen::Model &M, const auto &) { Read = M; };
    return std::make_unique<rpcgen::Consumer>(CI, std::move(Wanted));
  }

private:
  rpcgen::Model &Read;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  explicit Factory(rpcgen::Model &Read) : Read(Read) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Read);
  }

private:
  rpcgen::Model &Read;
};

rpcgen::Model readHeader(const std::string &File,
                         const std::vector<std::string> &Arguments,
                         const std::string &Include) {
  std::vector<std::string> Flags = compilerFlags(Include);
  Flags.insert(Flags.end(), Arguments.begin(), Arguments.end());
  Flags.push_back("-xc++");
  rpcgen::Model Read;
  Factory Actions(Read);
  if (!runOver(File, Flags, Actions))
    throw std::runtime_error("'" + File + "' has errors");
  return Read;
}

rpcgen::Model readIdl(const std::string &File,
                      const std::vector<std::string> &Arguments,
                      const std::string &Include) {
  Options Given;
  Given.File = File;
  Given.Quiet = true;
  takeCompilerOptions(Arguments, Given.Tokens);
  if (auto Found = importModel(Given, Include))
    return std::move(Found->Read);
  throw std::runtime_error("'" + File + "' has errors");
}

/// It may be of anybody's making: what compilers demand of headers holds as
/// well.
rpcgen::Model readDescription(const std::string &File, StringRef Text) {
  rpcgen::Model Read;
  try {
    Read = rpcgen::fromJson({Text.data(), Text.size()});
  } catch (const std::runtime_error &Error) {
    throw std::runtime_error("'" + File + "' is " + Error.what());
  }
  for (const rpcgen::Finding &F : rpcgen::check(rpcgen::wire::Forms(Read)))
    if (F.Level == rpcgen::Severity::Error)
      throw std::runtime_error("'" + File + "' describes what cannot be: " +
                               F.Message + " [" + F.Rule + "]");
  return Read;
}

} // namespace

std::string includeFolder(const char *Program) {
  const std::string Main = llvm::sys::fs::getMainExecutable(
      Program, reinterpret_cast<void *>(&includeFolder));
  for (const char *Folder : {RPCGEN_INCLUDE_DIR, "../include"}) {
    llvm::SmallString<256> Path(llvm::sys::path::parent_path(Main));
    llvm::sys::path::append(Path, Folder);
    if (llvm::sys::fs::exists(Path + "/rpc/rpc.h"))
      return std::string(Path);
  }
  throw std::runtime_error("'rpc/rpc.h' is not where " +
                           llvm::sys::path::filename(Main).str() +
                           " was installed");
}

std::vector<std::string> compilerFlags(const std::string &Include) {
  return {"-std=c++20",    "-Wno-pragma-once-outside-header",
          "-fsyntax-only", "-isystem",
          Include,         "-resource-dir=" RPCGEN_RESOURCE_DIR};
}

bool runOver(const std::string &File, const std::vector<std::string> &Flags,
             tooling::FrontendActionFactory &Actions) {
  std::vector<std::string> Words = {"clang++"};
  Words.insert(Words.end(), Flags.begin(), Flags.end());
  Words.push_back(File);
  auto Files = llvm::makeIntrusiveRefCnt<FileManager>(FileSystemOptions());
  return tooling::ToolInvocation(std::move(Words), &Actions, Files.get(),
                                 std::make_shared<PCHContainerOperations>())
      .run();
}

rpcgen::Model readSource(const std::string &File,
                         const std::vector<std::string> &Arguments,
                         const std::string &Include) {
  auto Text = llvm::MemoryBuffer::getFile(File);
  if (!Text)
    throw std::runtime_error("cannot read '" + File +
                             "': " + Text.getError().message());
  rpcgen::Model Read;
  if (StringRef(File).ends_with(".idl"))
    Read = readIdl(File, Arguments, Include);
  else if (StringRef(File).ends_with(".json"))
    Read = readDescription(File, (*Text)->getBuffer());
  else
    Read = readHeader(File, Arguments, Include);
  if (Read.Interfaces.empty())
    throw std::runtime_error("'" + File + "' has no interface");
  return Read;
}

} // namespace rpc_idl
