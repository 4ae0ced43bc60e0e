//===- Remarks.cpp --------------------------------------------------------===//

#include "remarks/Remarks.h"

#include "remarks/Use.h"

using namespace rpcgen;

namespace {

/// "reuses the received message", and why not.
struct Words {
  std::string Verb;
  std::string Why; ///< with what goes before it
  Location Loc;    ///< of the field that the reason speaks of
  friend bool operator==(const Words &, const Words &) = default;
};

std::string unless(const Use &U) {
  if (!U.Unless)
    return "";
  return ", unless '" + U.Unless->Path + "' " +
         (U.Unless->Least == 1
              ? "is empty"
              : "has fewer than " + std::to_string(U.Unless->Least) +
                    " elements");
}

Words wordsOf(const Use &U) {
  const std::string Why = ": " + U.Why.Text;
  switch (U.K) {
  case Use::Kind::Reuses:
    return {"reuses the received message", unless(U), {}};
  case Use::Kind::Allocates:
    return {"allocates", Why, U.Why.Loc};
  case Use::Kind::AllocatesInPart:
    return {"allocates in part", Why, U.Why.Loc};
  case Use::Kind::NoMemory:
    break;
  }
  return {"needs no memory", Why, {}};
}

class Remarks {
public:
  Remarks(const wire::Forms &Of, const Interface &In) : All(Of), I(In) {}

  void add(const Operation &O, const Parameter &P) {
    const Words Ndr20 = wordsOf(useOf(All, O, P, wire::Syntax::Ndr20));
    const Words Ndr64 = wordsOf(useOf(All, O, P, wire::Syntax::Ndr64));
    if (Ndr20 == Ndr64)
      return add(O, P, Ndr20, "NDR20 and NDR64");
    add(O, P, Ndr20, "NDR20");
    add(O, P, Ndr64, "NDR64");
  }

  std::vector<Finding> Found;

private:
  void add(const Operation &O, const Parameter &P, const Words &Said,
           const std::string &Syntaxes) {
    Finding F{"remarks",
              Severity::Remark,
              P.Loc,
              "'" + P.Name + "' of '" + I.Name + "::" + O.Name + "' " +
                  Said.Verb + " on " + Syntaxes + Said.Why,
              {},
              {}};
    if (Said.Loc && Said.Loc != P.Loc)
      F.Notes.push_back({Said.Loc, "declared here"});
    Found.push_back(std::move(F));
  }

  const wire::Forms &All;
  const Interface &I;
};

} // namespace

std::vector<Finding> rpcgen::remarksOf(const wire::Forms &All,
                                       const Interface &I) {
  Remarks Of(All, I);
  for (const Operation &O : I.Operations)
    if (!O.Local)
      for (const Parameter &P : O.Parameters)
        Of.add(O, P);
  return std::move(Of.Found);
}
