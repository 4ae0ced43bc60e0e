//===- MemoryTest.cpp - whether memory is as the wire ---------------------===//

#include "Models.h"
#include "wire/Memory.h"

#include <gtest/gtest.h>

using namespace rpcgen;
using namespace rpcgen::test;
using wire::Syntax;

namespace {

/// Why a structure of the fields differs; "" if it does not.
std::string why(std::vector<Type> Fields, unsigned Alignment, std::size_t Size, Syntax S) {
  const Model M = structureOf(std::move(Fields), Alignment, Size);
  const wire::Forms All(M);
  const Type T = itself();
  const auto Found = memoryOf(All, All.value(T), {"x", {}}, S);
  return Found.Differs ? Found.Differs->Text : "";
}

TEST(Memory, IsTheSame) {
  EXPECT_EQ(why({bits(8), bits(32)}, 4, 8, Syntax::Ndr20), "");
  EXPECT_EQ(why({unique(itself())}, 8, 8, Syntax::Ndr64), "");
}

TEST(Memory, DiffersInASize) {
  EXPECT_EQ(why({shortEnum()}, 4, 4, Syntax::Ndr20),
            "'x.f0' is a 16-bit enumeration, 2 bytes on the wire and 4 in "
            "memory");
  EXPECT_EQ(why({shortEnum()}, 4, 4, Syntax::Ndr64), "");
  EXPECT_EQ(why({unique(itself())}, 8, 8, Syntax::Ndr20),
            "'x.f0' is a pointer, 4 bytes on the wire and 8 in memory");
}

TEST(Memory, DiffersInPadding) {
  EXPECT_EQ(why({bits(32), bits(8)}, 4, 8, Syntax::Ndr20),
            "'x' ends in padding, which does not travel: 5 bytes on the wire "
            "and 8 in memory");
  EXPECT_EQ(why({bits(32), bits(8)}, 4, 8, Syntax::Ndr64), "");
}

TEST(Memory, OfTheFirstFieldThatDiffersIsTold) {
  Type Name = test::string(character());
  Name.Extent = 8;
  EXPECT_EQ(why({bits(32), Name, shortEnum()}, 4, 16, Syntax::Ndr20),
            "'x.f1' is a string in an array of fixed size");
}

}  // namespace
