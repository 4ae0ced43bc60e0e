//===- Counts.cpp - sizes and lengths that say too much, or too little ----===//

#include "resolve/Constant.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

template <class Visit>
void forEachPair(const Model &M, const char *First, const char *Second,
                 Visit Each) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, First);
    const Attribute *B = find(At.Attributes, Second);
    if (A && B)
      Each(At, *A, *B);
  });
}

void checkSizeAndMax(const Model &M, Reporter &R) {
  forEachPair(M, "size_is", "max_is",
              [&](const Site &At, const Attribute &Size, const Attribute &Max) {
                R.report(Max.Loc, describe(At) + " has both size_is and max_is")
                    .note(Size.Loc, "keep one of them: the size is max_is + 1");
              });
}

void checkLengthAndLast(const Model &M, Reporter &R) {
  forEachPair(
      M, "length_is", "last_is",
      [&](const Site &At, const Attribute &Length, const Attribute &Last) {
        R.report(Last.Loc, describe(At) + " has both length_is and last_is")
            .note(Length.Loc, "keep one of them: the length is last_is - "
                              "first_is + 1");
      });
}

void checkConst(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = findSize(At);
    const Expression *E =
        A && A->Expressions.front() ? &*A->Expressions.front() : nullptr;
    if (E && evaluate(*E).value_or(-1) >= 0)
      R.report(E->Loc, "the size of " + describe(At) +
                           " never changes, and travels all the same")
          .note(At.Loc, "a fixed array has no size on the wire");
  });
}

void checkEqual(const Model &M, Reporter &R) {
  forEachPair(
      M, "size_is", "length_is",
      [&](const Site &At, const Attribute &Size, const Attribute &Length) {
        if (Size.Text == Length.Text)
          R.report(Length.Loc, describe(At) +
                                   " is always sent whole, and its "
                                   "length is sent in addition to its size")
              .note(Length.Loc, "in a new interface, leave out length_is; the "
                                "wire form is another one without it");
      });
}

void checkOnField(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K != Site::Kind::Field)
      return;
    for (const char *Name : {"length_is", "last_is"})
      if (const Attribute *A = find(At.Attributes, Name))
        R.report(A->Loc, "only a part of " + describe(At) +
                             " travels, and the whole of it takes memory "
                             "wherever the structure goes");
  });
}

/// The integer that a count is made of; null if there is none, or several.
const Type *onlyInteger(const Site &At, const Expression &Count) {
  const Type *Only = nullptr;
  unsigned Operands = 0;
  forEachPart(Count, [&](const Expression &E) {
    if (E.K == Expression::Kind::Operand && ++Operands)
      Only = operandType(At, E);
  });
  bool Integer = Operands == 1 && Only && Only->K == Type::Kind::Integer;
  return Integer ? Only : nullptr;
}

void checkSign(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (!Level.Size || !Level.Length)
        return;
      const Type *Size = onlyInteger(At, *Level.Size);
      const Type *Length = onlyInteger(At, *Level.Length);
      if (Size && Length && Size->Signed != Length->Signed)
        R.report(Level.Length->Loc, "the length of " + describe(At) +
                                        " has type '" + display(*Length) +
                                        "', and its size has type '" +
                                        display(*Size) + "'")
            .note(Level.Size->Loc, "let both be signed, or both unsigned");
    });
  });
}

void checkChar(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      const Type *T =
          E.K == Expression::Kind::Operand && findSibling(At, E.Name)
              ? operandType(At, E)
              : nullptr;
      if (T && T->K == Type::Kind::Character)
        R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                            " is the char " + quoteOperand(E) +
                            ", which is signed here and unsigned on the wire")
            .note(E.Loc, "use 'std::uint8_t'");
    });
  });
}

/// A bool, or what C makes of a comparison.
bool isBool(const Site &At, const Expression &E) {
  const Type *T =
      E.K == Expression::Kind::Operand ? operandType(At, E) : nullptr;
  return isTrueOrFalse(E) || (T && T->K == Type::Kind::Boolean);
}

void checkBool(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    for (const CountAttribute &Each : CountAttributes)
      if (const Attribute *A = find(At.Attributes, Each.Name))
        for (const std::optional<Expression> &E : A->Expressions)
          if (E && isBool(At, *E))
            R.report(E->Loc, std::string("the ") + Each.Gives + " of " +
                                 describe(At) +
                                 " is true or false, and should be a number")
                .note(E->Loc, "use 'std::uint32_t', or choose between two "
                              "numbers with ?:");
  });
}

} // namespace

const Rule rpcgen::BoolCount = {"bool-count", Severity::Warning,
                                "a size or length that is a bool", checkBool};

const Rule rpcgen::SizeAndMax = {"size-and-max", Severity::Error,
                                 "size_is and max_is on the same array",
                                 checkSizeAndMax};

const Rule rpcgen::LengthAndLast = {"length-and-last", Severity::Error,
                                    "length_is and last_is on the same array",
                                    checkLengthAndLast};

const Rule rpcgen::SizeConst = {"size-const", Severity::Off,
                                "a size that is a constant", checkConst};

const Rule rpcgen::LengthEqualsSize = {
    "length-equals-size", Severity::Off,
    "length_is that says the same as size_is", checkEqual};

const Rule rpcgen::LengthOnField = {"length-on-field", Severity::Off,
                                    "length_is on a field", checkOnField};

const Rule rpcgen::SizeSignMismatch = {
    "size-sign-mismatch", Severity::Warning,
    "a size and a length of which only one is signed", checkSign};

const Rule rpcgen::CharSign = {"char-sign", Severity::Warning,
                               "a size of type char", checkChar};
