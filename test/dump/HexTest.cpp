#include "Hex.h"

#include <gtest/gtest.h>

using namespace dump;

TEST(Hex, IsReadWithBlanksAndComments) {
  EXPECT_EQ(toHex(fromHex("00Ff\t7f # ten: 10\n\r\n 80#")), "00 ff 7f 80");
  EXPECT_EQ(toHex(fromHex("")), "");
}

TEST(Hex, HasTwoDigitsToAByte) {
  for (const char *Text : {"0", "00 1", "0 0", "0g", "0#0"})
    EXPECT_THROW(fromHex(Text), std::runtime_error) << Text;
}

TEST(Hex, NamesTheLineOfAnError) {
  try {
    fromHex("00\n# fine\n0x");
    FAIL();
  } catch (const std::runtime_error &Error) {
    EXPECT_STREQ(Error.what(), "line 3 is not hexadecimal");
  }
}
