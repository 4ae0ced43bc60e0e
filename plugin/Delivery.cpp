//===- Delivery.cpp -------------------------------------------------------===//

#include "Delivery.h"
#include "deliver/Enter.h"
#include "deliver/Files.h"
#include "emit/Emit.h"
#include "model/Json.h"
#include "model/Problem.h"
#include "read/Delivered.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/Sema.h"

#include "llvm/Support/Path.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The namespaces of interfaces among what has been delivered.
std::set<std::string> interfacesIn(const Model &M,
                                   const std::set<std::string> &Delivered) {
  std::set<std::string> Result;
  for (const Interface &I : M.Interfaces)
    if (Delivered.contains(I.Namespace))
      Result.insert(I.Namespace);
  return Result;
}

Finding failure(const Problem &What, Location Loc, std::string Message) {
  return {
      std::string(What.Name), Severity::Error, Loc, std::move(Message), {}, {}};
}

} // namespace

bool comesWithStubs(const SourceManager &Sources, SourceLocation At) {
  FileID Header = Sources.getFileID(Sources.getFileLoc(At));
  StringRef Name = Sources.getFilename(Sources.getLocForStartOfFile(Header));
  StringRef Reader = Sources.getFilename(Sources.getIncludeLoc(Header));
  return llvm::sys::path::filename(Reader) ==
         (llvm::sys::path::stem(Name) + ".rpc.h").str();
}

Selection Delivery::select(Sema &S, const Model &M,
                           const std::string &Namespace,
                           SourceLocation Request) {
  Delivered.merge(deliveredBefore(S));
  if (intoFiles() && CI.getSourceManager().isInMainFile(Request))
    FileRequests.push_back({Namespace, interfacesIn(M, Delivered)});
  Selection Selected = rpcgen::select(M, Namespace, Delivered);
  for (std::size_t I : Selected.Interfaces)
    OperationsSeen[M.Interfaces[I].Namespace] =
        M.Interfaces[I].Operations.size();
  return Selected;
}

void Delivery::enter(const std::string &Text, SourceLocation Request) const {
  enterText(CI.getPreprocessor(), Text, Request);
}

bool Delivery::has(Sema &S, const Interface &I) {
  Delivered.merge(deliveredBefore(S));
  return Delivered.contains(I.Namespace) ||
         OperationsSeen.contains(I.Namespace);
}

const Operation *Delivery::lateOperation(const Interface &I) const {
  auto Seen = OperationsSeen.find(I.Namespace);
  return Seen == OperationsSeen.end() || Seen->second >= I.Operations.size()
             ? nullptr
             : &I.Operations[Seen->second];
}

std::vector<Finding> Delivery::writeFiles(const wire::Forms &All) const {
  const Model &M = All.M;
  SourceManager &Sources = CI.getSourceManager();
  SourceLocation Begin = Sources.getLocForStartOfFile(Sources.getMainFileID());
  const std::string Main = Sources.getFilename(Begin).str();
  const std::string Include = llvm::sys::path::filename(Main).str();
  if (FileRequests.empty())
    return {
        failure(problem::StubsMissing, {Begin.getRawEncoding()},
                "'" + Include + "' has no [[rpc::stubs]] to write files for")};

  // Layouts of other headers are in theirs, too: a file needs no other one.
  Selection Wanted;
  std::set<std::string> Written;
  for (const FileRequest &Request : FileRequests) {
    Written.insert(Request.Delivered.begin(), Request.Delivered.end());
    Selection More = rpcgen::select(M, Request.Namespace, Written);
    llvm::append_range(Wanted.Interfaces, More.Interfaces);
    llvm::append_range(Wanted.Types, More.Types);
  }
  std::vector<Finding> Wrong;
  auto Write = [&](const char *Extension, const std::string &Text) {
    llvm::SmallString<128> Path(Folder);
    llvm::sys::path::append(Path, llvm::sys::path::stem(Main) + Extension);
    if (std::error_code Error = writeIfChanged(Path, Text))
      Wrong.push_back(failure(problem::File, {},
                              "cannot write '" + std::string(Path) +
                                  "': " + Error.message()));
  };
  Write(".rpc.h", emitHeader(All, Wanted, Include));
  Write(".rpc.json", toJson(M));
  return Wrong;
}

} // namespace rpcgen
