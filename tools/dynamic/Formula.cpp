//===- Formula.cpp --------------------------------------------------------===//
#include "Formula.h"

#include "Memory.h"

#include "model/Operands.h"

#include <cstdint>

using namespace dynamic;
using rpc::ndr::checked;
using rpcgen::Expression;
using rpcgen::Type;

namespace {

class Evaluator {
public:
  Evaluator(const Scope &In, const void *Self) : In(In), Self(Self) {}

  checked operator()(const Expression &E) const {
    switch (E.K) {
    case Expression::Kind::Literal:
      return E.Value;
    case Expression::Kind::Operand:
    case Expression::Kind::Present:
      return operand(E);
    case Expression::Kind::Unary:
      return unary(E.Operator, (*this)(E.Operands[0]));
    case Expression::Kind::Binary:
      return binary(E.Operator, (*this)(E.Operands[0]), (*this)(E.Operands[1]));
    case Expression::Kind::Conditional:
      return choose((*this)(E.Operands[0]), (*this)(E.Operands[1]),
                    (*this)(E.Operands[2]));
    case Expression::Kind::Cast:
      return cast(E, (*this)(E.Operands[0]));
    case Expression::Kind::Unknown:
    case Expression::Kind::Invalid:
      break;
    }
    return {}; // Rules have rejected it.
  }

private:
  static checked unary(const std::string &Operator, checked A) {
    switch (Operator[0]) {
    case '-':
      return -A;
    case '~':
      return ~A;
    case '!':
      return !A;
    default:
      return +A;
    }
  }

  static checked binary(const std::string &Operator, checked A, checked B) {
    struct Row {
      const char *Operator;
      checked (*Compute)(checked, checked);
    };
    static constexpr Row Table[] = {
        {"+", [](checked A, checked B) { return A + B; }},
        {"-", [](checked A, checked B) { return A - B; }},
        {"*", [](checked A, checked B) { return A * B; }},
        {"/", [](checked A, checked B) { return A / B; }},
        {"%", [](checked A, checked B) { return A % B; }},
        {"<<", [](checked A, checked B) { return A << B; }},
        {">>", [](checked A, checked B) { return A >> B; }},
        {"&", [](checked A, checked B) { return A & B; }},
        {"|", [](checked A, checked B) { return A | B; }},
        {"^", [](checked A, checked B) { return A ^ B; }},
        {"==", [](checked A, checked B) { return A == B; }},
        {"!=", [](checked A, checked B) { return A != B; }},
        {"<", [](checked A, checked B) { return A < B; }},
        {">", [](checked A, checked B) { return A > B; }},
        {"<=", [](checked A, checked B) { return A <= B; }},
        {">=", [](checked A, checked B) { return A >= B; }},
        {"&&", [](checked A, checked B) { return A && B; }},
        {"||", [](checked A, checked B) { return A || B; }}};
    for (const Row &Each : Table)
      if (Operator == Each.Operator)
        return Each.Compute(A, B);
    return {};
  }

  static checked cast(const Expression &To, checked A) {
    using rpc::ndr::as;
    switch (To.Bits) {
    case 1:
      return as<bool>(A);
    case 8:
      return To.Signed ? as<std::int8_t>(A) : as<std::uint8_t>(A);
    case 16:
      return To.Signed ? as<std::int16_t>(A) : as<std::uint16_t>(A);
    case 32:
      return To.Signed ? as<std::int32_t>(A) : as<std::uint32_t>(A);
    default:
      return To.Signed ? as<std::int64_t>(A) : as<std::uint64_t>(A);
    }
  }

  checked operand(const Expression &E) const {
    for (std::size_t N = 0; N < In.Names.size(); ++N)
      if (In.Names[N] == E.Name)
        return follow(*In.Types[N], E,
                      static_cast<const std::byte *>(Self) + In.Offsets[N]);
    return {};
  }

  /// The elements of an empty array are not read.
  checked follow(const Type &Sibling, const Expression &E,
                 const void *At) const {
    for (const Expression *Size : rpcgen::sizesBefore(Sibling, E)) {
      const checked Count = (*this)(*Size);
      if (!Count.valid())
        return Count;
      if (Count.value() <= 0)
        return checked::nothing();
    }
    const Type *T = &Sibling;
    for (unsigned N = rpcgen::countSteps(Sibling, E); N > 0; --N) {
      if (T->K != Type::Kind::Array) { // whose first element is where it is
        At = pointerAt(At);
        if (!At)
          return checked::nothing();
      }
      T = rpcgen::pointeeOf(*T);
    }
    if (E.K == Expression::Kind::Present)
      return checked(pointerAt(At) != nullptr);
    return numberAt(*T, At);
  }

  checked numberAt(const Type &T, const void *At) const {
    switch (T.K) {
    case Type::Kind::Boolean:
      return integerAt(At, 1, false);
    case Type::Kind::Character:
      return integerAt(At, 1, false);
    case Type::Kind::WideCharacter:
      return integerAt(At, 2, false);
    case Type::Kind::Enumeration: {
      const rpcgen::Enumeration &Of = In.M->Enumerations[T.Definition];
      return integerAt(At, Of.Bits / 8, Of.Signed);
    }
    case Type::Kind::Integer: {
      const bool Beyond = !T.Signed && T.Bits == 64;
      const std::int64_t Value = integerAt(At, T.Bits / 8, T.Signed);
      return Beyond ? checked(static_cast<std::uint64_t>(Value))
                    : checked(Value);
    }
    default:
      return {}; // Rules have rejected it.
    }
  }

  const Scope &In;
  const void *Self;
};

template <class Visit> void forEachOperand(const Expression &E, Visit Each) {
  if (E.namesSibling())
    Each(E);
  for (const Expression &Part : E.Operands)
    forEachOperand(Part, Each);
}

} // namespace

checked Formula::evaluate(const void *Self) const {
  return Evaluator(In, Self)(Of);
}

rpc::ndr::due Formula::due() const {
  bool Follows = false, Reads = false;
  forEachOperand(Of, [&](const Expression &Operand) {
    for (std::size_t N = 0; N < In.Names.size(); ++N)
      if (In.Names[N] == Operand.Name) {
        Reads |= !rpcgen::sizesBefore(*In.Types[N], Operand).empty();
        Follows |= rpcgen::followsPointer(*In.Types[N], Operand);
      }
  });
  using rpc::ndr::due;
  if (In.IsFrame)
    return Reads ? due::last : due::at_end;
  return Reads     ? due::with_sizes
         : Follows ? due::with_referents
                   : due::with_members;
}

rpc::ndr::correlated Formula::correlated(const Formula *F) {
  if (!F)
    return {};
  return {{[](const void *Self, const void *How) {
             return static_cast<const Formula *>(How)->evaluate(Self);
           },
           F},
          F->due()};
}
