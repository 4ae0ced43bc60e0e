//===- Database.cpp -------------------------------------------------------===//

#include "Database.h"
#include "Files.h"
#include "Idl.h"

#include "clang/Basic/Version.h"
#if CLANG_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
namespace driver = clang;
#else
#include "clang/Driver/Options.h"
namespace driver = clang::driver;
#endif
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CommonOptionsParser.h"

#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"

#include <set>
#include <stdexcept>

using namespace clang::tooling;
namespace options = driver::options;

namespace rpc_check {
namespace {

/// A database may be of another compiler, whose options clang does not know.
CommandLineArguments withoutForeignOptions(const CommandLineArguments &Command,
                                           llvm::StringRef) {
  std::vector<const char *> Words;
  for (const std::string &Word : Command)
    Words.push_back(Word.c_str());
  unsigned MissingIndex, MissingCount;
  const llvm::opt::InputArgList Parsed = driver::getDriverOptTable().ParseArgs(
      llvm::ArrayRef(Words).drop_front(), MissingIndex, MissingCount,
      llvm::opt::Visibility(options::ClangOption));
  std::set<std::size_t> Foreign;
  for (const llvm::opt::Arg *A : Parsed.filtered(options::OPT_UNKNOWN))
    Foreign.insert(A->getIndex() + 1);
  CommandLineArguments Result;
  for (std::size_t I = 0; I < Command.size(); ++I)
    if (!Foreign.contains(I))
      Result.push_back(Command[I]);
  return Result;
}

[[noreturn]] void refuseWithout(const std::string &Where) {
  throw std::runtime_error(
      "no compile_commands.json in " + Where +
      ": name its folder with -p (CMake writes it with "
      "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON), or write the options of the "
      "compiler after the files, as in 'rpc-check echo.h -- -std=c++20'");
}

} // namespace

std::unique_ptr<CompilationDatabase> readDatabase(const Options &O) {
  if (O.Command) {
    if (O.Files.empty())
      throw std::runtime_error("no file is named before '--'");
    std::vector<std::string> Command{"-xc++"}; // a header is no C
    Command.insert(Command.end(), O.Command->begin(), O.Command->end());
    return std::make_unique<FixedCompilationDatabase>(".", Command);
  }
  // IDL needs no command.
  if (O.BuildPath.empty() && !O.Files.empty() && llvm::all_of(O.Files, isIdl))
    return std::make_unique<FixedCompilationDatabase>(
        ".", std::vector<std::string>());
  const std::string Near =
      O.Files.empty()
          ? absolutePath(".")
          : std::string(llvm::sys::path::parent_path(absolutePath(O.Files[0])));
  std::string Ignored;
  auto Found =
      O.BuildPath.empty()
          ? CompilationDatabase::autoDetectFromDirectory(Near, Ignored)
          : CompilationDatabase::loadFromDirectory(O.BuildPath, Ignored);
  if (!Found)
    refuseWithout(O.BuildPath.empty() ? "'" + Near + "' or a folder around it"
                                      : "'" + O.BuildPath + "'");
  auto Adjusted =
      std::make_unique<ArgumentsAdjustingCompilations>(std::move(Found));
  Adjusted->appendArgumentsAdjuster(withoutForeignOptions);
  return Adjusted;
}

} // namespace rpc_check
