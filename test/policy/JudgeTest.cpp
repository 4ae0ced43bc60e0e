//===- JudgeTest.cpp ------------------------------------------------------===//

#include "policy/Judge.h"

#include <gtest/gtest.h>

using namespace rpcgen;

namespace {

/// A macro at 1000 stands at 15 of the file; system headers begin at 500.
const Sources Texts = {[](Location Loc) { return Loc.Raw == 1000 ? Location{15} : Loc; },
                       [](Location Loc) { return Loc.Raw >= 500 && Loc.Raw < 1000; }};

Finding found(std::string Rule, std::uint32_t At, Severity Own = Severity::Warning) {
  return {std::move(Rule), Own, {At}, "found", {}, {}};
}

Suppression suppression(std::string Rule, std::uint32_t Begin, std::uint32_t End) {
  return {std::move(Rule), {Begin}, {Begin}, {End}};
}

std::vector<std::uint32_t> places(const std::vector<Finding>& Findings) {
  std::vector<std::uint32_t> Result;
  for (const Finding& F : Findings) Result.push_back(F.Loc.Raw);
  return Result;
}

bool isDone(const Rule&, const Suppression&) { return true; }

using Places = std::vector<std::uint32_t>;

TEST(Judge, ReportsAtTheLevelThatIsWanted) {
  Settings Wanted;
  Wanted.Choices = {{"uuid-bad", Choice::Error}, {"void-pointer", Choice::Off}};
  Judgement J = judge(
      {found("uuid-bad", 1), found("void-pointer", 2), found("varargs", 3), found("varargs", 500)},
      Wanted, {}, Texts, isDone);
  EXPECT_EQ(places(J.Reported), Places({1, 3}));
  EXPECT_EQ(J.Reported[0].Level, Severity::Error);
  EXPECT_EQ(J.Reported[1].Level, Severity::Warning);
  EXPECT_TRUE(J.hasErrors());
  EXPECT_TRUE(J.Silenced.empty());
}

TEST(Judge, SuppressesWithinBothEnds) {
  const Suppression One[] = {suppression("varargs", 10, 20)};
  Judgement J = judge({found("varargs", 9), found("varargs", 10), found("varargs", 20),
                       found("varargs", 21), found("varargs", 1000)},
                      {}, One, Texts, isDone);
  EXPECT_EQ(places(J.Reported), Places({9, 21}));
  EXPECT_TRUE(J.Idle.empty());
}

TEST(Judge, SuppressesOneRule) {
  const Suppression One[] = {suppression("varargs", 10, 20)};
  Judgement J = judge({found("uuid-bad", 10)}, {}, One, Texts, isDone);
  EXPECT_EQ(places(J.Reported), Places({10}));
  EXPECT_EQ(places(J.Idle), Places({10}));
  EXPECT_EQ(J.Idle.front().Rule, "unused-suppression");
  EXPECT_EQ(J.Idle.front().Message, "'varargs' finds nothing here");
}

TEST(Judge, WhatARuleFindsLaterIsNotKnown) {
  const Suppression Two[] = {suppression("varargs", 10, 20), suppression("uuid-bad", 30, 40)};
  Judgement J = judge({}, {}, Two, Texts, [](const Rule& R, const Suppression& S) {
    return R.Name == "uuid-bad" && S.Begin.Raw == 30;
  });
  EXPECT_EQ(places(J.Idle), Places({30}));
}

TEST(Judge, ASuppressionOfWhatIsOffIsUsed) {
  const Suppression Two[] = {suppression("varargs", 10, 20), suppression("varargs", 1, 99)};
  Judgement J = judge({found("varargs", 10, Severity::Off)}, {}, Two, Texts, isDone);
  EXPECT_TRUE(J.Reported.empty());
  EXPECT_TRUE(J.Idle.empty());
}

TEST(Judge, KeepsTheErrorsThatNobodyHears) {
  const Suppression One[] = {suppression("varargs", 10, 20)};
  Settings Wanted;
  Wanted.Choices = {{"uuid-bad", Choice::Off}};
  Judgement J =
      judge({found("varargs", 11, Severity::Error), found("uuid-bad", 12, Severity::Error),
             found("uuid-bad", 13, Severity::Warning)},
            Wanted, One, Texts, isDone);
  EXPECT_FALSE(J.hasErrors());
  EXPECT_EQ(places(J.Silenced), Places({11, 12}));
}

TEST(Judge, IdleSuppressionsHaveALevelAsWell) {
  const Suppression One[] = {suppression("varagrs", 10, 20)};
  Settings Wanted;
  Wanted.WarningsAreErrors = true;
  EXPECT_EQ(judge({}, Wanted, One, Texts, isDone).Idle.front().Level, Severity::Error);
  EXPECT_EQ(judge({}, Wanted, One, Texts, isDone).Idle.front().Message,
            "there is no rule 'varagrs'; did you mean 'varargs'?");
  Wanted.Choices = {{"unused-suppression", Choice::Off}};
  EXPECT_TRUE(judge({}, Wanted, One, Texts, isDone).Idle.empty());
}

}  // namespace
