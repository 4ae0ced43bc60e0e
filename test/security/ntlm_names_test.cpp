#include "security/ntlm_names.h"
#include "security/ntlm_server.h"

#include "protocol/hex.h"

#include <rpc/error.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace {

using namespace rpc::security;  // NOLINT(google-build-using-namespace)
using rpc::test::bytes;
using rpc::test::hex;
using rpc::test::unhex;

// MS-NLMP 4.2.2.1.2: NTOWFv1 of "Password".
TEST(NtlmNames, TheHashOfThePublishedPassword) {
  const auto hash = nt_hash("Password");
  EXPECT_EQ(hex(bytes(hash.bytes().begin(), hash.bytes().end())),
            hex(unhex("a4f49c406510bdcab6824ee7c30fd852")));
}

TEST(NtlmNames, Unicode) {
  const std::string text = "a\u00e9\u20ac\U0001f511";
  const auto wide = utf16(text);
  ASSERT_TRUE(wide);
  EXPECT_EQ(*wide, u"a\u00e9\u20ac\U0001f511");
  EXPECT_EQ(utf8(*wide), text);
  for (const char* const wrong : {"\x80", "\xc3", "\xe2\x82", "\xff", "\xf0\x9f\x94", "\xc3("})
    EXPECT_FALSE(utf16(wrong)) << hex(bytes{static_cast<std::byte>(wrong[0])});
  EXPECT_FALSE(utf8(std::u16string(1, char16_t{0xd800})));
  EXPECT_FALSE(utf8(std::u16string(1, char16_t{0xdc00})));
  EXPECT_FALSE(utf8(std::u16string{char16_t{0xd800}, u'a'}));
}

TEST(NtlmNames, UpperCase) {
  EXPECT_EQ(upper(u"alice-\u00e9\u00f7\u03b1\u0436"), u"ALICE-\u00c9\u00f7\u0391\u0416");
}

TEST(NtlmUsers, AreFoundByName) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("names." + std::to_string(getpid()))).string();
  std::ofstream(path) << "# a comment\n\nEXAMPLE:alice:a:b\nOTHER:alice:c\n:carol:\n";
  const ntlm_users users(path);
  std::filesystem::remove(path);
  ASSERT_NE(users.find("example", "ALICE"), nullptr);
  EXPECT_EQ(users.find("example", "ALICE")->hash.text(), nt_hash("a:b").text());
  EXPECT_EQ(users.find("OTHER", "alice")->hash.text(), nt_hash("c").text());
  EXPECT_EQ(users.find("", "alice")->domain, "EXAMPLE");
  EXPECT_EQ(users.find("NOWHERE", "alice"), nullptr);
  EXPECT_EQ(users.find("EXAMPLE", "bob"), nullptr);
  EXPECT_EQ(users.find("EXAMPLE", ""), nullptr);
  EXPECT_NE(users.find("", "carol"), nullptr);
  EXPECT_EQ(users.domain(), "EXAMPLE");
  EXPECT_THROW(ntlm_users("/nowhere/users"), rpc::error);
}

}  // namespace
