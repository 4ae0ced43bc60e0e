#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::Char32 && T.Why != Obstacle::ExtendedFloat &&
      T.Why != Obstacle::Int128)
    return;
  auto Has = [&](const char *Word) {
    return T.Spelling.find(Word) != std::string::npos;
  };
  const char *Instead =
      T.Why == Obstacle::Char32   ? "'char16_t' or 'std::uint32_t'"
      : T.Why == Obstacle::Int128 ? "a struct of two 'std::uint64_t'"
      : Has("_Complex")           ? "a struct of two 'double'"
      : Has("vector")             ? "'std::array'"
                                  : "'double'";
  reportObstacle(R, At, T, typed(At, T) + ", which has no wire form",
                 std::string("write ") + Instead);
}

DEFINE_RULE(TypeNotTransmissible) = {"type-not-transmissible", Severity::Error,
                                     "a scalar type without a wire form",
                                     check};
