//===- Compare.cpp --------------------------------------------------------===//

#include "lock/Compare.h"
#include "rules/Types.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace rpcgen;

namespace {

std::string print(Wide Value) {
  return Value < 0 ? std::to_string(static_cast<std::int64_t>(Value))
                   : std::to_string(static_cast<std::uint64_t>(Value));
}

/// "uint32", "uint32 from 0 to 5".
std::string nameOf(const Construct &F) {
  if (F.K != Construct::Kind::Scalar || !F.Refuses)
    return F.Name;
  return F.Name + " from " + print(F.Takes.Low) + " to " + print(F.Takes.High);
}

std::string countOf(const Construct &F) {
  if (F.Takes.High > INT64_MAX)
    return F.Takes.Low > 0 ? print(F.Takes.Low) + " elements or more"
                           : "any number of elements";
  return print(F.Takes.Low) + " to " + print(F.Takes.High) + " elements";
}

std::string is(const std::string &New, const std::string &Old) {
  return "is " + New + ", and was " + Old;
}

class Comparison {
public:
  Comparison(const Constructs &New, const Constructs &Old, Contexts &Handles)
      : New(New), Old(Old), Handles(Handles) {}

  /// Members are compared by their places: names do not travel. They only help
  /// to find the one that is too many.
  void members(const std::vector<Member> &Is, const std::vector<Member> &Was,
               const std::string &Before) {
    if (Is.size() != Was.size()) {
      auto [A, B] =
          std::ranges::mismatch(Is, Was, {}, &Member::Name, &Member::Name);
      bool More = Is.size() > Was.size();
      const Member &Odd = More ? *A : *B;
      return in(Before, Odd, More ? Odd.Loc : Here,
                [&] { misread(More ? "is new" : "is gone"); });
    }
    for (std::size_t I = 0; I != Is.size(); ++I)
      in(Before, Is[I], Is[I].Loc,
         [&] { constructs(Is[I].Index, Was[I].Index); });
  }

  std::vector<Difference> Found;
  Location Here;

private:
  template <class Function>
  void in(const std::string &Before, const Member &M, Location Loc,
          Function Visit) {
    std::string Above = std::exchange(Path, Path + Before + M.Name);
    Location Around = std::exchange(Here, Loc ? Loc : Here);
    Visit();
    Path = std::move(Above);
    Here = Around;
  }

  Difference &add(std::string What, bool NewToOld, bool OldToNew,
                  bool Misread) {
    return Found.emplace_back(Difference{.Path = Path,
                                         .Loc = Here,
                                         .What = std::move(What),
                                         .NewToOld = NewToOld,
                                         .OldToNew = OldToNew,
                                         .Misread = Misread});
  }
  void misread(std::string What) { add(std::move(What), true, true, true); }

  void constructs(std::size_t IsIndex, std::size_t WasIndex) {
    const Construct &Is = New[IsIndex], &Was = Old[WasIndex];
    if (Is.K != Was.K || Is.Layout != Was.Layout)
      return misread(is(Is.Name, Was.Name));
    switch (Is.K) {
    case Construct::Kind::Empty:
      return;
    case Construct::Kind::Scalar:
      return scalars(Is, Was);
    case Construct::Kind::Pointer:
      pointers(Is, Was);
      return constructs(Is.Inner, Was.Inner);
    case Construct::Kind::Array:
      arrays(Is, Was);
      return constructs(Is.Inner, Was.Inner);
    case Construct::Kind::Pipe:
      return constructs(Is.Inner, Was.Inner);
    case Construct::Kind::Context:
      return contexts(Is.Context, Was.Context);
    case Construct::Kind::Switched:
      if (Is.Discriminant && Was.Discriminant)
        correlation("is selected by ", *Is.Discriminant, "was by ",
                    *Was.Discriminant);
      return constructs(Is.Inner, Was.Inner);
    case Construct::Kind::Structure:
    case Construct::Kind::Union:
      // What is being compared already is equal until it turns out not to be.
      if (!Seen.insert({IsIndex, WasIndex}).second)
        return;
      return Is.K == Construct::Kind::Union ? unions(Is, Was)
                                            : structures(Is, Was);
    }
  }

  void scalars(const Construct &Is, const Construct &Was) {
    bool ToOld = !Was.Takes.contains(Is.Sends);
    bool ToNew = !Is.Takes.contains(Was.Sends);
    if (!ToOld && !ToNew)
      return;
    Difference &D = add(is(nameOf(Is), nameOf(Was)), ToOld, ToNew,
                        (ToOld && !Was.Refuses) || (ToNew && !Is.Refuses));
    if (Is.Enum && ToOld)
      for (const Enumerator &E : Is.Enum->Enumerators)
        if (!Was.Takes.contains(E.Value))
          D.Notes.push_back(
              {E.Loc, quote(E.Name) + " is " + std::to_string(E.Value)});
  }

  void pointers(const Construct &Is, const Construct &Was) {
    bool ToOld = Is.Sends.High > Was.Takes.High;
    bool ToNew = Was.Sends.High > Is.Takes.High;
    // An alias that a receiver does not look for.
    bool Misread = (ToOld && Is.Sends.contains(Construct::Full)) ||
                   (ToNew && Was.Sends.contains(Construct::Full));
    if (ToOld || ToNew)
      add(is(Is.Name, Was.Name), ToOld, ToNew, Misread);
  }

  void arrays(const Construct &Is, const Construct &Was) {
    bool ToOld = !Was.Takes.contains(Is.Sends);
    bool ToNew = !Is.Takes.contains(Was.Sends);
    if (ToOld || ToNew)
      add("has " + countOf(Is) + ", and had " + countOf(Was), ToOld, ToNew,
          false);
    if (Is.Size && Was.Size)
      correlation("has size ", *Is.Size, "had ", *Was.Size);
    else if (Is.Size)
      add("has size " + quote(Is.Size->Text) + ", and had one of its own",
          false, true, false);
    else if (Was.Size)
      add("has a size of its own, and had size " + quote(Was.Size->Text), true,
          false, false);
    if (Is.Length)
      correlation("has length ", *Is.Length, "had ", *Was.Length);
    if (Is.First)
      correlation("has first element ", *Is.First, "had ", *Was.First);
    if (Is.NullWithCount != Was.NullWithCount)
      add(Is.NullWithCount ? "may be null with a count now"
                           : "may not be null with a count any more",
          Is.NullWithCount, Was.NullWithCount, false);
  }

  /// The receiver compares it with what travels.
  void correlation(const std::string &Verb, const Correlation &Is,
                   const std::string &Before, const Correlation &Was) {
    if (Is.Key != Was.Key)
      add(Verb + quote(Is.Text) + ", and " + Before + quote(Was.Text), true,
          true, false);
  }

  /// Handles of one type are of one type on the other side as well.
  void contexts(const std::string &Is, const std::string &Was) {
    const std::string &NewName =
        Handles.NewOf.try_emplace(Was, Is).first->second;
    const std::string &OldName =
        Handles.OldOf.try_emplace(Is, Was).first->second;
    bool ToNew = NewName != Is, ToOld = OldName != Was;
    if (ToNew || ToOld)
      add("is a context handle of another type than before", ToOld, ToNew,
          false)
          .IsHandle = true;
  }

  void structures(const Construct &Is, const Construct &Was) {
    const std::size_t Before = Found.size();
    members(Is.Members, Was.Members, ".");
    bool Told =
        std::any_of(Found.begin() + static_cast<std::ptrdiff_t>(Before),
                    Found.end(), [](const Difference &D) { return D.Misread; });
    if (!Told)
      alignments(Is, Was, {0, 1});
  }

  /// The widest arm aligns what the union is in, and in NDR64 all other arms.
  void alignments(const Construct &Is, const Construct &Was,
                  std::initializer_list<std::size_t> Syntaxes) {
    for (std::size_t I : Syntaxes)
      if (Is.Alignment[I] != Was.Alignment[I])
        return misread("is aligned to " + std::to_string(Is.Alignment[I]) +
                       " bytes, and was to " +
                       std::to_string(Was.Alignment[I]));
  }

  // Unions. What a discriminant selects is a question to each of them, since
  // a case may be one of its own here and one of the default there.

  static const Member *armOf(const Construct &Union, std::int64_t Case) {
    auto Found = Union.Arms.find(Case);
    return Found != Union.Arms.end() ? &Found->second
           : Union.Default           ? &*Union.Default
                                     : nullptr;
  }

  void unions(const Construct &Is, const Construct &Was) {
    const Member &Tag = Is.Members.front();
    const Construct &IsTag = New[Tag.Index];
    const Construct &WasTag = Old[Was.Members.front().Index];
    if (IsTag.Layout != WasTag.Layout)
      return misread("has a discriminant of " + IsTag.Name +
                     ", and had one of " + WasTag.Name);
    if (Is.MsUnion != Was.MsUnion &&
        (hasNarrowArm(New, Is) || hasNarrowArm(Old, Was)))
      misread(Is.MsUnion ? "is an ms_union, and was not one"
                         : "is not an ms_union, and was one");
    else if (Is.MsUnion)
      alignments(Is, Was, {0, 1});
    else
      alignments(Is, Was, {1});

    std::set<std::int64_t> Cases;
    for (const Construct *U : {&Is, &Was})
      for (const auto &[Case, Arm] : U->Arms)
        Cases.insert(Case);
    std::set<std::pair<std::size_t, std::size_t>> Compared;
    auto Both = [&](const Member &A, const Member &B) {
      if (Compared.insert({A.Index, B.Index}).second)
        in(".", A, A.Loc, [&] { constructs(A.Index, B.Index); });
    };
    for (std::int64_t Case : Cases) {
      const Member *A = armOf(Is, Case), *B = armOf(Was, Case);
      bool ToOld = A && IsTag.Sends.contains(Case) &&
                   !(B && WasTag.Takes.contains(Case));
      bool ToNew = B && WasTag.Sends.contains(Case) &&
                   !(A && IsTag.Takes.contains(Case));
      if (ToOld || ToNew)
        in(".", A ? *A : *B, A ? A->Loc : Here, [&] {
          add((ToOld ? "has a new case " : "has lost the case ") +
                  std::to_string(Case),
              ToOld, ToNew, false);
        });
      if (A && B)
        Both(*A, *B);
    }

    bool NewRest = Is.Default && hasOthers(IsTag, Cases);
    bool OldRest = Was.Default && hasOthers(WasTag, Cases);
    if (NewRest && OldRest) {
      Both(*Is.Default, *Was.Default);
      in(".", Tag, Tag.Loc, [&] { scalars(IsTag, WasTag); });
    } else if (NewRest) {
      in(".", *Is.Default, Is.Default->Loc,
         [&] { add("is a new default", true, false, false); });
    } else if (OldRest) {
      add("has lost its default", false, true, false);
    }
  }

  /// Whether a discriminant may be something else than these cases.
  static bool hasOthers(const Construct &Tag,
                        const std::set<std::int64_t> &Cases) {
    auto Inside = std::ranges::count_if(
        Cases, [&](std::int64_t Case) { return Tag.Sends.contains(Case); });
    return Tag.Sends.High - Tag.Sends.Low + 1 > Inside;
  }

  /// Whether [ms_union] aligns some arm more than it would be.
  static bool hasNarrowArm(const Constructs &All, const Construct &Union) {
    std::set<unsigned> Alignments;
    auto Add = [&](const Member &Arm) {
      if (All[Arm.Index].K != Construct::Kind::Empty)
        Alignments.insert(All[Arm.Index].Alignment[0]);
    };
    for (const auto &[Case, Arm] : Union.Arms)
      Add(Arm);
    if (Union.Default)
      Add(*Union.Default);
    return Alignments.size() > 1;
  }

  const Constructs &New, &Old;
  Contexts &Handles;
  std::string Path;
  std::set<std::pair<std::size_t, std::size_t>> Seen;
};

} // namespace

std::vector<Difference> rpcgen::compare(const Side &New, const Side &Old,
                                        Location Whole, Contexts &Handles) {
  Comparison C(New.All, Old.All, Handles);
  C.Here = Whole;
  C.members(New.Message, Old.Message, "");
  return std::move(C.Found);
}
