#include "resolve/Types.h"
#include "Models.h"
#include "resolve/Undecided.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

constexpr PointerDefaults Defaults = {PointerClass::Ref, PointerClass::Unique};

rpcgen::Type asResolved(const Type &Read, const AttributeList &Attributes,
                        PointerDefaults Of = Defaults) {
  rpcgen::Type T = undecided(Read);
  resolveType(T, Attributes, Of);
  return T;
}

std::string asParameter(const Type &Read, const AttributeList &Attributes = {},
                        PointerDefaults Of = Defaults) {
  rpcgen::Type T = undecided(Read);
  decayParameter(T);
  resolveType(T, Attributes, Of);
  return show(T);
}

std::string asField(const Type &Read, const AttributeList &Attributes = {}) {
  return show(asResolved(Read, Attributes,
                         {PointerClass::Unique, PointerClass::Unique}));
}

const Attribute Unique = attribute(Attribute::Unique),
                Ref = attribute(Attribute::Ref),
                String = attribute(Attribute::String);

TEST(PointerClasses, TopLevelIsRef) {
  EXPECT_EQ(asParameter(pointer(integer())), "ref int");
  EXPECT_EQ(asParameter(pointer(pointer(integer()))), "ref unique int");
}

TEST(PointerClasses, ExplicitOneIsNearestTheName) {
  EXPECT_EQ(asParameter(pointer(pointer(integer())), {Unique}),
            "unique unique int");
  EXPECT_EQ(asField(pointer(pointer(integer())), {Ref}), "ref unique int");
  EXPECT_EQ(asField(array(3, pointer(integer())), {Ref}), "[3] ref int");
}

TEST(PointerClasses, WhatStandsForAPointerHasOne) {
  EXPECT_EQ(asParameter(text()), "ref text");
  EXPECT_EQ(asParameter(text(), {Unique}), "unique text");
  EXPECT_EQ(asField(text()), "unique text");
  EXPECT_EQ(asField(text(), {Ref}), "ref text");
  EXPECT_EQ(asParameter(vector(text())), "ref vector unique text");
  EXPECT_EQ(asField(vector(pointer(integer())), {Ref}),
            "ref vector unique int");
}

TEST(PointerClasses, AliasesGiveOneToTheirLevel) {
  Type Alias = pointer(integer());
  Alias.AliasAttributes = {Ref};
  EXPECT_EQ(asParameter(pointer(Alias)), "ref ref int");
  EXPECT_EQ(asField(Alias), "ref int");
  EXPECT_EQ(asField(Alias, {Unique}), "unique int");
}

TEST(PointerClasses, OfEveryLevel) {
  auto Ptrs = [](std::vector<std::string> Words) {
    return attribute(Attribute::Ptrs, std::move(Words));
  };
  const Type Double = pointer(pointer(integer()));
  EXPECT_EQ(asParameter(Double, {Ptrs({"unique", "ptr"})}), "unique full int");
  EXPECT_EQ(asField(Double, {Ptrs({"ref", "unique"})}), "ref unique int");
  EXPECT_EQ(asField(Double, {Ptrs({"ref", "ref"}), sizeIs({operand("n")})}),
            "ref [n] ref int");
  EXPECT_EQ(asField(array(3, Double), {Ptrs({"ptr", "ref"})}),
            "[3] full ref int");
  EXPECT_EQ(asField(vector(pointer(integer())), {Ptrs({"ref", "ptr"})}),
            "ref vector full int");
}

TEST(PointerClasses, OfEveryLevelAgreeWithAliases) {
  Type Inner = pointer(integer()), Both = pointer(pointer(integer()));
  Inner.AliasAttributes = {attribute(Attribute::Ptr)};
  Both.AliasAttributes = {attribute(Attribute::Ptrs, {"unique", "ref"})};
  EXPECT_EQ(asField(pointer(Inner), {Ref}), "ref full int");
  EXPECT_EQ(asField(Both), "unique ref int");
  EXPECT_EQ(asField(Both, {attribute(Attribute::Ptr)}), "full ref int");
  EXPECT_EQ(asField(pointer(Both)), "unique unique ref int");
}

TEST(References, BecomePointers) {
  EXPECT_EQ(asParameter(reference(integer())), "ref reference int");
  EXPECT_EQ(asParameter(reference(pointer(integer()))), "ref reseatable int");
  EXPECT_EQ(asParameter(reference(pointer(pointer(integer())))),
            "ref reseatable unique int");
}

TEST(Arrays, DecayAsParametersOnly) {
  EXPECT_EQ(asParameter(array(4, integer())), "ref array [4] int");
  EXPECT_EQ(asParameter(array(2, array(3, integer()))),
            "ref array [2] [3] int");
  EXPECT_EQ(asField(array(4, integer())), "[4] int");
  EXPECT_EQ(asParameter(pointer(array(4, integer()))), "ref [4] int");
}

TEST(Sizes, OneForEachLevel) {
  Type Double = pointer(pointer(integer()));
  EXPECT_EQ(asParameter(pointer(integer()), {sizeIs({operand("n")})}),
            "ref [n] int");
  EXPECT_EQ(asParameter(Double, {sizeIs({operand("n")})}),
            "ref [n] unique int");
  EXPECT_EQ(asParameter(Double, {sizeIs({std::nullopt, operand("n")})}),
            "ref unique [n] int");
  EXPECT_EQ(asParameter(Double, {sizeIs({operand("n"), operand("m")})}),
            "ref [n] unique [m] int");
}

TEST(Sizes, OfArrays) {
  EXPECT_EQ(asParameter(array({}, integer()), {sizeIs({operand("n")})}),
            "ref array [n] int");
  EXPECT_EQ(asParameter(array(2, pointer(integer())),
                        {sizeIs({std::nullopt, operand("n")})}),
            "ref array [2] unique [n] int");
  EXPECT_EQ(asParameter(pointer(array(4, integer())), {sizeIs({operand("n")})}),
            "ref [n] [4] int");
}

TEST(Sizes, OpenArraysAtTheEndOfAStruct) {
  AttributeList Sized = {sizeIs({operand("n")})};
  EXPECT_EQ(asField(array({}, integer()), Sized), "[n] int");
  EXPECT_EQ(asField(array(1, integer()), Sized), "[n] int");
  EXPECT_EQ(asField(array(0, integer()), Sized), "[n] int");
  EXPECT_EQ(asField(array(1, integer())), "[1] int");
}

TEST(Sizes, FromTheHighestIndex) {
  AttributeList Sized = {attributeOf(Attribute::MaxIs, {operand("n")})};
  EXPECT_EQ(asParameter(pointer(integer()), Sized), "ref [n + 1] int");
  EXPECT_EQ(asField(array(1, integer()), Sized), "[n + 1] int");
}

Attribute lengthIs(std::vector<std::optional<Expression>> Lengths) {
  return attributeOf(Attribute::LengthIs, std::move(Lengths));
}

TEST(Parts, OfSizedArrays) {
  Attribute Size = sizeIs({operand("n")}), Length = lengthIs({operand("m")}),
            First = attributeOf(Attribute::FirstIs, {operand("i")}),
            Last = attributeOf(Attribute::LastIs, {operand("j")});
  Type T = pointer(integer());
  EXPECT_EQ(asParameter(T, {Size, Length}), "ref [n length m] int");
  EXPECT_EQ(asParameter(T, {Length, Size, First}),
            "ref [n from i length m] int");
  EXPECT_EQ(asParameter(T, {Size, First}), "ref [n from i length n - i] int");
  EXPECT_EQ(asParameter(T, {Size, Last}), "ref [n length j + 1] int");
  EXPECT_EQ(asParameter(T, {Size, Last, First}),
            "ref [n from i length j - i + 1] int");
  EXPECT_EQ(asField(array(1, integer()), {Size, Length}), "[n length m] int");
  EXPECT_EQ(asParameter(pointer(T), {sizeIs({std::nullopt, operand("n")}),
                                     lengthIs({std::nullopt, operand("m")})}),
            "ref unique [n length m] int");
}

TEST(Parts, OfFixedArrays) {
  Attribute Length = lengthIs({operand("m")}),
            First = attributeOf(Attribute::FirstIs, {operand("i")});
  Type T = array(4, integer());
  EXPECT_EQ(asField(T, {Length}), "[4 length m] int");
  EXPECT_EQ(asField(T, {First}), "[4 from i length 4 - i] int");
  EXPECT_EQ(asParameter(T, {Length}), "ref array [4 length m] int");
  EXPECT_EQ(asParameter(pointer(T), {Length}), "ref [4 length m] int");
  EXPECT_EQ(asParameter(pointer(T), {sizeIs({operand("n")}), Length}),
            "ref [n length m] [4] int");
}

TEST(Parts, WithoutASizeAreLeftForARule) {
  EXPECT_EQ(asParameter(pointer(integer()), {lengthIs({operand("m")})}),
            "ref [ length m] int");
  EXPECT_EQ(asField(integer(), {lengthIs({operand("m")})}), "int");
}

TEST(Checks, OfNullArraysCanBeDisabled) {
  Attribute Size = sizeIs({operand("n")}),
            Disable = attribute(Attribute::DisableConsistencyCheck);
  EXPECT_EQ(asParameter(pointer(integer()), {Unique, Size, Disable}),
            "unique [n unchecked] int");
  EXPECT_EQ(asParameter(pointer(integer()), {Unique, Disable}), "unique int");
}

TEST(Checks, CanBeDisabledForAllThatMayBeNull) {
  const PointerDefaults Lax = {PointerClass::Ref, PointerClass::Unique, true};
  auto Resolved = [&](const Type &T, const AttributeList &Attributes) {
    return asParameter(T, Attributes, Lax);
  };
  Attribute Size = sizeIs({operand("n")});
  EXPECT_EQ(Resolved(pointer(integer()), {Unique, Size}),
            "unique [n unchecked] int");
  EXPECT_EQ(Resolved(pointer(integer()), {attribute(Attribute::Ptr), Size}),
            "full [n unchecked] int");
  EXPECT_EQ(Resolved(pointer(integer()), {Size}), "ref [n] int");
  EXPECT_EQ(Resolved(pointer(pointer(integer())),
                     {sizeIs({operand("n"), operand("m")})}),
            "ref [n] unique [m unchecked] int");
  EXPECT_EQ(Resolved(pointer(integer()), {Unique}), "unique int");
  EXPECT_EQ(Resolved(pointer(character()), {Unique, String}),
            "unique [ string] char");
}

TEST(Allocations, BelongToTheOutermostPointer) {
  Attribute Force = attribute(Attribute::ForceAllocate),
            All = attribute(Attribute::Allocate, {"all_nodes", "free"}),
            Kept = attribute(Attribute::Allocate, {"single_node", "dont_free"}),
            Single = attribute(Attribute::Allocate, {"single_node"});
  Type T = pointer(pointer(integer()));
  EXPECT_EQ(asParameter(T, {Force}), "ref separate unique int");
  EXPECT_EQ(asField(T, {All}), "unique together unique int");
  EXPECT_EQ(asField(T, {Kept, Force}), "unique kept unique int");
  EXPECT_EQ(asField(T, {Single}), "unique unique int");
  // An alias speaks of the pointer that it names.
  T.element().AliasAttributes = {Force};
  EXPECT_EQ(asParameter(T), "ref unique separate int");
  T.AliasAttributes = {All};
  EXPECT_EQ(asParameter(T, {Kept}), "ref kept unique separate int");
}

TEST(Sizes, ThatMakeNoSenseAreLeftForARule) {
  AttributeList Sized = {sizeIs({operand("n")})};
  EXPECT_EQ(asField(array(8, integer()), Sized), "[8n] int");
  EXPECT_EQ(asField(integer(), Sized), "int");
}

TEST(Strings, AreTheInnermostArray) {
  EXPECT_EQ(asParameter(pointer(character()), {String}), "ref [ string] char");
  EXPECT_EQ(asParameter(pointer(pointer(character())), {String}),
            "ref unique [ string] char");
  EXPECT_EQ(asParameter(array({}, character()), {String}),
            "ref array [ string] char");
  EXPECT_EQ(asField(array(80, character()), {String}), "[80 string] char");
}

TEST(Strings, WithSizes) {
  Attribute Size = sizeIs({operand("n")});
  EXPECT_EQ(asParameter(pointer(character()), {String, Size}),
            "ref [n string] char");
  EXPECT_EQ(asParameter(pointer(pointer(character())), {Size, String}),
            "ref [n] unique [ string] char");
  // MS-RPCE's array of strings: a counted tail of pointers to strings.
  EXPECT_EQ(asField(array(1, pointer(character())), {Size, String}),
            "[n] unique [ string] char");
}

TEST(Strings, FromAnAlias) {
  Type Name = pointer(character());
  Name.AliasAttributes = {String};
  EXPECT_EQ(asParameter(pointer(Name)), "ref unique [ string] char");
}

TEST(Aliases, KeepTheirMeaningInClassesOfTheStandardLibrary) {
  auto Vector = [](Type Held) {
    Type T;
    T.K = Type::Kind::Standard;
    T.Library = StandardClass::Vector;
    T.Element = {std::move(Held)};
    return T;
  };
  Type Name = pointer(character()), Count = integer();
  Name.AliasAttributes = {String};
  Type Names = Vector(Vector(Name));
  const rpcgen::Type OfNames = asResolved(Names, {});
  EXPECT_TRUE(OfNames.element().element().element().String);
  Count.AliasAttributes = {
      attributeOf(Attribute::Range, {literal(1), literal(9)})};
  Type Counts = Vector(Count);
  const rpcgen::Type OfCounts = asResolved(Counts, {});
  EXPECT_TRUE(OfCounts.element().Range);
}

TEST(Levels, CountWhatTheUserSees) {
  rpcgen::Type T = undecided(array(2, pointer(integer())));
  decayParameter(T);
  EXPECT_EQ(countLevels(T), 2u);
  Type Sized = pointer(integer());
  const rpcgen::Type OfSized = asResolved(Sized, {sizeIs({operand("n")})});
  EXPECT_EQ(countLevels(OfSized), 1u);
  EXPECT_EQ(countLevels(undecided(integer())), 0u);
}

TEST(Ranges, BelongToTheInteger) {
  Attribute Range = attributeOf(Attribute::Range, {literal(1), literal(9)});
  const ValueRange Expected = {1, 9};
  Type T = integer(), P = pointer(integer()), Alias = integer();
  Alias.AliasAttributes = {Range};
  const rpcgen::Type OfT = asResolved(T, {Range});
  const rpcgen::Type OfP = asResolved(P, {Range});
  const rpcgen::Type OfAlias = asResolved(Alias, {});
  EXPECT_EQ(OfT.Range, Expected);
  EXPECT_EQ(OfP.element().Range, Expected);
  EXPECT_EQ(OfAlias.Range, Expected);

  Type Real = plain(Type::Kind::Float);
  const rpcgen::Type OfReal = asResolved(Real, {Range});
  EXPECT_FALSE(OfReal.Range);
}

TEST(Ranges, BelongToTheSize) {
  Attribute Range = attributeOf(Attribute::Range, {literal(1), literal(9)}),
            Wider = attributeOf(Attribute::Range, {literal(1), literal(99)});
  Type Count = integer();
  Count.AliasAttributes = {Wider};
  EXPECT_EQ(asParameter(pointer(integer()), {sizeIs({operand("n")}), Range}),
            "ref [n at most 9] int");
  EXPECT_EQ(asParameter(pointer(character()), {String, Range}),
            "ref [ string at most 9] char");
  EXPECT_EQ(asField(array(8, character()), {String, Range}),
            "[8 string at most 9] char");
  Type Sized = pointer(Count);
  const rpcgen::Type OfSized =
      asResolved(Sized, {sizeIs({operand("n")}), Range});
  EXPECT_EQ(OfSized.element().Range->High, 9);
  EXPECT_EQ(OfSized.element().element().Range->High, 99);
}

TEST(Ignored, LeadNowhereAndHaveNoClass) {
  const AttributeList Ignore = {attribute(Attribute::Ignore)};
  EXPECT_EQ(asField(pointer(pointer(integer())), Ignore), "ignored");
  Type Alias = pointer(integer());
  Alias.AliasAttributes = {attribute(Attribute::Ptr)};
  const rpcgen::Type OfAlias =
      asResolved(Alias, Ignore, {PointerClass::Full, PointerClass::Full});
  EXPECT_EQ(OfAlias.Class, PointerClass::Unspecified);
  EXPECT_EQ(OfAlias.element().K, Type::Kind::Void);
  EXPECT_EQ(asField(obstacle(Obstacle::VoidPointer), Ignore), "ignored");
  EXPECT_EQ(asField(obstacle(Obstacle::FunctionPointer), Ignore), "ignored");
  EXPECT_EQ(asField(integer(), Ignore), "int");
}

TEST(Int3264, IsWhatPointersAndArraysLeadTo) {
  const Attribute Int3264 = attribute(Attribute::Int3264);
  Type Wide = integer();
  Wide.Bits = 64;
  Type T = pointer(array(2, Wide));
  const rpcgen::Type OfT = asResolved(T, {Int3264});
  EXPECT_TRUE(OfT.element().element().Int3264);
  Wide.AliasAttributes = {Int3264};
  const rpcgen::Type OfWide = asResolved(Wide, {});
  EXPECT_TRUE(OfWide.Int3264);
}

TEST(Int3264, SaysWhatLongIs) {
  for (Obstacle Why : {Obstacle::Long, Obstacle::PointerSized}) {
    Type T = obstacle(Why);
    T.Bits = 64;
    const rpcgen::Type OfT = asResolved(T, {attribute(Attribute::Int3264)});
    EXPECT_EQ(OfT.K, Type::Kind::Integer);
    EXPECT_TRUE(OfT.Int3264);
    // Of a std::vector<long>, say.
    Type Held = obstacle(Why);
    const rpcgen::Type OfHeld =
        asResolved(Held, {attribute(Attribute::Int3264)});
    EXPECT_EQ(OfHeld.K, Type::Kind::Untransmissible);
  }
}

TEST(Pipes, AreBehindAReference) {
  EXPECT_EQ(asParameter(reference(pipe(integer()))), "ref reference pipe int");
}

TEST(Pipes, HaveElementsThatAreBounded) {
  Attribute Range = attributeOf(Attribute::Range, {literal(1), literal(9)}),
            Wider = attributeOf(Attribute::Range, {literal(1), literal(99)});
  Type Count = integer();
  Count.AliasAttributes = {Wider};
  Type ByAlias = pointer(pipe(Count)), Both = ByAlias;
  const rpcgen::Type OfByAlias = asResolved(ByAlias, {});
  const rpcgen::Type OfBoth = asResolved(Both, {Range});
  EXPECT_EQ(OfByAlias.element().element().Range->High, 99);
  EXPECT_EQ(OfBoth.element().element().Range->High, 9);
}

TEST(Pipes, AreNoStringsWhateverTheirElementsAre) {
  Type Name = array(8, character());
  Name.AliasAttributes = {String};
  EXPECT_EQ(asParameter(pointer(pipe(Name))), "ref pipe [8 string] char");
}

TEST(Unions, FindTheirDiscriminantBehindPointers) {
  Attribute SwitchIs = attributeOf(Attribute::SwitchIs, {operand("level")});
  Type T = pointer(pointer(plain(Type::Kind::Union)));
  const rpcgen::Type OfT = asResolved(T, {SwitchIs});
  EXPECT_EQ(OfT.element().element().Discriminant, operand("level"));
}

} // namespace
} // namespace rpcgen::test
