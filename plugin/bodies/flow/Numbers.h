//===- Numbers.h - arithmetic with values ---------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_NUMBERS_H
#define RPCGEN_BODIES_FLOW_NUMBERS_H

#include "bodies/flow/State.h"

#include <optional>

namespace rpcgen {

/// A number, or a pointer into an array, and so much more.
Values plus(const Values &All, std::int64_t N);

/// The sum, or with Sign -1 the difference, where it is known.
Values plus(const Values &A, const Values &B, int Sign);

/// What the operator makes of two numbers that are known.
std::optional<std::int64_t> folded(clang::BinaryOperatorKind Op,
                                   const Values &A, const Values &B);

/// A number that grows with those of the client's that the two are made of; if
/// some of these have been compared, with the others.
Values derived(const Values &A, const Values &B, const State &Now);

/// The same of a product. That is not known if the function divides by a factor
/// that was compared, as in 'n != 0 && size > limit / n': the other one is
/// compared then unless this one is zero.
Values derived(const Values &A, const Values &B, const State &Now,
               const RegionSet &Divisors);

/// A part of numbers of the client's that is as good as the whole.
Values divided(const Values &Number, clang::BinaryOperatorKind Op,
               const Value &By, const clang::ASTContext &Context);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_NUMBERS_H
