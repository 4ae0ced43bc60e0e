#include "protocol/contexts.h"

#include "samples.h"

#include <gtest/gtest.h>

namespace rpc::protocol {
namespace {

constexpr syntax_id other{uuid{"afa8bd80-7d8a-11c9-bef4-08002b102989"}, 1, 3};
constexpr syntax_id unknown{uuid{"00112233-4455-6677-8899-aabbccddeeff"}, 1, 0};

class Contexts : public testing::Test {
 protected:
  static constexpr offered_interface served[] = {test::echo, other};
  context_table table{served, settings{}};

  /// Each result in a word: the chosen syntax, "features n", or the reason of a rejection.
  std::vector<std::string> answers(const std::vector<context_offer>& offers) {
    const auto results = table.negotiate(offers);
    if (!results) return {"protocol error"};
    std::vector<std::string> words;
    for (const context_result& result : *results) {
      if (result.verdict == context_verdict::acceptance) {
        words.push_back(result.transfer == ndr64_syntax ? "ndr64" : "ndr20");
      } else if (result.verdict == context_verdict::negotiate_ack) {
        words.push_back("features " + std::to_string(result.reason));
      } else {
        EXPECT_EQ(result.verdict, context_verdict::provider_rejection);
        EXPECT_EQ(result.transfer, syntax_id{});
        words.push_back("reason " + std::to_string(result.reason));
      }
    }
    return words;
  }
};

using words = std::vector<std::string>;

TEST_F(Contexts, EachSyntaxAlone) {
  EXPECT_EQ(answers({{7, test::echo, {ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{8, other, {ndr64_syntax}}}), words{"ndr64"});
  ASSERT_NE(table.find(7), nullptr);
  EXPECT_EQ(table.find(7)->interface, 0u);
  EXPECT_EQ(table.find(7)->syntax, ndr::syntax::ndr20);
  ASSERT_NE(table.find(8), nullptr);
  EXPECT_EQ(table.find(8)->interface, 1u);
  EXPECT_EQ(table.find(8)->syntax, ndr::syntax::ndr64);
  EXPECT_EQ(table.find(9), nullptr);
}

TEST_F(Contexts, Ndr64IsPreferred) {
  EXPECT_EQ(answers({{0, test::echo, {ndr20_syntax, ndr64_syntax}}}), words{"ndr64"});
  EXPECT_EQ(answers({{1, test::echo, {unknown, ndr20_syntax}}}), words{"ndr20"});
}

// What a Windows client offers, and how Windows answers.
TEST_F(Contexts, OneOfSeveralOffersOfAnInterface) {
  EXPECT_EQ(answers({{0, test::echo, {ndr20_syntax}},
                     {1, test::echo, {ndr64_syntax}},
                     {2, test::echo, {feature_syntax(3)}}}),
            (words{"reason 2", "ndr64", "features 2"}));
  EXPECT_EQ(table.find(0), nullptr);
}

TEST_F(Contexts, SeveralInterfaces) {
  EXPECT_EQ(answers({{0, test::echo, {ndr20_syntax}}, {1, other, {ndr20_syntax}}}),
            (words{"ndr20", "ndr20"}));
}

TEST_F(Contexts, Rejections) {
  EXPECT_EQ(answers({{0, unknown, {ndr20_syntax}}}), words{"reason 1"});
  EXPECT_EQ(answers({{0, test::echo, {unknown}}}), words{"reason 2"});
  EXPECT_EQ(answers({{0, ndr20_syntax, {ndr20_syntax}}}), words{"reason 1"});
}

TEST_F(Contexts, Versions) {
  const auto version = [](std::uint16_t major, std::uint16_t minor) {
    return syntax_id{other.id, major, minor};
  };
  EXPECT_EQ(answers({{0, version(1, 3), {ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{1, version(1, 0), {ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{2, version(1, 4), {ndr20_syntax}}}), words{"reason 1"});
  EXPECT_EQ(answers({{3, version(2, 0), {ndr20_syntax}}}), words{"reason 1"});
  // of the transfer syntax
  EXPECT_EQ(answers({{4, other, {{ndr20_syntax.id, 1, 0}}}}), words{"reason 2"});
}

TEST_F(Contexts, FeaturesCountOnlyInTheFirstPlace) {
  EXPECT_EQ(answers({{0, unknown, {feature_syntax(0), ndr20_syntax}}}), words{"features 0"});
  EXPECT_EQ(answers({{0, unknown, {feature_syntax(0xFFFF)}}}), words{"features 2"});
  EXPECT_EQ(answers({{0, unknown, {ndr20_syntax, feature_syntax(2)}}}), words{"reason 1"});
}

TEST_F(Contexts, FeaturesTwice) {
  EXPECT_EQ(answers({{0, test::echo, {feature_syntax(1)}}, {1, test::echo, {feature_syntax(2)}}}),
            words{"protocol error"});
}

// The rules for a context that exists are those that Windows shows in Samba's tests.
TEST_F(Contexts, AContextAgain) {
  ASSERT_EQ(answers({{0, test::echo, {ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{0, test::echo, {unknown, ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{0, test::echo, {unknown}}}), words{"reason 2"});
  EXPECT_EQ(answers({{0, test::echo, {unknown, ndr64_syntax}}}), words{"protocol error"});
  EXPECT_EQ(answers({{0, other, {ndr20_syntax}}}), words{"protocol error"});
  EXPECT_NE(table.find(0), nullptr);
}

TEST_F(Contexts, AContextAgainBesideANewOne) {
  ASSERT_EQ(answers({{3, test::echo, {ndr20_syntax}}}), words{"ndr20"});
  EXPECT_EQ(answers({{4, test::echo, {ndr20_syntax}}, {3, test::echo, {ndr20_syntax}}}),
            (words{"ndr20", "reason 2"}));
  EXPECT_NE(table.find(3), nullptr);
  EXPECT_EQ(answers({{4, test::echo, {ndr20_syntax}}, {4, test::echo, {ndr20_syntax}}}),
            (words{"ndr20", "reason 2"}));
}

TEST_F(Contexts, TwoInterfacesWithOneId) {
  EXPECT_EQ(answers({{0, test::echo, {ndr20_syntax}}, {0, other, {ndr20_syntax}}}),
            words{"protocol error"});
}

TEST_F(Contexts, Limit) {
  for (std::uint16_t id = 0; id < 64; ++id) {
    ASSERT_EQ(answers({{id, test::echo, {ndr20_syntax}}}), words{"ndr20"}) << id;
  }
  EXPECT_EQ(answers({{64, test::echo, {ndr20_syntax}}}), words{"reason 3"});
  EXPECT_EQ(answers({{63, test::echo, {ndr20_syntax}}}), words{"ndr20"});
}

void expect_ndr20_only(context_table table) {
  const auto results = table.negotiate(std::vector<context_offer>{
      {0, test::echo, {ndr64_syntax, ndr20_syntax}}, {1, test::echo, {ndr64_syntax}}});
  ASSERT_TRUE(results);
  EXPECT_EQ((*results)[0].transfer, ndr20_syntax);
  EXPECT_EQ((*results)[1].reason, rejection::transfers_unknown);
}

TEST(ContextsWithoutNdr64, AreNdr20) {
  const offered_interface served[] = {test::echo};
  settings limits;
  limits.ndr64 = false;
  expect_ndr20_only(context_table(served, limits));
}

TEST(ContextsWithoutNdr64, AreThoseOfAnInterfaceThatLacksIt) {
  const offered_interface served[] = {{test::echo, false}, other};
  expect_ndr20_only(context_table(served, settings()));
  context_table table(served, settings());
  const auto results =
      table.negotiate(std::vector<context_offer>{{0, other, {ndr20_syntax, ndr64_syntax}}});
  ASSERT_TRUE(results);
  EXPECT_EQ(results->front().transfer, ndr64_syntax) << "the others have it";
}

}  // namespace
}  // namespace rpc::protocol
