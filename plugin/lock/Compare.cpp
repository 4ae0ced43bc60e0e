//===- Compare.cpp --------------------------------------------------------===//

#include "lock/Compare.h"
#include "lock/Names.h"
#include "rules/support/Types.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace rpcgen;

namespace {

using wire::Construct;
using wire::Member;

/// Without what C++ makes of it, and the [ref] pointer that a parameter is.
const Construct &onWire(const Construct &C) {
  if (const auto *P = C.as<wire::Presented>())
    return onWire(P->By.front());
  const auto *P = C.as<wire::Pointer>();
  return P && !P->Travels ? onWire(P->To.front()) : C;
}

/// That of a fixed array of one, which travels as its element does, where the
/// other is no array; or null.
const Construct *onlyElement(const Construct &C, const Construct &Other) {
  const auto *A = C.as<wire::Array>();
  const bool IsOne =
      A && A->Extent == 1 && !A->Size && !A->Length && !A->String;
  return IsOne && !Other.as<wire::Array>() ? &A->Of.front() : nullptr;
}

/// Whether all bits mean something, with a sign or without.
bool isWholeNumber(const wire::Scalar &S) {
  return !S.Refuses &&
         (S.Of == Type::Kind::Integer || S.Of == Type::Kind::Character ||
          S.Of == Type::Kind::WideCharacter);
}

class Comparison {
public:
  Comparison(const Side &New, const Side &Old, Contexts &Handles,
             const Wording &W)
      : New(New.All), Old(Old.All), NewAround(New.Around),
        OldAround(Old.Around), Handles(Handles), Words(W), Here(New.Whole),
        There(Old.Whole) {}

  /// Members are compared by their places: names do not travel. They only help
  /// to find those that are too many.
  void members(std::vector<Member> Is, std::vector<Member> Was,
               const std::string &Before) {
    while (Is.size() != Was.size()) {
      auto [A, B] =
          std::ranges::mismatch(Is, Was, {}, &Member::Name, &Member::Name);
      if (Is.size() > Was.size()) {
        in(Before, &*A, nullptr, [&] { misread(Words.New); });
        Is.erase(A);
      } else {
        in(Before, nullptr, &*B, [&] { misread(Words.Gone); });
        Was.erase(B);
      }
    }
    for (std::size_t I = 0; I != Is.size(); ++I)
      both(Before, Is[I], Was[I]);
  }

  std::vector<Difference> Found;

private:
  /// One of them may be missing.
  template <class Function>
  void in(const std::string &Before, const Member *Is, const Member *Was,
          Function Visit) {
    auto Placed = [](const Member *M, Location Around) {
      return M && M->Loc ? M->Loc : Around;
    };
    std::string Above =
        std::exchange(Path, Path + Before + (Is ? Is : Was)->Name);
    Location Around = std::exchange(Here, Placed(Is, Here)),
             OldAround = std::exchange(There, Placed(Was, There));
    Visit();
    Path = std::move(Above);
    Here = Around;
    There = OldAround;
  }

  void both(const std::string &Before, const Member &Is, const Member &Was) {
    in(Before, &Is, &Was, [&] {
      if (!Is.C.as<wire::Nothing>())
        names("is called ", Is, Was);
      constructs(Is.C, Was.C);
    });
  }

  /// Verb is "is called ".
  void names(const std::string &Verb, const auto &Is, const auto &Was) {
    if (isSameName(Is.Name, Was.Name))
      return;
    Difference &D = add(Verb + quote(Is.Name) + Words.AndIs + quote(Was.Name),
                        false, false, false);
    D.K = Difference::Kind::Name;
    D.Loc = Is.Loc;
    D.OldLoc = Was.Loc;
  }

  void enumerators(const Enumeration &Is, const Enumeration &Was) {
    names("is the enum ", Is, Was);
    for (const Enumerator &E : Is.Enumerators) {
      const Enumerator *Other = nullptr;
      for (const Enumerator &Each : Was.Enumerators)
        if (Each.Value == E.Value && (!Other || isSameName(Each.Name, E.Name)))
          Other = &Each;
      if (Other)
        names("has the enumerator ", E, *Other);
    }
  }

  std::string is(const std::string &Is, const std::string &Was) const {
    return "is " + Is + Words.AndIs + Was;
  }
  std::string has(const std::string &Is, const std::string &Was) const {
    return "has " + Is + Words.AndHas + Was;
  }

  Difference &add(std::string What, bool NewToOld, bool OldToNew,
                  bool Misread) {
    return Found.emplace_back(Difference{.Path = Path,
                                         .Loc = Here,
                                         .OldLoc = There,
                                         .What = std::move(What),
                                         .NewToOld = NewToOld,
                                         .OldToNew = OldToNew,
                                         .Misread = Misread});
  }
  void misread(std::string What) { add(std::move(What), true, true, true); }

  void constructs(const Construct &IsWhole, const Construct &WasWhole) {
    const Construct &Is = onWire(IsWhole), &Was = onWire(WasWhole);
    if (const Construct *Only = onlyElement(Is, Was))
      return constructs(*Only, Was);
    if (const Construct *Only = onlyElement(Was, Is))
      return constructs(Is, *Only);
    if (layoutOf(New, Is) != layoutOf(Old, Was))
      return misread(is(nameOf(New, Is), nameOf(Old, Was)));
    std::visit(
        [&]<class Kind>(const Kind &Each) {
          if (const Kind *Other = Was.as<Kind>())
            kinds(Each, *Other);
        },
        Is.V);
    // What is being compared already is equal until it turns out not to be.
    const void *Definition = definitionOf(New, Is);
    if (Definition && !Seen.emplace(Definition, definitionOf(Old, Was)).second)
      return;
    auto A = New.choiceOf(Is), B = Old.choiceOf(Was);
    if (A && B)
      choices(*A, *B, New.alignmentOf(Is), Old.alignmentOf(Was));
    else if (const auto *S = Is.as<wire::Structure>(),
             *T = Was.as<wire::Structure>();
             S && T)
      structures(S->Definition, T->Definition);
  }

  /// The structure or union that it is a use of; null for anything else.
  static const void *definitionOf(const wire::Forms &All, const Construct &C) {
    if (const auto *S = C.as<wire::Structure>())
      return &All.Structures[S->Definition];
    const auto *U = C.as<wire::Union>();
    return U ? &All.Unions[U->Definition] : nullptr;
  }

  /// Of these the layout is all, or what they hold.
  void kinds(const auto &, const auto &) {}

  void kinds(const wire::Scalar &Is, const wire::Scalar &Was) {
    if (Is.Enum && Was.Enum)
      enumerators(*Is.Enum, *Was.Enum);
    bool ToOld = !Was.Takes.contains(Is.Sends);
    bool ToNew = !Is.Takes.contains(Was.Sends);
    if (!ToOld && !ToNew)
      return;
    Difference &D = add(is(nameWithRange(Is), nameWithRange(Was)), ToOld, ToNew,
                        (ToOld && !Was.Refuses) || (ToNew && !Is.Refuses));
    if (isWholeNumber(Is) && isWholeNumber(Was))
      D.K = Difference::Kind::Sign;
    if (Is.Enum && ToOld)
      for (const Enumerator &E : Is.Enum->Enumerators)
        if (!Was.Takes.contains(E.Value))
          D.Notes.push_back(
              {E.Loc, quote(E.Name) + " is " + std::to_string(E.Value)});
  }

  void kinds(const wire::Pointer &Is, const wire::Pointer &Was) {
    using Class = wire::Pointer::Class;
    if (Is.To.empty())
      return;
    bool ToOld = Is.Sends > Was.Takes, ToNew = Was.Sends > Is.Takes;
    // An alias that a receiver does not look for.
    bool Misread = (ToOld && Is.Sends == Class::Full) ||
                   (ToNew && Was.Sends == Class::Full);
    if (ToOld || ToNew)
      add(is(nameOf(Is), nameOf(Was)), ToOld, ToNew, Misread);
    constructs(Is.To.front(), Was.To.front());
  }

  void kinds(const wire::Array &Is, const wire::Array &Was) {
    bool ToOld = !Was.Takes.contains(Is.Takes);
    bool ToNew = !Is.Takes.contains(Was.Takes);
    if (ToOld || ToNew)
      add(has(countOf(Is), countOf(Was)), ToOld, ToNew, false);
    if (Is.Size && Was.Size)
      correlation("has size ", *Is.Size, Words.AndHas, *Was.Size);
    else if (Is.Size)
      add(has("size " + quote(Correlation(*Is.Size, NewAround).Text),
              "one of its own"),
          false, true, false);
    else if (Was.Size)
      add(has("a size of its own",
              "size " + quote(Correlation(*Was.Size, OldAround).Text)),
          true, false, false);
    if (Is.Length) {
      const Expression Zero;
      correlation("has length ", *Is.Length, Words.AndHas, *Was.Length);
      correlation("has first element ", Is.First.value_or(Zero), Words.AndHas,
                  Was.First.value_or(Zero));
    }
    if (Is.NullWithCount != Was.NullWithCount)
      add(Is.NullWithCount ? Words.NewNull : Words.LostNull, Is.NullWithCount,
          Was.NullWithCount, false);
    constructs(Is.Of.front(), Was.Of.front());
  }

  void kinds(const wire::Pipe &Is, const wire::Pipe &Was) {
    constructs(Is.Of.front(), Was.Of.front());
  }

  void kinds(const wire::Union &Is, const wire::Union &Was) {
    if (Is.Discriminant && Was.Discriminant)
      correlation("is selected by ", *Is.Discriminant, Words.AndIs + "by ",
                  *Was.Discriminant);
  }

  /// The receiver compares it with what travels.
  void correlation(const std::string &Verb, const Expression &Is,
                   const std::string &Before, const Expression &Was) {
    const Correlation A(Is, NewAround), B(Was, OldAround);
    if (A.Key != B.Key)
      add(Verb + quote(A.Text) + Before + quote(B.Text), true, true, false);
  }

  /// Handles of one type are of one type on the other side as well.
  void kinds(const wire::ContextHandle &Is, const wire::ContextHandle &Was) {
    const std::string &NewName =
        Handles.NewOf.try_emplace(Was.Context, Is.Context).first->second;
    const std::string &OldName =
        Handles.OldOf.try_emplace(Is.Context, Was.Context).first->second;
    bool ToNew = NewName != Is.Context, ToOld = OldName != Was.Context;
    if (ToNew || ToOld)
      add(Words.OtherHandle, ToOld, ToNew, false).IsHandle = true;
  }

  void structures(std::size_t Is, std::size_t Was) {
    const std::size_t Before = Found.size();
    Siblings NewOuter =
                 std::exchange(NewAround, siblingsIn(New.M.Structures[Is])),
             OldOuter =
                 std::exchange(OldAround, siblingsIn(Old.M.Structures[Was]));
    names("is the struct ", New.M.Structures[Is], Old.M.Structures[Was]);
    members(New.Structures[Is], Old.Structures[Was], ".");
    NewAround = std::move(NewOuter);
    OldAround = std::move(OldOuter);
    bool Reported =
        std::any_of(Found.begin() + static_cast<std::ptrdiff_t>(Before),
                    Found.end(), [](const Difference &D) { return D.Misread; });
    if (!Reported)
      alignments(New.alignmentOf({wire::Structure{Is}}),
                 Old.alignmentOf({wire::Structure{Was}}), {0, 1});
  }

  /// The widest arm aligns what the union is in, and in NDR64 all other arms.
  void alignments(const wire::Bytes &Is, const wire::Bytes &Was,
                  std::initializer_list<std::size_t> Syntaxes) {
    for (std::size_t I : Syntaxes)
      if (Is[I] != Was[I])
        return misread(is("aligned to " + std::to_string(Is[I]) + " bytes",
                          "to " + std::to_string(Was[I])));
  }

  // Unions. What a discriminant selects is a question to each of them, since
  // a case may be one of its own here and one of the default there.

  void choices(const wire::Choice &Is, const wire::Choice &Was,
               const wire::Bytes &IsAligned, const wire::Bytes &WasAligned) {
    const Construct &IsWhole = onWire(Is.Tag.C), &WasWhole = onWire(Was.Tag.C);
    if (layoutOf(New, IsWhole) != layoutOf(Old, WasWhole))
      return misread(has("a discriminant of " + nameOf(New, IsWhole),
                         "one of " + nameOf(Old, WasWhole)));
    const wire::Scalar None, *IsScalar = IsWhole.as<wire::Scalar>(),
                             *WasScalar = WasWhole.as<wire::Scalar>();
    const wire::Scalar &IsTag = IsScalar ? *IsScalar : None,
                       &WasTag = WasScalar ? *WasScalar : None;
    if (Is.MsUnion != Was.MsUnion &&
        (hasNarrowArm(New, Is) || hasNarrowArm(Old, Was)))
      misread(Is.MsUnion ? is("an ms_union", "not one")
                         : is("not an ms_union", "one"));
    else if (Is.MsUnion)
      alignments(IsAligned, WasAligned, {0, 1});
    else
      alignments(IsAligned, WasAligned, {1});

    std::set<std::int64_t> Cases;
    for (const wire::Choice *U : {&Is, &Was})
      for (const auto &Arm : U->Arms)
        Cases.insert(Arm.Cases.begin(), Arm.Cases.end());
    std::set<std::pair<const Member *, const Member *>> Compared;
    auto Both = [&](const Member &A, const Member &B) {
      if (Compared.insert({&A, &B}).second)
        both(".", A, B);
    };
    for (std::int64_t Case : Cases) {
      const Member *A = Is.armOf(Case), *B = Was.armOf(Case);
      bool ToOld = A && IsTag.Sends.contains(Case) &&
                   !(B && WasTag.Takes.contains(Case));
      bool ToNew = B && WasTag.Sends.contains(Case) &&
                   !(A && IsTag.Takes.contains(Case));
      if (ToOld || ToNew)
        in(".", A, B, [&] {
          add((ToOld ? Words.NewCase : Words.LostCase) + std::to_string(Case),
              ToOld, ToNew, false);
        });
      if (A && B)
        Both(*A, *B);
    }

    const Member *NewRest = Is.defaultArm(), *OldRest = Was.defaultArm();
    if (!hasOthers(IsTag, Cases))
      NewRest = nullptr;
    if (!hasOthers(WasTag, Cases))
      OldRest = nullptr;
    if (NewRest && OldRest) {
      Both(*NewRest, *OldRest);
      in(".", &Is.Tag, &Was.Tag, [&] { kinds(IsTag, WasTag); });
    } else if (NewRest) {
      in(".", NewRest, nullptr,
         [&] { add(Words.NewDefault, true, false, false); });
    } else if (OldRest) {
      add(Words.LostDefault, false, true, false);
    }
  }

  /// Whether a discriminant may be something else than these cases.
  static bool hasOthers(const wire::Scalar &Tag,
                        const std::set<std::int64_t> &Cases) {
    auto Inside = std::ranges::count_if(
        Cases, [&](std::int64_t Case) { return Tag.Sends.contains(Case); });
    return Tag.Sends.High - Tag.Sends.Low + 1 > Inside;
  }

  /// Whether [ms_union] aligns some arm more than it would be.
  static bool hasNarrowArm(const wire::Forms &All, const wire::Choice &Of) {
    std::set<unsigned> Alignments;
    for (const Member &Arm : Of.Arms)
      if (!Arm.C.as<wire::Nothing>())
        Alignments.insert(All.alignmentOf(Arm.C)[0]);
    return Alignments.size() > 1;
  }

  const wire::Forms &New, &Old;
  Siblings NewAround, OldAround;
  Contexts &Handles;
  const Wording &Words;
  Location Here, There;
  std::string Path;
  std::set<std::pair<const void *, const void *>> Seen;
};

} // namespace

bool rpcgen::isSameName(std::string_view A, std::string_view B) {
  if (A.empty() || B.empty())
    return true;
  for (std::string_view *Name : {&A, &B})
    while (Name->ends_with('_'))
      Name->remove_suffix(1);
  return A == B;
}

std::vector<Difference> rpcgen::compare(const Side &New, const Side &Old,
                                        Contexts &Handles, const Wording &W) {
  Comparison C(New, Old, Handles, W);
  C.members(New.Message, Old.Message, "");
  return std::move(C.Found);
}
