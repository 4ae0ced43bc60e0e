//===- FormsTest.cpp - what types lower to --------------------------------===//

#include "Models.h"
#include "wire/Messages.h"

#include <gtest/gtest.h>

using namespace rpcgen;
using namespace rpcgen::test;

namespace {

/// "unique(string(1))": the tree with the sizes of its scalars in NDR20.
std::string print(const wire::Construct& C) {
  auto In = [](const std::string& Name, const wire::Construct& Of) {
    return Name + "(" + print(Of) + ")";
  };
  return wire::match(
      C, [](const wire::Scalar& S) { return std::to_string(S.Size[0]); },
      [&](const wire::Pointer& P) {
        constexpr const char* Names[] = {"ref", "unique", "full", "ignored", "partial"};
        std::string Name = Names[static_cast<int>(P.Takes)];
        return P.To.empty() ? Name : In(Name, P.To.front());
      },
      [&](const wire::Array& A) {
        return In(A.String ? "string" : A.isConformant() ? "conformant" : "fixed", A.Of.front());
      },
      [](const wire::Structure&) { return std::string("structure"); },
      [](const wire::Union&) { return std::string("union"); },
      [](const wire::Alternatives&) { return std::string("alternatives"); },
      [&](const wire::Pipe& P) { return In("pipe", P.Of.front()); },
      [](const wire::ContextHandle&) { return std::string("context"); },
      [&](const wire::Presented& P) { return In("presented", P.By.front()); },
      [](const wire::Deletions&) { return std::string("deletions"); },
      [](const wire::Nothing&) { return std::string("nothing"); });
}

std::string lower(const Type& T) {
  const Model M = structureOf({bits(32)}, 4, 4);
  return print(wire::Forms(M).value(T));
}

Type text(PointerClass Class = PointerClass::Unique) {
  Type T = standard(StandardClass::String, "std::string", {}, Class);
  T.Bits = 8;
  return T;
}

TEST(Forms, ClassesAreWhatTheyTravelAs) {
  EXPECT_EQ(lower(unique(test::string(character()))), "unique(string(1))");
  EXPECT_EQ(lower(text()), "unique(string(1))");
  EXPECT_EQ(lower(unique(text())), "unique(string(1))");
  EXPECT_EQ(lower(standard(StandardClass::Optional, "", {text()})), "unique(string(1))");
  EXPECT_EQ(lower(standard(StandardClass::SharedPointer, "", {bits(16)})), "full(2)");
  EXPECT_EQ(lower(standard(StandardClass::Vector, "", {bits(32)}, PointerClass::Ref)),
            "ref(conformant(4))");
  Type Array = standard(StandardClass::Array, "", {bits(32)});
  Array.Extent = 4;
  EXPECT_EQ(lower(Array), "fixed(4)");
}

TEST(Forms, AStructureEndsTheTree) {
  const Model M = structureOf({unique(itself()), bits(8)}, 8, 16);
  const wire::Forms All(M);
  EXPECT_EQ(print(All.Structures[0][0].C), "unique(structure)");
}

TEST(Forms, SequencesAreNeverNullWhenSent) {
  const Model M;
  const wire::Construct C = wire::Forms(M).value(text());
  EXPECT_EQ(C.as<wire::Pointer>()->Sends, wire::Pointer::Class::Ref);
  EXPECT_EQ(C.as<wire::Pointer>()->Takes, wire::Pointer::Class::Unique);
}

wire::Bytes alignmentOf(std::vector<Type> Fields) {
  const Model M = structureOf(std::move(Fields), 8, 8);
  return wire::Forms(M).alignmentOf({wire::Structure{0}});
}

TEST(Forms, Alignments) {
  EXPECT_EQ(alignmentOf({bits(8)}), (wire::Bytes{1, 1}));
  EXPECT_EQ(alignmentOf({bits(8), bits(64)}), (wire::Bytes{8, 8}));
  EXPECT_EQ(alignmentOf({shortEnum()}), (wire::Bytes{2, 4}));
  EXPECT_EQ(alignmentOf({unique(itself())}), (wire::Bytes{4, 8}));
  // The counts of a string in place.
  Type Name = test::string(character());
  Name.Extent = 16;
  EXPECT_EQ(alignmentOf({Name}), (wire::Bytes{4, 8}));
  EXPECT_EQ(alignmentOf({array(16, character())}), (wire::Bytes{1, 1}));
}

/// A union of a 16-bit number in case 1, and nothing by default.
Model tagged(Type Field) {
  Model M = structureOf({bits(32), std::move(Field)}, 4, 8);
  Union U;
  U.Tag = bits(32);
  U.Arms.resize(2);
  U.Arms[0].F = field(bits(16), "number");
  U.Arms[0].Cases = {1};
  U.Arms[1].Empty = U.Arms[1].Default = true;
  M.Unions.push_back(U);
  return M;
}

TEST(Choices, OfAnEncapsulatedUnion) {
  Model M = tagged(named(Type::Kind::Union, "u", 0));
  M.Structures[0].Encapsulated = true;
  const wire::Forms All(M);
  const auto Choice = All.choiceOf({wire::Structure{0}});
  ASSERT_TRUE(Choice);
  EXPECT_EQ(Choice->Tag.Name, "f0");
  EXPECT_EQ(Choice->armOf(1)->Name, "f1.number");
  EXPECT_EQ(print(Choice->armOf(1)->C), "2");
  EXPECT_EQ(print(Choice->armOf(7)->C), "nothing");
}

TEST(Choices, OfAVariant) {
  const Model M;
  const wire::Forms All(M);
  const Type T = standard(StandardClass::Variant, "", {bits(8), text()});
  const auto Choice = All.choiceOf(All.value(T));
  ASSERT_TRUE(Choice);
  EXPECT_EQ(print(Choice->Tag.C), "4");
  EXPECT_EQ(print(Choice->armOf(1)->C), "unique(string(1))");
  EXPECT_EQ(Choice->armOf(2), nullptr);
}

TEST(Choices, OfAStructureThereAreNone) {
  const Model M = structureOf({bits(32)}, 4, 4);
  EXPECT_FALSE(wire::Forms(M).choiceOf({wire::Structure{0}}));
}

std::string printMessage(const std::vector<wire::Member>& Message) {
  std::string Text;
  for (const wire::Member& Each : Message) Text += Each.Name + " " + print(Each.C) + ";";
  return Text;
}

TEST(Messages, PipesFollowInARequestAndLeadInAResponse) {
  Operation O;
  O.Parameters = {
      parameter(In, named(Type::Kind::BindingHandle, "", 0), "h"),
      parameter(InOut, ref(pipe(bits(8))), "p"),
      parameter(In, bits(16), "n"),
      parameter(Out, ref(bits(32)), "m"),
  };
  O.Return = bits(64);
  const Model M;
  const wire::Forms All(M);
  EXPECT_EQ(printMessage(requestOf(All, O)), "n 2;p ref(pipe(1));");
  EXPECT_EQ(printMessage(responseOf(All, O)), "p ref(pipe(1));m ref(4); 8;");
}

TEST(Messages, ARefPointerDoesNotTravelAtTheTop) {
  const Model M;
  const wire::Forms All(M);
  const Type T = ref(ref(bits(32)));
  const wire::Construct C = All.parameter(T, true);
  const auto* P = C.as<wire::Pointer>();
  EXPECT_FALSE(P->Travels);
  EXPECT_TRUE(P->To.front().as<wire::Pointer>()->Travels);
}

TEST(Messages, OfAPartlyIgnoredPointerARequestHasTheId) {
  const Model M;
  const wire::Forms All(M);
  Type T = unique(bits(32));
  T.PartlyIgnored = true;
  EXPECT_EQ(print(All.parameter(T, true)), "partial");
  EXPECT_EQ(print(All.parameter(T, false)), "unique(4)");
}

}  // namespace
