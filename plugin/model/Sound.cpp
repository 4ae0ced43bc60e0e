//===- Sound.cpp ----------------------------------------------------------===//

#include "model/Sound.h"

#include <algorithm>
#include <string_view>
#include <vector>

using namespace rpcgen;

namespace {

std::size_t operandsOf(Expression::Kind K) {
  switch (K) {
  case Expression::Kind::Unary:
  case Expression::Kind::Cast:
    return 1;
  case Expression::Kind::Binary:
    return 2;
  case Expression::Kind::Conditional:
    return 3;
  case Expression::Kind::Literal:
  case Expression::Kind::Operand:
  case Expression::Kind::Present:
  case Expression::Kind::Unknown:
  case Expression::Kind::Invalid:
    return 0;
  }
  return 0; // a description may have any number
}

/// Whether there are as many elements as later stages take for granted.
bool hasItsElements(const Type &T) {
  if (T.K == Type::Kind::Standard && T.Library == StandardClass::Variant)
    return !T.Element.empty();
  if (T.K == Type::Kind::Standard && T.Library <= StandardClass::StringView)
    return T.Element.empty();
  bool HasOne = T.isPointerLike() || T.K == Type::Kind::Standard ||
                T.K == Type::Kind::Pipe || T.K == Type::Kind::Presented;
  return !HasOne || T.Element.size() == 1;
}

bool hasItsExtent(const Type &T) {
  if (T.K == Type::Kind::Array)
    return T.Extent || T.Size || T.String;
  return T.K != Type::Kind::Standard || T.Library != StandardClass::Array ||
         T.Extent;
}

/// Follows what structures and unions hold by value.
class Containment {
public:
  explicit Containment(const Model &Of)
      : M(Of), Structures(Of.Structures.size()), Unions(Of.Unions.size()) {}

  bool hasEnd() {
    for (std::size_t I = 0; I != M.Structures.size(); ++I)
      if (!structure(I))
        return false;
    for (std::size_t I = 0; I != M.Unions.size(); ++I)
      if (!unionOf(I))
        return false;
    return true;
  }

private:
  enum class State { New, Open, Done };

  template <class Visit>
  static bool definition(std::vector<State> &States, std::size_t Index,
                         Visit Members) {
    if (States[Index] != State::New)
      return States[Index] == State::Done;
    States[Index] = State::Open;
    bool Ends = Members();
    States[Index] = State::Done;
    return Ends;
  }

  bool structure(std::size_t Index) {
    return definition(Structures, Index, [&] {
      return std::ranges::all_of(M.Structures[Index].Fields,
                                 [&](const Field &F) { return type(F.T); });
    });
  }

  bool unionOf(std::size_t Index) {
    return definition(Unions, Index, [&] {
      return std::ranges::all_of(M.Unions[Index].Arms,
                                 [&](const Arm &A) { return type(A.F.T); });
    });
  }

  bool type(const Type &T) {
    if (T.K == Type::Kind::Structure)
      return structure(T.Definition);
    if (T.K == Type::Kind::Union)
      return unionOf(T.Definition);
    bool ByValue =
        T.K == Type::Kind::Array || T.K == Type::Kind::Presented ||
        (T.K == Type::Kind::Standard && (T.Library == StandardClass::Array ||
                                         T.Library == StandardClass::Variant));
    return !ByValue || std::ranges::all_of(
                           T.Element, [&](const Type &E) { return type(E); });
  }

  const Model &M;
  std::vector<State> Structures, Unions;
};

} // namespace

std::string rpcgen::faultOf(const Expression &E) {
  constexpr std::string_view Operators[] = {
      "",   "+",  "-",  "*", "/", "%", "<<", ">>", "<", "<=", ">",
      ">=", "==", "!=", "&", "^", "|", "&&", "||", "~", "!",  "?:"};
  constexpr unsigned IntegerBits[] = {1, 8, 16, 32, 64};
  if (!std::ranges::count(Operators, E.Operator))
    return "'" + E.Operator + "' is not an operator";
  if (E.Operands.size() != operandsOf(E.K))
    return "an operand is missing";
  if (E.K == Expression::Kind::Cast && !std::ranges::count(IntegerBits, E.Bits))
    return "no integer has " + std::to_string(E.Bits) + " bits";
  return "";
}

std::string rpcgen::faultOf(const Type &T, const DefinitionCounts &Defined) {
  if (!hasItsElements(T))
    return "a type has the wrong number of elements";
  if (!hasItsExtent(T))
    return "an array has no size";
  bool Known =
      T.K == Type::Kind::Enumeration ? T.Definition < Defined.Enumerations
      : T.K == Type::Kind::Structure ? T.Definition < Defined.Structures
      : T.K == Type::Kind::Union     ? T.Definition < Defined.Unions
                                     : true;
  return Known ? "" : "a type is not defined";
}

std::string rpcgen::faultOf(const Model &M) {
  return Containment(M).hasEnd() ? "" : "a structure holds itself";
}
