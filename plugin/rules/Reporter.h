//===- Reporter.h - where a rule says what it has found -------------------===//
#ifndef RPCGEN_RULES_REPORTER_H
#define RPCGEN_RULES_REPORTER_H

#include "model/Attribute.h"
#include "model/Finding.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpcgen {

/// Adds to one finding: R.report(...).note(...).insertBefore(...).
class FindingBuilder {
public:
  explicit FindingBuilder(Finding &Built) : F(Built) {}

  FindingBuilder &note(Location Loc, std::string Message) {
    F.Notes.push_back({Loc, std::move(Message)});
    return *this;
  }
  FindingBuilder &insertBefore(Location Loc, std::string Text) {
    F.FixIts.push_back({FixIt::Kind::InsertBefore, Loc, std::move(Text)});
    return *this;
  }
  FindingBuilder &replaceToken(Location Loc, std::string Text) {
    F.FixIts.push_back({FixIt::Kind::ReplaceToken, Loc, std::move(Text)});
    return *this;
  }
  FindingBuilder &replaceOperator(Location Loc, std::string Text) {
    F.FixIts.push_back({FixIt::Kind::ReplaceOperator, Loc, std::move(Text)});
    return *this;
  }
  FindingBuilder &removeAttribute(const Attribute &A) {
    F.FixIts.push_back({FixIt::Kind::RemoveAttribute, A.Loc});
    return *this;
  }
  FindingBuilder &removeConst(Location Type) {
    F.FixIts.push_back({FixIt::Kind::RemoveConst, Type});
    return *this;
  }

private:
  Finding &F;
};

/// Collects the findings of one rule.
class Reporter {
public:
  Reporter(std::string_view Name, Severity Each, std::vector<Finding> &Into)
      : Rule(Name), Level(Each), Findings(Into) {}

  /// The builder is good until the next call.
  FindingBuilder report(Location Loc, std::string Message) {
    Findings.push_back({Rule, Level, Loc, std::move(Message), {}, {}});
    return FindingBuilder(Findings.back());
  }

private:
  std::string Rule;
  Severity Level;
  std::vector<Finding> &Findings;
};

} // namespace rpcgen

#endif // RPCGEN_RULES_REPORTER_H
