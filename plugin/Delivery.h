//===- Delivery.h - which stubs are where ---------------------------------===//
#ifndef RPCGEN_DELIVERY_H
#define RPCGEN_DELIVERY_H

#include "emit/Select.h"
#include "model/Finding.h"
#include "model/Interface.h"
#include "wire/Forms.h"

#include "clang/Basic/SourceLocation.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace clang {
class CompilerInstance;
class Sema;
class SourceManager;
} // namespace clang

namespace rpcgen {

/// Whether the file of the location is read by the one that has its stubs, as a
/// file delivery has written it.
bool comesWithStubs(const clang::SourceManager &Sources,
                    clang::SourceLocation At);

/// What has been delivered in one translation unit, and how.
class Delivery {
public:
  Delivery(clang::CompilerInstance &CI, std::string Folder)
      : CI(CI), Folder(std::move(Folder)) {}

  bool intoFiles() const { return !Folder.empty(); }

  /// What a request for the stubs of the interface, or of all if it is "", is
  /// answered with: what has not been delivered before.
  Selection select(clang::Sema &S, const Model &M, const std::string &Namespace,
                   clang::SourceLocation Request);

  /// Makes the parser go on with the text after the request. Nothing happens if
  /// the header of the request is read by the file that has its stubs.
  void enter(const std::string &Text, clang::SourceLocation Request) const;

  /// Whether stubs of the interface were asked for.
  bool has(clang::Sema &S, const Interface &I);

  /// The operation that the interface got after its stubs; null without one.
  const Operation *lateOperation(const Interface &I) const;

  /// Writes the files that were asked for. Returns what is wrong.
  std::vector<Finding> writeFiles(const wire::Forms &All) const;

private:
  struct FileRequest {
    std::string Namespace;
    std::set<std::string> Delivered; ///< interfaces, before this request
  };

  void mergeEarlier(clang::Sema &S);

  clang::CompilerInstance &CI;
  const std::string Folder; ///< "" for none
  std::set<std::string> Delivered;
  /// How many operations each interface had when it was delivered.
  std::map<std::string, std::size_t> OperationsSeen;
  std::vector<FileRequest> FileRequests;
};

} // namespace rpcgen

#endif // RPCGEN_DELIVERY_H
