//===- SettingsTest.cpp ---------------------------------------------------===//

#include "policy/Settings.h"

#include <gtest/gtest.h>

using namespace rpcgen;

namespace {

Finding of(Severity Own) { return {"uuid-bad", Own, {}, "", {}, {}}; }

Settings chosen(std::initializer_list<std::string_view> Arguments) {
  Settings Result;
  for (std::string_view Each : Arguments) EXPECT_EQ(applyArgument(Result, Each), "");
  return Result;
}

TEST(Settings, WithoutAWordTheRuleDecides) {
  for (Severity Own : {Severity::Error, Severity::Warning, Severity::Off})
    EXPECT_EQ(levelOf(of(Own), {}, false), Own);
}

TEST(Settings, OnIsAWarningAtLeast) {
  Settings On = chosen({"Wuuid-bad"});
  EXPECT_EQ(levelOf(of(Severity::Error), On, false), Severity::Error);
  EXPECT_EQ(levelOf(of(Severity::Warning), On, false), Severity::Warning);
  EXPECT_EQ(levelOf(of(Severity::Off), On, false), Severity::Warning);
}

TEST(Settings, OffAndErrorAreSo) {
  for (Severity Own : {Severity::Error, Severity::Warning, Severity::Off}) {
    EXPECT_EQ(levelOf(of(Own), chosen({"Wno-uuid-bad"}), false), Severity::Off);
    EXPECT_EQ(levelOf(of(Own), chosen({"Werror=uuid-bad"}), false), Severity::Error);
  }
}

TEST(Settings, TheLastWordCounts) {
  EXPECT_EQ(
      levelOf(of(Severity::Off), chosen({"Werror=uuid-bad", "Wno-uuid-bad", "Wuuid-bad"}), false),
      Severity::Warning);
}

TEST(Settings, ARuleMayBeginWithNo) {
  const Finding F{"no-binding", Severity::Off, {}, "", {}, {}};
  EXPECT_EQ(levelOf(F, chosen({"Wno-binding"}), false), Severity::Warning);
  EXPECT_EQ(levelOf(F, chosen({"Wno-binding", "Wno-no-binding"}), false), Severity::Off);
}

TEST(Settings, OtherRulesAreOnTheirOwn) {
  EXPECT_EQ(levelOf(of(Severity::Warning), chosen({"Wno-uuid-missing"}), false), Severity::Warning);
}

TEST(Settings, WerrorRaisesWarningsOnly) {
  Settings Strict;
  Strict.WarningsAreErrors = true;
  EXPECT_EQ(levelOf(of(Severity::Warning), Strict, false), Severity::Error);
  EXPECT_EQ(levelOf(of(Severity::Off), Strict, false), Severity::Off);
}

TEST(Settings, NoWarningsAndSystemHeadersLeaveErrors) {
  Settings Quiet = chosen({"Werror=uuid-bad"});
  Quiet.NoWarnings = true;
  EXPECT_EQ(levelOf(of(Severity::Error), Quiet, false), Severity::Error);
  EXPECT_EQ(levelOf(of(Severity::Warning), Quiet, false), Severity::Off);
  EXPECT_EQ(levelOf(of(Severity::Error), {}, true), Severity::Error);
  EXPECT_EQ(levelOf(of(Severity::Warning), {}, true), Severity::Off);
}

TEST(Settings, WhatIsNoArgumentSaysWhy) {
  Settings None;
  EXPECT_EQ(applyArgument(None, "Wuuid-bat"),
            "there is no rule 'uuid-bat'; did you mean 'uuid-bad'?");
  EXPECT_EQ(applyArgument(None, "Wno-"), "there is no rule ''");
  EXPECT_EQ(applyArgument(None, "Wno-attribute-place"), "'attribute-place' is always reported");
  EXPECT_EQ(applyArgument(None, "uuid-bad"),
            "expected W<rule>, Wno-<rule> or Werror=<rule>, not 'uuid-bad'");
  EXPECT_TRUE(None.Choices.empty());
}

}  // namespace
