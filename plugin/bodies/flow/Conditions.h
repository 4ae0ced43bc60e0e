//===- Conditions.h - what conditions say ---------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_CONDITIONS_H
#define RPCGEN_BODIES_FLOW_CONDITIONS_H

#include "bodies/flow/Assignments.h"

#include "llvm/ADT/FoldingSet.h"

#include <utility>
#include <vector>

namespace rpcgen {

/// What the condition, or a part of one, asks about.
const clang::Expr *asked(const clang::Expr *E);

struct PointerTest {
  const clang::Expr *Pointer; ///< stripped of casts
  bool NotNull;
};

/// What p, !p, p == nullptr and p != nullptr say of pointers, and && and || of
/// those, when the condition has turned out so.
std::vector<PointerTest> testsOfPointers(const clang::Expr *Condition,
                                         bool Holds);

/// Whether a condition that has turned out so says that a number is zero, or a
/// container empty.
bool saysZero(const clang::Expr *E, bool Holds, const Assignments &Assigned,
              const clang::ASTContext &Context);

/// Whether it asks if two conditions turn out alike.
bool isOfTruths(const clang::Expr *Condition);

/// Whether it asks if something is one number, which bounds it if it is.
bool isOfNumber(const clang::BinaryOperator *E,
                const clang::ASTContext &Context);

/// The conditions that must hold, or not, for the whole one to turn out so.
std::vector<std::pair<const clang::Expr *, bool>>
conjunctsOf(const clang::Expr *E, bool Holds);

/// The conditions one of which must hold, or not, for the whole one to turn out
/// so.
std::vector<const clang::Expr *> disjunctsOf(const clang::Expr *E, bool Holds);

/// Makes equal conditions equal: 'a < b', '!(b <= a)' and 'b > a' are one.
/// False if it need not be the same whenever it is asked.
bool profile(const clang::Expr *Condition, bool Holds,
             const clang::ASTContext &Context, llvm::FoldingSetNodeID &Id,
             bool &Is);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_CONDITIONS_H
