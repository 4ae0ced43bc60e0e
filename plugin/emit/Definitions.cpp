//===- Definitions.cpp ----------------------------------------------------===//
#include "emit/Definitions.h"

#include "emit/Declare.h"
#include "emit/Operations.h"
#include "emit/Printer.h"

#include <set>
#include <utility>
#include <vector>

using namespace rpcgen;

namespace {

/// "::described::union_0" in the namespace itself.
std::string unqualified(const std::string &Name) {
  return Name.substr(Name.rfind(':') + 1);
}

std::string printEnumeration(const Enumeration &E) {
  return print("enum class $name$ : ::std::$u$int$bits$_t {};",
               {{"name", unqualified(E.Spelling)},
                {"u", E.Signed ? "" : "u"},
                {"bits", std::to_string(E.Bits)}});
}

std::string printRecord(std::string_view Keyword, const std::string &Spelling,
                        const std::vector<const Field *> &Fields) {
  std::vector<std::string> Members;
  for (const Field *F : Fields)
    Members.push_back(declare(F->T, F->Name) + ";");
  return print(R"(
$keyword$ $name$ {
  $members$
};
)",
               {{"keyword", std::string(Keyword)},
                {"name", unqualified(Spelling)},
                {"members", join(Members, "\n")}});
}

std::string printStructure(const Structure &S) {
  std::vector<const Field *> Fields;
  for (const Field &F : S.Fields)
    Fields.push_back(&F);
  return printRecord("struct", S.Spelling, Fields);
}

std::string printUnion(const Union &U) {
  std::vector<const Field *> Fields;
  for (const Arm &A : U.Arms)
    if (!A.Empty)
      Fields.push_back(&A.F);
  return printRecord("union", U.Spelling, Fields);
}

std::string printNames(const Enumeration &E) {
  std::vector<std::string> Cases;
  std::set<std::int64_t> Named;
  for (const Enumerator &Each : E.Enumerators)
    if (Named.insert(Each.Value).second)
      Cases.push_back(
          print(R"(if (value == $value$) return "$name$";)",
                {{"value", std::to_string(Each.Value)}, {"name", Each.Name}}));
  return print(R"(
template <>
struct rpc::ndr::enumerators<$type$> {
  static const char* name([[maybe_unused]] std::int64_t value) {
    $cases$
    return nullptr;
  }
};
)",
               {{"type", E.Spelling}, {"cases", join(Cases, "\n")}});
}

/// Prints structures and unions, each behind those that it holds by value.
class Records {
public:
  explicit Records(const Model &Of) : M(Of) {}

  void add(const Selection::Definition &D) {
    if (!Added.insert({D.K, D.Index}).second)
      return;
    if (D.K == Type::Kind::Structure) {
      for (const Field &F : M.Structures[D.Index].Fields)
        addHeld(F.T);
      Texts.push_back(printStructure(M.Structures[D.Index]));
    } else {
      for (const Arm &A : M.Unions[D.Index].Arms)
        addHeld(A.F.T);
      Texts.push_back(printUnion(M.Unions[D.Index]));
    }
  }

  std::vector<std::string> Texts;

private:
  void addHeld(const Type &T) {
    if (T.K == Type::Kind::Array || T.K == Type::Kind::Standard)
      for (const Type &Element : T.Element)
        addHeld(Element);
    else if (T.K == Type::Kind::Structure || T.K == Type::Kind::Union)
      add({T.K, T.Definition});
  }

  const Model &M;
  std::set<std::pair<Type::Kind, std::size_t>> Added;
};

std::string printInterface(const Interface &I) {
  std::vector<std::string> Declarations;
  for (const Operation &O : I.Operations)
    if (!O.Local && O.Obstacles.empty())
      Declarations.push_back(declareOperation(O));
  return print(R"(
namespace $name$ {
$declarations$
}  // namespace $name$
)",
               {{"name", unqualified(I.Namespace)},
                {"declarations", join(Declarations, "\n")}});
}

} // namespace

std::string rpcgen::printDefinitions(const Model &M,
                                     const Selection &Selected) {
  std::vector<std::string> Forward, Names, Interfaces;
  Records Definitions(M);
  for (const Selection::Definition &D : Selected.Types)
    if (D.K == Type::Kind::Enumeration) {
      Forward.push_back(printEnumeration(M.Enumerations[D.Index]));
      Names.push_back(printNames(M.Enumerations[D.Index]));
    } else if (D.K == Type::Kind::Structure) {
      const Structure &S = M.Structures[D.Index];
      Forward.push_back("struct " + unqualified(S.Spelling) + ";");
      Definitions.add(D);
    } else {
      const Union &U = M.Unions[D.Index];
      Forward.push_back("union " + unqualified(U.Spelling) + ";");
      Definitions.add(D);
    }
  for (std::size_t I : Selected.Interfaces)
    Interfaces.push_back(printInterface(M.Interfaces[I]));

  return print(R"(
namespace described {

$forward$

$definitions$

$interfaces$

}  // namespace described

$names$
)",
               {{"forward", join(Forward, "\n")},
                {"definitions", join(Definitions.Texts, "\n")},
                {"interfaces", join(Interfaces, "\n")},
                {"names", join(Names, "\n")}});
}
