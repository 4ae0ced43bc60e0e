//===- Layouts.cpp --------------------------------------------------------===//
#include "emit/Layouts.h"

#include "emit/Declare.h"
#include "emit/Guard.h"
#include "emit/Printer.h"
#include "emit/Shape.h"
#include "model/Values.h"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace rpcgen;

namespace {

/// The values that may be read into an enumeration: without a fixed underlying
/// type it must not get others.
std::string boundsOf(const Enumeration &E) {
  if (E.FixedUnderlying)
    return "";
  const ValueRange Values = valuesOf(E);
  return std::to_string(Values.Low) + ", " + std::to_string(Values.High);
}

std::string printEnumeration(const Enumeration &E) {
  return print(R"(
template <>
struct layout<$type$> {
  using wire = $wire$<$values$>;
};
)",
               {{"type", E.Spelling},
                {"wire", E.V1 ? "enum32" : "enum16"},
                {"values", boundsOf(E)}});
}

/// Members of a structure or arms of a union with the functions they name.
struct Members {
  std::vector<std::string> Items;
  std::vector<std::string> Functions;

  /// Template<First, "name", &type::name, shape>
  void add(std::string_view Template, const std::string &First,
           const wire::Member &Each,
           const std::vector<Field> *Beside = nullptr) {
    Shape S = shapeOf(Each.C, Each.Name,
                      {.Ndr = "", .Self = "type", .Fields = Beside});
    Items.push_back(
        print(R"($template$<$first$"$name$", &type::$name$$shape$>)",
              {{"template", std::string(Template)},
               {"first", First},
               {"name", Each.Name},
               {"shape", S.Argument}}));
    Functions.insert(Functions.end(), S.Functions.begin(), S.Functions.end());
  }
};

constexpr const char *Unnatural =
    "static constexpr bool natural_layout = false;";
constexpr const char *Encapsulated =
    "static constexpr bool encapsulated = true;";

std::string printStructure(const Structure &S,
                           const std::vector<wire::Member> &Fields) {
  Members M;
  for (const wire::Member &Each : Fields)
    M.add("field", "", Each, &S.Fields);
  return print(
      R"(
template <>
struct layout<$type$> {
  using type = $type$;
  $unnatural$
  $encapsulated$
  $functions$
  using members = fields<
      $fields$>;
};
)",
      {{"type", S.Spelling},
       {"unnatural", S.NaturalLayout ? "" : Unnatural},
       {"encapsulated", S.Encapsulated ? Encapsulated : ""},
       {"functions", join(M.Functions, "\n")},
       {"fields", join(M.Items, ",\n")}});
}

/// The default arm goes last.
std::string printUnion(const Union &U, const wire::Choice &Of) {
  std::vector<wire::Choice::Arm> Arms = Of.Arms;
  std::ranges::stable_partition(
      Arms, [](const wire::Choice::Arm &A) { return !A.Default; });

  Members M;
  for (const wire::Choice::Arm &A : Arms) {
    std::vector<std::string> Values;
    for (std::int64_t Case : A.Cases)
      Values.push_back(std::to_string(Case));
    std::string Cases = "cases<" + join(Values, ", ") + ">";

    if (A.C.as<wire::Nothing>())
      M.Items.push_back(A.Default ? "empty_default"
                                  : "empty_arm<" + Cases + ">");
    else if (A.Default)
      M.add("default_arm", "", A);
    else
      M.add("arm", Cases + ", ", A);
  }
  return print(
      R"(
template <>
struct layout<$type$> {
  using type = $type$;
  using tag = $tag$;
  $ms$
  $functions$
  using arms = ndr::arms<
      $arms$>;
};
)",
      {{"type", U.Spelling},
       {"tag", declare(*U.Tag, "")},
       {"ms", Of.MsUnion ? "static constexpr bool ms_union = true;" : ""},
       {"functions", join(M.Functions, "\n")},
       {"arms", join(M.Items, ",\n")}});
}

const std::string &spellingOf(const Model &M, const Selection::Definition &D) {
  return D.K == Type::Kind::Enumeration ? M.Enumerations[D.Index].Spelling
         : D.K == Type::Kind::Structure ? M.Structures[D.Index].Spelling
                                        : M.Unions[D.Index].Spelling;
}

std::string printDefinition(const wire::Forms &All,
                            const Selection::Definition &D) {
  return D.K == Type::Kind::Enumeration
             ? printEnumeration(All.M.Enumerations[D.Index])
         : D.K == Type::Kind::Structure
             ? printStructure(All.M.Structures[D.Index],
                              All.Structures[D.Index])
             : printUnion(All.M.Unions[D.Index], All.Unions[D.Index]);
}

} // namespace

std::string rpcgen::printLayouts(const wire::Forms &All,
                                 const Selection &Selected) {
  std::vector<std::string> Layouts;
  for (const Selection::Definition &D : Selected.Types)
    Layouts.push_back(
        printGuarded("LAYOUT", spellingOf(All.M, D), printDefinition(All, D)));
  if (Layouts.empty())
    return "";
  return print(R"(
namespace rpc::ndr {

$layouts$

}  // namespace rpc::ndr
)",
               {{"layouts", join(Layouts, "\n")}});
}
