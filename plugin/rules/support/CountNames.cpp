//===- CountNames.cpp -----------------------------------------------------===//

#include "rules/support/CountNames.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <optional>
#include <span>
#include <utility>

using namespace rpcgen;

namespace {

using Set = std::span<const std::string_view>;
using Unit = CountName::Unit;

constexpr std::string_view TypePrefixes[] = {
    "p",   "pp",  "lp",  "ppv", "pv",   "pb", "ppb", "lpb",  "pw",  "pdw",
    "pul", "pus", "psz", "sz",  "pwsz", "dw", "ul",  "us",   "ui",  "u",
    "w",   "l",   "i",   "m",   "s",    "g",  "arg", "lpdw", "ppl", "pl",
    "pui", "the", "in",  "out", "io",   "st", "lpv"};

/// What a count may be besides the name of what it counts.
constexpr std::string_view Qualifiers[] = {
    "actual",   "of",        "in",        "out",    "input",
    "output",   "needed",    "required",  "read",   "written",
    "returned", "available", "used",      "copied", "sent",
    "expected", "received",  "allocated", "min",    "transferred"};

struct CountWord {
  std::string_view Word;
  Unit Of;
  bool First, Last; ///< where in the name, if that has other words
  bool Alone = true;
};
constexpr CountWord CountWords[] = {
    {"n", Unit::Elements, true, true},
    {"c", Unit::Elements, true, false, false},
    {"pc", Unit::Elements, true, false, false},
    {"lpc", Unit::Elements, true, false, false},
    {"pn", Unit::Elements, true, false, false},
    {"num", Unit::Elements, true, false},
    {"nr", Unit::Elements, true, false},
    {"number", Unit::Elements, true, false},
    {"count", Unit::Elements, true, true},
    {"cnt", Unit::Elements, true, true},
    {"max", Unit::Elements, true, false},
    {"maximum", Unit::Elements, true, false},
    {"limit", Unit::Elements, false, false},
    {"total", Unit::Elements, true, false, false},
    {"entries", Unit::Elements, false, false},
    {"elements", Unit::Elements, false, false},
    {"celt", Unit::Elements, true, true},
    {"pcelt", Unit::Elements, true, true},
    {"nelem", Unit::Elements, true, true},
    {"nelems", Unit::Elements, true, true},
    {"nitems", Unit::Elements, true, true},
    {"nmemb", Unit::Elements, true, true},
    {"len", Unit::Characters, true, true},
    {"length", Unit::Characters, true, true},
    {"cch", Unit::Characters, true, true},
    {"pcch", Unit::Characters, true, true},
    {"size", Unit::Size, true, true},
    {"sz", Unit::Size, false, true},
    {"capacity", Unit::Size, false, true},
    {"cb", Unit::Bytes, true, true},
    {"pcb", Unit::Bytes, true, true},
    {"lpcb", Unit::Bytes, true, true},
    {"nbytes", Unit::Bytes, true, true},
    {"bytes", Unit::Bytes, false, true}};

constexpr std::string_view Containers[] = {
    "array", "arr", "vec",      "vector", "list", "table",
    "batch", "seq", "sequence", "rg",     "prg"};

constexpr std::string_view Memory[] = {
    "data",    "buf",  "buff", "buffer", "block",  "blob", "payload",
    "content", "body", "raw",  "chunk",  "memory", "mem",  "bytes"};

constexpr std::string_view Elements[] = {
    "byte",  "bytes", "char",    "chars",    "word",
    "elem",  "elems", "element", "elements", "item",
    "items", "entry", "entries", "object",   "objects"};

/// Plurals of things that one structure or number is.
constexpr std::string_view SingularPlurals[] = {
    "flags",      "options",    "opts",        "settings",     "stats",
    "statistics", "properties", "props",       "params",       "parameters",
    "args",       "arguments",  "limits",      "bounds",       "caps",
    "rights",     "details",    "permissions", "capabilities", "privileges",
    "attributes", "attrs",      "credentials", "features",     "contents",
    "seconds",    "secs",       "millis",      "milliseconds", "minutes",
    "hours",      "days",       "ticks",       "bits",         "series",
    "means",      "alias",      "bias",        "canvas",       "previous",
    "always",     "times",      "metrics",     "defaults",     "preferences",
    "prefs",      "specs",      "coordinates", "coords",       "hints",
    "atlas",      "lens",       "micros",      "microseconds", "nanoseconds",
    "sms",        "dns",        "https",       "extras",       "basics"};

constexpr std::string_view Unspecific[] = {"ptr",   "src",    "source", "dst",
                                           "dest",  "target", "from",   "to",
                                           "input", "output", "in",     "out"};

bool holds(Set S, std::string_view Word) {
  return std::ranges::find(S, Word) != S.end();
}

bool isUpper(char C) { return std::isupper(static_cast<unsigned char>(C)); }
bool isDigit(char C) { return std::isdigit(static_cast<unsigned char>(C)); }

/// "pcbDATASize_2" is "pcb", "data", "size", "2".
Words split(std::string_view Name) {
  Words Result(1);
  for (std::size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I], Before = I ? Name[I - 1] : '_';
    bool Last = I + 1 == Name.size();
    bool Hump =
        isUpper(C) &&
        (!isUpper(Before) ||
         (!Last && std::islower(static_cast<unsigned char>(Name[I + 1]))));
    bool Number = isDigit(C) != isDigit(Before);
    if ((C == '_' || Hump || Number) && !Result.back().empty())
      Result.emplace_back();
    if (C != '_')
      Result.back() +=
          static_cast<char>(std::tolower(static_cast<unsigned char>(C)));
  }
  if (Result.back().empty())
    Result.pop_back();
  return Result;
}

void dropTypePrefix(Words &W) {
  while (W.size() > 1 && holds(TypePrefixes, W.front()))
    W.erase(W.begin());
}

std::string singular(std::string_view Word) {
  auto Without = [&](std::size_t N) {
    return std::string(Word.substr(0, Word.size() - N));
  };
  if (Word == "children")
    return "child";
  if (Word == "indices")
    return "index";
  if (Word == "vertices")
    return "vertex";
  if (Word == "xs" || Word == "ys" || Word == "zs")
    return Without(1);
  if (Word.size() < 3 || !Word.ends_with('s') || Word.ends_with("ss") ||
      Word.ends_with("us") || Word.ends_with("is") || Word == "pos")
    return std::string(Word);
  if (Word.ends_with("ies") && Word.size() > 4)
    return Without(3) + "y";
  for (std::string_view Ending : {"sses", "xes", "ches", "shes"})
    if (Word.ends_with(Ending))
      return Without(2);
  return Without(1);
}

/// The same word, in either number, or one and its abbreviation.
bool isSameWord(std::string_view A, std::string_view B) {
  const std::string One = singular(A), Other = singular(B);
  return One == Other || (std::min(One.size(), Other.size()) >= 3 &&
                          (One.starts_with(Other) || Other.starts_with(One)));
}

bool isSame(const Words &A, const Words &B) {
  return !A.empty() && std::ranges::equal(A, B, isSameWord);
}

/// "name" of "namelen" and "values" of "nvalues". There are several ways to
/// read "cbdata".
std::vector<CountName> joinedCounts(const std::string &Word) {
  std::vector<CountName> Found;
  for (const CountWord &C : CountWords) {
    std::size_t Rest = Word.size() - C.Word.size();
    if (Word.size() <= C.Word.size())
      continue;
    if (C.Last && C.Word.size() > 1 && Word.ends_with(C.Word))
      Found.push_back({C.Of, {Word.substr(0, Rest)}, true});
    if (C.First && Word.starts_with(C.Word))
      Found.push_back({C.Of, {Word.substr(C.Word.size())}, true});
  }
  return Found;
}

/// Takes the word at one end if it is one of counts.
std::optional<Unit> takeCount(Words &W, bool AtFront) {
  if (W.empty())
    return std::nullopt;
  for (const CountWord &C : CountWords) {
    bool Alone = W.size() == 1 && C.Alone;
    bool Possible = AtFront ? C.First && W.size() > 1 : C.Last;
    if (C.Word != (AtFront ? W.front() : W.back()) || (!Alone && !Possible))
      continue;
    W.erase(AtFront ? W.begin() : W.end() - 1);
    return C.Of;
  }
  return std::nullopt;
}

/// Takes the words of counts from both ends; the first one is the unit.
std::optional<CountName> takeCounts(Words W) {
  std::optional<CountName> Found;
  for (bool AtFront : {true, false})
    while (auto Of = takeCount(W, AtFront))
      if (!Found)
        Found = CountName{*Of, {}};
  if (Found) {
    dropTypePrefix(W);
    if (W.size() == 1 && holds(TypePrefixes, W.front()))
      W.clear();
    Found->Stem = W;
  }
  return Found;
}

Words without(Words W, std::initializer_list<Set> Sets) {
  std::erase_if(W, [&](const std::string &Word) {
    return std::ranges::any_of(Sets, [&](Set S) { return holds(S, Word); });
  });
  return W;
}

/// The last word that is no number.
std::string_view lastWord(const Words &W) {
  auto Last = std::ranges::find_if(
      W.rbegin(), W.rend(), [](const auto &Word) { return !isDigit(Word[0]); });
  return Last == W.rend() ? std::string_view() : *Last;
}

} // namespace

std::vector<CountName> rpcgen::countNames(std::string_view Name) {
  Words W = split(Name);
  if (W.size() > 1)
    if (Words Rest = without(W, {Qualifiers}); !Rest.empty())
      W = Rest;
  if (auto Found = takeCounts(W))
    return {*Found};
  dropTypePrefix(W);
  if (auto Found = takeCounts(W))
    return {*Found};
  return W.size() == 1 ? joinedCounts(W.front()) : std::vector<CountName>();
}

Words rpcgen::objectName(std::string_view Name) {
  Words W = split(Name);
  dropTypePrefix(W);
  return W;
}

bool rpcgen::isNamedAfter(const CountName &Count, const Words &Object) {
  const Words Stem = without(Count.Stem, {Memory, Elements, Containers});
  const Words Rest = without(Object, {Memory, Elements, Containers});
  return isSame(Count.Stem, Object) || isSame(Stem, Rest) ||
         (!Stem.empty() && Stem.size() < Rest.size() && isPlural(Object) &&
          (isSameWord(Stem.back(), Rest.back()) ||
           isSame(Stem, Words(Rest.begin(), Rest.begin() + Stem.size()))));
}

bool rpcgen::isGeneral(const CountName &Count) {
  return without(Count.Stem, {Memory, Elements, Containers}).empty();
}

bool rpcgen::isPlural(const Words &Object) {
  std::string_view Last = lastWord(Object);
  return singular(Last) != Last;
}

bool rpcgen::isSingularPlural(const Words &Object) {
  return holds(SingularPlurals, lastWord(Object));
}

bool rpcgen::isContainer(const Words &Object) {
  return !Object.empty() && (holds(Containers, lastWord(Object)) ||
                             holds(Containers, Object.front()));
}

bool rpcgen::isMemory(const Words &Object) {
  return holds(Memory, lastWord(Object));
}

bool rpcgen::isUnspecific(const Words &Object) {
  return lastWord(Object).size() <= 1 || holds(Unspecific, lastWord(Object));
}
