//===- Value.h - what a variable or expression may hold -------------------===//
#ifndef RPCGEN_BODIES_FLOW_VALUE_H
#define RPCGEN_BODIES_FLOW_VALUE_H

#include "bodies/flow/Region.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <compare>
#include <cstdint>

namespace rpcgen {

struct Value {
  enum class Kind {
    Unknown,       ///< with E: a result of the call E, which has failed
    Uninitialized, ///< with E: likewise
    Null, ///< of a pointer. With R: that in R was null when it was sent, or
          ///< there is no R. With E: a result of the call E, which has failed
    Address, ///< of R; an lvalue is its address too. With E: released there
    Number,  ///< N
    Initial, ///< what R held when the function was called, plus N
    Derived, ///< a number that was computed from that
    Length,  ///< of the text in R, plus N
    Outcome  ///< whether the condition E held, or the call E failed
  };

  /// As N of an Address: the memory has been released, or has a new owner; of
  /// text, that of its zero, or of what follows that.
  static constexpr std::int64_t Released = 1, Owned = 2, AtEnd = 3,
                                BehindEnd = 4;

  Kind K = Kind::Unknown;
  const Region *R = nullptr;
  std::int64_t N = 0;
  const clang::Expr *E = nullptr;

  /// Whether it is a number that the client may choose.
  bool isOfClient() const {
    return K == Kind::Initial || K == Kind::Derived || K == Kind::Length;
  }

  /// Whether it is the address of text whose length, or more, N is.
  bool isMeasuredBy(const Value &Length) const {
    return K == Kind::Address && N == 0 && Length.K == Kind::Length &&
           Length.R == R && Length.N >= 0;
  }
  /// Where one comes by going on for that length.
  Value after(const Value &Length) const {
    return {.K = K, .R = R, .N = Length.N > 0 ? BehindEnd : AtEnd};
  }

  friend bool operator==(const Value &, const Value &) = default;
  friend bool operator<(const Value &A, const Value &B) {
    auto Key = [](const Value &V) {
      return std::tuple(V.K, V.R ? V.R->Id + 1 : 0, V.N, V.E);
    };
    return Key(A) < Key(B);
  }
};

/// The values that something may have, depending on the way taken. None: the
/// place cannot be reached.
class Values {
public:
  Values() = default;
  Values(Value Only) : All{Only} {}

  auto begin() const { return All.begin(); }
  auto end() const { return All.end(); }
  bool empty() const { return All.empty(); }
  std::size_t size() const { return All.size(); }

  void add(Value V) {
    auto At = llvm::lower_bound(All, V);
    if (isAnything() || (At != All.end() && *At == V))
      return;
    All.insert(At, V);
    if (All.size() > MaxSize || V == Anything)
      All.assign(1, Anything);
  }
  void add(const Values &More) {
    for (Value V : More)
      add(V);
  }

  /// Whether there are values, and all satisfy the condition.
  template <class Condition> bool must(Condition C) const {
    return !All.empty() && llvm::all_of(All, C);
  }
  template <class Condition> bool may(Condition C) const {
    return llvm::any_of(All, C);
  }
  bool must(Value::Kind K) const {
    return must([K](const Value &V) { return V.K == K; });
  }
  bool may(Value::Kind K) const {
    return may([K](const Value &V) { return V.K == K; });
  }

  /// The values for which the condition holds.
  template <class Condition> Values where(Condition C) const {
    Values Result;
    for (Value V : All)
      if (C(V))
        Result.All.push_back(V);
    return Result;
  }
  Values without(Value::Kind K) const {
    return where([K](const Value &V) { return V.K != K; });
  }

  /// The one value; Unknown if there are more, or none.
  Value only() const { return All.size() == 1 ? All.front() : Value(); }

  friend bool operator==(const Values &A, const Values &B) {
    return A.All == B.All;
  }

private:
  /// Too many values, which stay so: otherwise a loop would have no fixpoint.
  static constexpr Value Anything{.K = Value::Kind::Unknown, .N = 1};
  bool isAnything() const { return All.size() == 1 && All.front() == Anything; }

  static constexpr std::size_t MaxSize = 8;
  llvm::SmallVector<Value, 2> All; ///< sorted
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_VALUE_H
