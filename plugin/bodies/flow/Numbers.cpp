//===- Numbers.cpp --------------------------------------------------------===//

#include "bodies/flow/Numbers.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

} // namespace

/// V + N, where that is known.
static Value plus(Value V, std::int64_t N) {
  if (V.K == Kind::Number || V.K == Kind::Initial || V.K == Kind::Length)
    return {.K = V.K, .R = V.R, .N = V.N + N};
  if (V.K == Kind::Address && V.R->K == Region::Kind::Element && N != 0)
    V.R = V.R->Parent;
  if (V.K == Kind::Address && N != 0 &&
      (V.N == Value::AtEnd || V.N == Value::BehindEnd))
    V.N = N > 0 ? Value::BehindEnd : 0;
  // An element of the same array, or a number that is made of the same.
  return V.K == Kind::Address || V.K == Kind::Derived ? V : Value();
}

Values plus(const Values &All, std::int64_t N) {
  Values Result;
  for (Value V : All)
    Result.add(plus(V, N));
  return Result;
}

Values plus(const Values &A, const Values &B, int Sign) {
  if (B.only().K == Kind::Number)
    return plus(A, Sign * B.only().N);
  if (A.only().K == Kind::Number && Sign > 0)
    return plus(B, A.only().N);
  Values Result;
  for (Value V : A.where([](const Value &V) { return V.K == Kind::Address; }))
    Result.add(Sign > 0 && V.isMeasuredBy(B.only())
                   ? V.after(B.only())
                   : plus(V, 1)); // or any number
  return Result;
}

std::optional<std::int64_t> folded(BinaryOperatorKind Op, const Values &A,
                                   const Values &B) {
  const Value X = A.only(), Y = B.only();
  if (X.K != Kind::Number || Y.K != Kind::Number)
    return std::nullopt;
  switch (Op) {
  case BO_And:
    return X.N & Y.N;
  case BO_Or:
    return X.N | Y.N;
  case BO_Xor:
    return X.N ^ Y.N;
  default:
    return std::nullopt;
  }
}

static bool isNumberOfClient(const Value &V) {
  return V.K == Kind::Initial || V.K == Kind::Derived;
}

Values derived(const Values &A, const Values &B, const State &Now) {
  Values All, Open;
  for (const Values *Side : {&A, &B})
    if (Side->must(isNumberOfClient))
      for (Value V : *Side) {
        All.add({.K = Kind::Derived, .R = V.R});
        if (!Now.Compared.contains(V.R))
          Open.add({.K = Kind::Derived, .R = V.R});
      }
  return All.empty() ? Value() : Open.empty() ? All : Open;
}

Values derived(const Values &A, const Values &B, const State &Now,
               const RegionSet &Divisors) {
  auto IsBounded = [&](const Value &V) {
    return isNumberOfClient(V) && Now.Compared.contains(V.R) &&
           Divisors.contains(V.R);
  };
  constexpr Value Zero{.K = Kind::Number, .N = 0};
  if (A.only() == Zero || B.only() == Zero)
    return Zero;
  return A.may(IsBounded) || B.may(IsBounded) ? Value() : derived(A, B, Now);
}

Values divided(const Values &Number, BinaryOperatorKind Op, const Value &By,
               const ASTContext &Context) {
  constexpr std::int64_t MaxDivisor = 256;
  constexpr unsigned MinBits = 32; // what is left of fewer is small
  const bool IsSmall = By.K == Kind::Number && By.N >= 0 &&
                       By.N <= (Op == BO_Shr ? 8 : MaxDivisor);
  if (!IsSmall || !Number.must([&](const Value &V) {
        return isNumberOfClient(V) && !V.R->T.isNull() &&
               V.R->T->isIntegerType() &&
               Context.getIntWidth(V.R->T) >= MinBits;
      }))
    return Value();
  Values Result;
  for (Value V : Number)
    Result.add({.K = Kind::Derived, .R = V.R});
  return Result;
}

} // namespace rpcgen
