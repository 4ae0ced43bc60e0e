//===- Pipeline.h - from declarations to delivered stubs ------------------===//
#ifndef RPCGEN_PIPELINE_H
#define RPCGEN_PIPELINE_H

#include "attr/Session.h"
#include "model/Finding.h"
#include "model/Interface.h"
#include "model/Problem.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace clang {
class CompilerInstance;
class Sema;
} // namespace clang

namespace rpcgen {

/// The stages in their order, for one compilation.
class Pipeline {
public:
  /// Writes files into `Folder` as well, unless it is empty.
  Pipeline(clang::CompilerInstance &CI, std::string Folder);

  /// At the end of the translation unit.
  void finish(clang::Sema &S);

private:
  struct FileRequest {
    std::string Interface;
    std::set<std::string> Delivered; ///< before this request
  };

  void deliver(clang::Sema &S, const StubsRequest &Request);
  std::optional<std::string> find(const Model &M, const StubsRequest &Request);
  bool isSound(const Model &Resolved);
  void reportLateOperations(const Model &M);
  void writeFiles(const Model &M);
  void writeFile(const std::string &Stem, const char *Extension,
                 const std::string &Text);
  void error(Location Loc, const Problem &What, std::string Message);

  clang::CompilerInstance &CI;
  const std::string Folder;
  Session Attributes;
  std::set<std::string> Delivered;
  /// How many operations each interface had when it was delivered.
  std::map<std::string, std::size_t> OperationsSeen;
  std::set<std::tuple<std::string, std::uint32_t, std::string>> Reported;
  std::vector<FileRequest> FileRequests;
};

} // namespace rpcgen

#endif // RPCGEN_PIPELINE_H
