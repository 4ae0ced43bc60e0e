//===- Session.h - the attributes of one compilation ----------------------===//
//
// Clang creates its attribute handlers before there is a compilation and tells
// them of none. The one that runs on this thread is found here.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_ATTR_SESSION_H
#define RPCGEN_ATTR_SESSION_H

#include "attr/Capture.h"
#include "attr/Doubles.h"
#include "model/Finding.h"
#include "model/Problem.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <functional>
#include <string>
#include <vector>

namespace clang {
class Decl;
class Preprocessor;
class Sema;
} // namespace clang

namespace rpcgen {

/// The place of [[rpc::stubs(name)]].
struct StubsRequest {
  clang::SourceLocation Loc;
  std::string Interface; ///< "" for all
};

class Session {
public:
  using StubsHandler = std::function<void(clang::Sema &, const StubsRequest &)>;

  using FindingHandler = std::function<void(const Finding &)>;

  /// Watches the tokens of `PP`, which outlives the session. `InInterface`
  /// says whether the parser is in one.
  Session(clang::Preprocessor &PP, StubsHandler OnStubs,
          FindingHandler OnFinding, std::function<bool()> InInterface);
  ~Session();
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;

  /// The session of the compilation on this thread, or null.
  static Session *current();

  /// Reports the attributes that clang has handed to no declaration. After an
  /// error only those that cannot follow from it.
  void reportUnapplied();

  /// Reports the attributes that lack our namespace and are meant to have it.
  /// `Declared` says what an interface is written in.
  void reportOthers(
      const std::function<std::vector<clang::SourceRange>()> &Declared);

  /// Reports that the attribute is wrong. The note, if there is one, says what
  /// to write.
  void error(const WrittenAttribute &Attribute, const Problem &What,
             std::string Message, std::string Note = "");

  /// Reports that stubs cannot do yet what the attribute says. Rules judge it
  /// all the same.
  void unbuilt(const WrittenAttribute &Attribute);

  /// Whether there was an attribute of ours.
  bool any() const { return Captured.any(); }

  /// Whether an attribute was wrong.
  bool failed() const { return Failed; }

  /// Whether an attribute was one that stubs cannot do yet.
  bool isUnbuilt() const { return Unbuilt; }

  Capture Captured;
  /// Declarations that have an attribute, in order.
  std::vector<const clang::Decl *> Annotated;
  const StubsHandler OnStubs;

private:
  /// `Meant` is what is to be written instead, if that is certain.
  void report(const WrittenAttribute &Attribute, const Problem &What,
              std::string Message, std::string Note,
              std::string_view Meant = "");
  void reportUnknown(const WrittenAttribute &Attribute);
  void endStubs(const WrittenAttribute &Attribute, clang::SourceLocation End,
                const clang::Token &Next);
  bool isOutsideInterfaces(const OtherAttribute &A, std::string_view Meant);
  void reportOther(const OtherAttribute &Attribute, std::string_view Meant);
  bool isDouble(const clang::Diagnostic &Info);
  bool refuse(llvm::function_ref<bool(const WrittenAttribute &)> IsThere);

  const FindingHandler OnFinding;
  const std::function<bool()> InInterface;
  clang::Preprocessor &PP;
  bool Failed = false;
  bool Unbuilt = false;
  Session *const Outer; ///< of a compilation that waits for this one
  std::shared_ptr<Doubles::Decision> Said;
};

} // namespace rpcgen

#endif // RPCGEN_ATTR_SESSION_H
