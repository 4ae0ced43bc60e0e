//===- Equal.cpp ----------------------------------------------------------===//

#include "lock/Equal.h"
#include "lock/Compare.h"
#include "lock/Names.h"
#include "model/Uuid.h"
#include "rules/support/Types.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

using namespace rpcgen;

namespace {

Wording otherWords(const std::string &File) {
  const std::string In = "in " + quote(File);
  return {.AndIs = ", and " + In + " ",
          .AndHas = ", and " + In + " ",
          .New = "is not " + In,
          .Gone = "is " + In + " only",
          .NewCase = "has, and " + In + " has not, the case ",
          .LostCase = "has not, and " + In + " has, the case ",
          .NewDefault = "is a default arm, and " + In + " there is none",
          .LostDefault = "has no default arm, and " + In + " has one",
          .NewNull = "may be null with a count, and " + In + " may not",
          .LostNull = "may not be null with a count, and " + In + " may",
          .OtherHandle = "is a context handle of another type than " + In};
}

std::string directionOf(const Parameter &P) {
  return P.Dir.In && P.Dir.Out ? "[in, out]" : P.Dir.Out ? "[out]" : "[in]";
}

std::string versionOf(const Interface &I) {
  return std::to_string(I.Major) + "." + std::to_string(I.Minor);
}

/// Those that are on both sides, or on one.
template <class Each> struct Pair {
  const Each *Is = nullptr, *Was = nullptr;
};
template <class Each> using Pairs = std::vector<Pair<Each>>;

/// Pairs of the first list's and the second list's, by each way of matching in
/// turn; then what is left.
template <class Each, class... Ways>
Pairs<Each> pairUp(std::vector<const Each *> Is, std::vector<const Each *> Was,
                   Ways... Match) {
  Pairs<Each> Found;
  auto By = [&](auto Way) {
    std::erase_if(Is, [&](const Each *A) {
      auto B =
          std::ranges::find_if(Was, [&](const Each *X) { return Way(*A, *X); });
      if (B == Was.end())
        return false;
      Found.push_back({A, *B});
      Was.erase(B);
      return true;
    });
  };
  (By(Match), ...);
  for (const Each *A : Is)
    Found.push_back({A, nullptr});
  for (const Each *B : Was)
    Found.push_back({nullptr, B});
  return Found;
}

/// What is too many on one side is found by the names, as members are.
Pairs<Parameter> pairParameters(const Operation &Is, const Operation &Was) {
  auto Travelling = [](const Operation &O) {
    std::vector<const Parameter *> All;
    for (const Parameter &P : O.Parameters)
      if (P.T.K != Type::Kind::BindingHandle)
        All.push_back(&P);
    return All;
  };
  const auto A = Travelling(Is), B = Travelling(Was);
  Pairs<Parameter> Found;
  std::size_t I = 0, J = 0;
  while (I != A.size() || J != B.size()) {
    const std::size_t LeftA = A.size() - I, LeftB = B.size() - J;
    const bool Same = LeftA && LeftB && isSameName(A[I]->Name, B[J]->Name);
    if (LeftA == LeftB || Same)
      Found.push_back({A[I++], B[J++]});
    else if (LeftA > LeftB)
      Found.push_back({A[I++], nullptr});
    else
      Found.push_back({nullptr, B[J++]});
  }
  return Found;
}

class TextComparison {
public:
  TextComparison(const InterfaceText &One, const InterfaceText &Other)
      : One(One), Other(Other), Words(otherWords(Other.Name)) {}

  Equality run() {
    auto Remote = [](const InterfaceText &T) {
      std::vector<const Interface *> All;
      for (const Interface &I : T.All.M.Interfaces)
        if (!I.Local)
          All.push_back(&I);
      return All;
    };
    for (auto [Is, Was] : pairUp(
             Remote(One), Remote(Other),
             [](const Interface &A, const Interface &B) {
               return A.Uuid == B.Uuid && A.Major == B.Major;
             },
             [](const Interface &A, const Interface &B) {
               return A.Uuid == B.Uuid;
             },
             [](const Interface &A, const Interface &B) {
               return isSameName(A.Name, B.Name);
             }))
      if (Is && Was)
        interfaces(*Is, *Was);
      else if (Is && One.IsOwn(*Is))
        single(Is->Operations, Is->Loc, {}, "interface " + quote(Is->Name),
               Words.New);
      else if (Was && Other.IsOwn(*Was))
        single(Was->Operations, {}, Was->Loc, "interface " + quote(Was->Name),
               Words.Gone);
    return std::move(Result);
  }

private:
  void add(Difference::Kind K, Location Is, Location Was,
           const std::string &Subject, const std::string &What) {
    const Location Here = Is ? One.Locate(Is) : Other.Locate(Was);
    const Location There = Is && Was ? Other.Locate(Was) : Location();
    // What types differ in, each operation that has them would repeat.
    const bool IsNew = Said.emplace(Here.Raw, There.Raw, What).second;
    const bool IsError = K == Difference::Kind::Form;
    if (IsError)
      Result.IsEqual = IsSame = false;
    if (!IsNew)
      return;
    Finding &F = Result.Findings.emplace_back(
        Finding{IsError                       ? "wire-differs"
                : K == Difference::Kind::Sign ? "sign-differs"
                                              : "renamed",
                IsError ? Severity::Error : Severity::Remark,
                Here,
                Subject + " " + What,
                {},
                {}});
    if (There)
      F.Notes.push_back({There, quote(Other.Name) + " has it here"});
  }
  void differs(Location Is, Location Was, const std::string &Subject,
               const std::string &What) {
    add(Difference::Kind::Form, Is, Was, Subject, What);
  }

  void rename(const auto &Is, const auto &Was, const std::string &Subject) {
    if (!isSameName(Is.Name, Was.Name))
      add(Difference::Kind::Name, Is.Loc, Was.Loc, Subject,
          "is called " + quote(Was.Name) + " in " + quote(Other.Name));
  }

  void single(const std::vector<Operation> &Operations, Location Is,
              Location Was, const std::string &Subject,
              const std::string &What) {
    Result.Operations +=
        static_cast<std::size_t>(std::ranges::count_if(Operations, isRemote));
    differs(Is, Was, Subject, What);
  }

  void interfaces(const Interface &Is, const Interface &Was) {
    const std::string Subject = "interface " + quote(Is.Name);
    rename(Is, Was, Subject);
    if (Is.Uuid != Was.Uuid)
      differs(Is.Loc, Was.Loc, Subject,
              "has uuid " + formatUuid(Is.Uuid) + Words.AndHas +
                  formatUuid(Was.Uuid));
    if (versionOf(Is) != versionOf(Was))
      differs(Is.Loc, Was.Loc, Subject,
              "has version " + versionOf(Is) + Words.AndHas + versionOf(Was));
    auto Remote = [](const Interface &I) {
      std::vector<const Operation *> All;
      for (const Operation &O : I.Operations)
        if (isRemote(O))
          All.push_back(&O);
      return All;
    };
    Pairs<Operation> All = pairUp(
        Remote(Is), Remote(Was),
        [](const Operation &A, const Operation &B) {
          return isSameName(A.Name, B.Name);
        },
        [](const Operation &A, const Operation &B) {
          return A.Opnum == B.Opnum;
        });
    std::ranges::sort(All, {}, [](const Pair<Operation> &P) {
      return (P.Is ? P.Is : P.Was)->Opnum;
    });
    LastMove = 0;
    for (auto [A, B] : All) {
      ++Result.Operations;
      IsSame = true;
      if (A && B)
        operations(*A, *B);
      else if (A)
        differs(A->Loc, {}, number(*A) + ", " + quote(A->Name) + ",",
                Words.New);
      else
        differs({}, B->Loc, number(*B) + ", " + quote(B->Name) + ",",
                Words.Gone);
      Result.Equal += IsSame;
    }
  }

  void operations(const Operation &Is, const Operation &Was) {
    rename(Is, Was, quote(Is.Name));
    moved(Is, Was);
    std::set<std::string> NewOdd, OldOdd; // in one of the messages only
    Siblings NewAround, OldAround;
    for (std::size_t Number = 0; auto [A, B] : pairParameters(Is, Was)) {
      const std::string Key = "#" + std::to_string(Number++);
      if (A)
        NewAround.push_back({A->Name, &A->T, Key});
      if (B)
        OldAround.push_back({B->Name, &B->T, Key});
      if (A && B && A->Dir == B->Dir)
        continue;
      if (A)
        NewOdd.insert(A->Name);
      if (B)
        OldOdd.insert(B->Name);
      const std::string Subject = subject((A ? A : B)->Name, Is.Name);
      if (A && B)
        differs(A->Loc, B->Loc, Subject,
                "is " + directionOf(*A) + Words.AndIs + directionOf(*B));
      else if (A)
        differs(A->Loc, {}, Subject, Words.New);
      else
        differs({}, B->Loc, Subject, Words.Gone);
    }
    for (auto MessageOf : {wire::requestOf, wire::responseOf}) {
      auto Of = [&](const InterfaceText &T, const Operation &O,
                    const Siblings &Around, const std::set<std::string> &Odd) {
        std::vector<wire::Member> Message = MessageOf(T.All, O);
        std::erase_if(Message, [&](const wire::Member &M) {
          return !M.Name.empty() && Odd.contains(M.Name);
        });
        return Side{T.All, std::move(Message), Around, O.Loc};
      };
      for (const Difference &D :
           compare(Of(One, Is, NewAround, NewOdd),
                   Of(Other, Was, OldAround, OldOdd), Handles, Words))
        add(D.K, D.Loc, D.OldLoc, subject(D.Path, Is.Name), D.What);
    }
  }

  /// Of those that one insertion moves, the first is reported.
  void moved(const Operation &Is, const Operation &Was) {
    const int By = Is.Opnum - Was.Opnum;
    if (By == 0)
      LastMove = 0;
    if (By == 0 || std::exchange(LastMove, By) == By) {
      IsSame &= By == 0;
      return;
    }
    differs(Is.Loc, Was.Loc, quote(Is.Name),
            "is " + number(Is) + Words.AndIs + number(Was));
  }

  const InterfaceText &One, &Other;
  const Wording Words;
  Contexts Handles;
  Equality Result;
  bool IsSame = true; ///< the operation
  int LastMove = 0;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> Said;
};

} // namespace

Equality rpcgen::compareTexts(const InterfaceText &One,
                              const InterfaceText &Other) {
  return TextComparison(One, Other).run();
}
