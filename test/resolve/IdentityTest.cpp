#include "resolve/Identity.h"
#include "Models.h"
#include "model/Uuid.h"
#include "resolve/Resolve.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

constexpr const char *Echo = "60a15ec5-4de8-11d7-a637-005056a20182";
constexpr std::array<std::uint8_t, 16> EchoBytes = {
    0x60, 0xa1, 0x5e, 0xc5, 0x4d, 0xe8, 0x11, 0xd7,
    0xa6, 0x37, 0x00, 0x50, 0x56, 0xa2, 0x01, 0x82};

rpcgen::Interface resolved(AttributeList Attributes) {
  Model M;
  M.Interfaces = {interface("echo", {}, std::move(Attributes))};
  return resolve(M).Interfaces[0];
}

TEST(Identity, FromInterface) {
  rpcgen::Interface I =
      resolved({attribute(Attribute::Interface, {Echo, "4", "2"})});
  EXPECT_EQ(I.Uuid, EchoBytes);
  EXPECT_EQ(I.Major, 4);
  EXPECT_EQ(I.Minor, 2);
}

TEST(Identity, FromAttributesOfTheirOwn) {
  rpcgen::Interface I = resolved({attribute(Attribute::Interface),
                                  attribute(Attribute::Uuid, {Echo}),
                                  attribute(Attribute::Version, {"1.5"})});
  EXPECT_EQ(I.Uuid, EchoBytes);
  EXPECT_EQ(I.Major, 1);
  EXPECT_EQ(I.Minor, 5);
}

TEST(Identity, DefaultVersionIsZero) {
  rpcgen::Interface I = resolved({attribute(Attribute::Interface, {Echo})});
  EXPECT_EQ(I.Major, 0);
  EXPECT_EQ(I.Minor, 0);
}

TEST(Identity, UuidsOfAnotherForm) {
  EXPECT_EQ(parseUuid("60A15EC5-4DE8-11D7-A637-005056A20182"), EchoBytes);
  EXPECT_FALSE(parseUuid(""));
  EXPECT_FALSE(parseUuid("{60a15ec5-4de8-11d7-a637-005056a20182}"));
  EXPECT_FALSE(parseUuid("60a15ec5-4de8-11d7-a637-005056a2018"));
  EXPECT_FALSE(parseUuid("60a15ec5-4de8-11d7-a637-005056a2018g"));
  EXPECT_FALSE(parseUuid("60a15ec54-de8-11d7-a637-005056a20182"));
  EXPECT_FALSE(parseUuid("+0a15ec5-4de8-11d7-a637-005056a20182"));
}

TEST(Identity, Versions) {
  using Version = std::pair<std::uint16_t, std::uint16_t>;
  EXPECT_EQ(parseVersion({"65535", "65535"}), Version(65535, 65535));
  EXPECT_EQ(parseVersion({"3"}), Version(3, 0));
  EXPECT_FALSE(parseVersion({"65536", "0"}));
  EXPECT_FALSE(parseVersion({"1", "-1"}));
  EXPECT_FALSE(parseVersion({"1.", ""}));
  EXPECT_FALSE(parseVersion({"one"}));
}

TEST(Identity, Endpoints) {
  Attribute Written = attribute(Attribute::Endpoint);
  Written.Words = {"ncacn_ip_tcp:[5000]", "ncalrpc:[/run/echo]"};
  EXPECT_EQ(resolved({Written}).Endpoints, Written.Words);
  EXPECT_TRUE(resolved({}).Endpoints.empty());
}

TEST(Identity, PointerDefault) {
  EXPECT_EQ(resolved({}).PointerDefault, PointerClass::Unspecified);
  EXPECT_EQ(resolved({pointerDefault("ref")}).PointerDefault,
            PointerClass::Ref);
  EXPECT_EQ(resolved({pointerDefault("unique")}).PointerDefault,
            PointerClass::Unique);
  EXPECT_EQ(resolved({pointerDefault("ptr")}).PointerDefault,
            PointerClass::Full);
}

} // namespace
} // namespace rpcgen::test
