//===- Idl.cpp ------------------------------------------------------------===//

#include "Idl.h"
#include "Collector.h"
#include "Files.h"

#include "Import.h"
#include "Source.h"

#include "llvm/ADT/StringRef.h"

#include <stdexcept>

namespace rpc_check {
namespace {

Place placeOf(const rpc_idl::FilePlace &At) {
  if (At.Path.empty())
    return {};
  return {absolutePath(At.Path), At.Line, At.Column};
}

Result resultOf(const rpc_idl::Placed &P) {
  Result R;
  R.At = placeOf(P.At);
  R.Rule = P.Found.Rule;
  R.Message = P.Found.Message;
  R.L = levelOf(P.Found.Level);
  for (std::size_t I = 0; I < P.Notes.size(); ++I)
    R.Notes.push_back({placeOf(P.Notes[I]), P.Found.Notes[I].Message});
  return R;
}

} // namespace

bool isIdl(const std::string &File) {
  return llvm::StringRef(File).ends_with(".idl");
}

Unit checkIdl(const clang::tooling::CompilationDatabase &Commands,
              const std::string &File, const Arguments &More,
              const rpcgen::Options &Given) {
  rpc_idl::Options Read;
  Read.File = File;
  rpc_idl::takeCompilerOptions(More.Before, Read.Tokens);
  for (const auto &Command : Commands.getCompileCommands(File))
    rpc_idl::takeCompilerOptions(Command.CommandLine, Read.Tokens);
  rpc_idl::takeCompilerOptions(More.After, Read.Tokens);

  Unit Result;
  try {
    const rpc_idl::Judgement Found =
        rpc_idl::judgeIdl(Read, rpc_idl::includeFolder("rpc-check"), Given);
    Result.Errors = Found.Errors;
    for (const rpc_idl::Placed &P : Found.Findings)
      // What was written in other words is no finding.
      if (P.Found.Level != rpcgen::Severity::Remark || Given.Remarks)
        Result.Results.push_back(resultOf(P));
    if (!Found.Declared.Find)
      return Result;
    auto PlaceOf = [&](rpcgen::Location Loc) {
      return placeOf(Found.Declared.Find(Loc));
    };
    Result.Declared.add(Found.Declared.Read, PlaceOf);
    if (Result.Errors.empty() &&
        std::ranges::none_of(Result.Results, [](const rpc_check::Result &R) {
          return R.L == Level::Error;
        }))
      Result.Interfaces = outlinesOf(Found.Declared.Read, PlaceOf);
  } catch (const std::runtime_error &Error) {
    Result.Errors = std::string(Error.what()) + "\n";
  }
  return Result;
}

} // namespace rpc_check
