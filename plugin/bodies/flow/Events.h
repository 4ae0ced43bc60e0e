//===- Events.h - what a function does that rules look at -----------------===//
#ifndef RPCGEN_BODIES_FLOW_EVENTS_H
#define RPCGEN_BODIES_FLOW_EVENTS_H

#include "bodies/flow/Calls.h"
#include "bodies/flow/Exceptions.h"
#include "bodies/flow/State.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/DenseMap.h"

#include <vector>

namespace rpcgen {

/// A value goes into a variable or into memory.
struct Store {
  const clang::Expr *Where; ///< the lvalue, or what is assigned to one
  const Region *To;
  Values Old, New;
  const clang::Expr *Value; ///< null for ++ and --

  /// Whether there is what was there before. Of several objects that is known
  /// only if it was null where the one in this place was.
  bool changesNothing() const {
    return New == Old && (!New.may([](const rpcgen::Value &V) {
             return V.K == rpcgen::Value::Kind::Address && V.R->isMany();
           }) || New.may([this](const rpcgen::Value &V) {
             return V.K == rpcgen::Value::Kind::Null && V.R == To &&
                    !To->isMany();
           }));
  }
};

/// A function of the table in Calls.cpp is called, or operator new or delete.
struct Call {
  const clang::Expr *At;
  const KnownFunction *Of;
  llvm::SmallVector<Values, 3> Arguments;
  State Before;
};

/// A pointer is followed, or an element of a container is used.
struct Dereference {
  const clang::Expr *Pointer; ///< or the container
  Values Of;
  const clang::Expr *Index; ///< of p[i]; else null
  Values IndexOf;
  RegionSet Compared; ///< numbers of the client's, before this
  RegionSet Examined; ///< before this
  Way Taken;
  bool Bulk = false;      ///< by memcpy and its like, of any number of bytes
  bool OfElement = false; ///< Pointer is a container, whose element is used
};

/// More is written than text is long.
struct Overrun {
  const clang::Expr *At;
  const Region *Text;
};

/// What is read was not set: by nothing, or by a call that has failed.
struct Read {
  const clang::Expr *At;
  Values Of;
  Way Taken;
};

/// Something that outlives the call gets hold of a pointer.
struct Retention {
  const clang::Expr *At;
  Values What;
  const Region *To = nullptr; ///< where it is kept; null if that is not known
};

/// Something is pulled from a pipe, or pushed into it.
struct PipeUse {
  const clang::Expr *At;
  Values Of;
  bool Pushes;
  State Before;
};

/// The function returns.
struct Exit {
  clang::SourceLocation At;
  const clang::Expr *Result; ///< null without one
  Values Returned;
  State After;
};

/// An exception leaves the function.
struct Throw {
  const clang::Expr *At;
  ThrownNames Names;
  State Before;
};

struct Events {
  std::vector<Store> Stores;
  std::vector<Call> Calls;
  std::vector<Dereference> Dereferences;
  std::vector<Overrun> Overruns;
  std::vector<Read> Reads;
  std::vector<Retention> Retentions;
  std::vector<PipeUse> PipeUses;
  std::vector<Exit> Exits;
  std::vector<Throw> Throws;
  /// Memory of several objects: pointers led to more than the first of them.
  RegionSet Indexed;
  /// Held a pointer that a condition found not to be null, on some way.
  RegionSet Tested;
  /// Where calls of operations are made.
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> Made;
  /// What happens in a function that is called is an event of the call. Here is
  /// where it happens, the last one for each call.
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> Inside;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_EVENTS_H
