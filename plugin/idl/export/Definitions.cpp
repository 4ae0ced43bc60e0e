//===- Definitions.cpp - structures, unions, enumerations, typedefs -------===//

#include "idl/export/Plain.h"
#include "idl/export/Writer.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

std::string lastOf(const std::string &Qualified) {
  return Qualified.substr(Qualified.rfind(':') + 1);
}

} // namespace

const std::string &Writer::nameOf(const Type &T) {
  std::string &Name = Names[{T.K, T.Definition}];
  if (!Name.empty())
    return Name;
  const std::string &Spelling =
      T.K == Type::Kind::Structure ? M.Structures[T.Definition].Spelling
      : T.K == Type::Kind::Union   ? M.Unions[T.Definition].Spelling
                                   : M.Enumerations[T.Definition].Spelling;
  return Name = unused(lastOf(Spelling));
}

/// IDL has one scope for all interfaces.
std::string Writer::unused(const std::string &Wanted) {
  const std::string Base = idlName(Wanted);
  std::string Name = Base;
  for (int N = 2; !Used.insert(Name).second; ++N)
    Name = Base + "_" + std::to_string(N);
  return Name;
}

void Writer::define(const Type &T) {
  const Definition Key = {T.K, T.Definition};
  if (!Begun.insert(Key).second)
    return;
  const std::string Name = nameOf(T);
  if (T.K == Type::Kind::Structure)
    define(M.Structures[T.Definition], Name);
  else if (T.K == Type::Kind::Union)
    define(M.Unions[T.Definition], Name);
  else
    define(M.Enumerations[T.Definition], Name);
  Complete.insert(Key);
}

void Writer::define(const Enumeration &E, const std::string &Name) {
  std::string Text = std::string("  typedef ") + (E.V1 ? "[v1_enum] " : "") +
                     "enum " + Name + " {\n";
  for (const Enumerator &Each : E.Enumerators) {
    const std::string Unique = unused(Each.Name);
    Enumerators.emplace(
        std::pair(static_cast<std::size_t>(&E - M.Enumerations.data()),
                  Each.Value),
        Unique);
    Text += "    " + Unique + " = " + std::to_string(Each.Value) +
            (&Each == &E.Enumerators.back() ? "\n" : ",\n");
  }
  Body += Text + "  } " + Name + ";\n\n";
}

void Writer::define(const Structure &S, const std::string &Name) {
  if (S.Encapsulated && S.Fields.size() == 2 &&
      S.Fields[1].T.K == Type::Kind::Union)
    return defineEncapsulated(S, Name);
  std::string Text = "  typedef struct " + Name + " {\n";
  for (const Field &F : S.Fields)
    Text +=
        "    " +
        declare({}, plain(All, F.T), idlName(F.Name), embedded(), Siblings()) +
        ";\n";
  Body += Text + "  } " + Name + ";\n\n";
}

/// The value as the enumerator of the discriminant's type that has it.
std::string Writer::label(const Type &Tag, std::int64_t Value) const {
  if (Tag.K == Type::Kind::Enumeration) {
    auto Known = Enumerators.find({Tag.Definition, Value});
    if (Known != Enumerators.end())
      return Known->second;
  }
  return std::to_string(Value);
}

std::string Writer::dataOf(const Arm &A, std::vector<std::string> Attributes) {
  if (A.Empty)
    return brackets(Attributes);
  return declare(std::move(Attributes), plain(All, A.F.T), idlName(A.F.Name),
                 embedded(), Siblings());
}

void Writer::define(const Union &U, const std::string &Name) {
  std::vector<std::string> Attributes;
  if (U.Tag)
    Attributes.push_back("switch_type(" + base(*U.Tag, false) + ")");
  if (U.MsUnion)
    Attributes.push_back("ms_union");
  std::string Arms;
  for (const Arm &A : U.Arms) {
    std::vector<std::string> Selected;
    std::string Cases;
    for (std::int64_t Value : A.Cases)
      Cases +=
          (Cases.empty() ? "" : ", ") + label(U.Tag.value_or(Type()), Value);
    if (!A.Cases.empty())
      Selected.push_back("case(" + Cases + ")");
    if (A.Default)
      Selected.push_back("default");
    Arms += "    " + dataOf(A, std::move(Selected)) + ";\n";
  }
  Body += "  typedef " + brackets(Attributes) + "union " + Name + " {\n" +
          Arms + "  } " + Name + ";\n\n";
}

/// With all its cases before it; widl takes an arm for each of them.
std::string Writer::encapsulated(const Arm &A, const Type &Tag) {
  std::string Text, Labels;
  for (std::int64_t Value : A.Cases) {
    if (!Labels.empty() && For == Target::Widl) {
      Arm Same = A;
      Same.Cases = {Value};
      Same.Default = false;
      Same.F.Name += "_" + std::to_string(Value);
      Text += encapsulated(Same, Tag);
    } else {
      Labels += " case " + label(Tag, Value) + ":";
    }
  }
  if (A.Default)
    Labels += " default:";
  return "   " + Labels + " " + dataOf(A, {}) + ";\n" + Text;
}

void Writer::defineEncapsulated(const Structure &S, const std::string &Name) {
  const Field &Tag = S.Fields[0], &Choice = S.Fields[1];
  const std::string Switch = base(plain(All, Tag.T), false);
  std::string Arms;
  for (const Arm &A : M.Unions[Choice.T.Definition].Arms)
    Arms += encapsulated(A, Tag.T);
  Body += "  typedef union " + Name + " switch (" + Switch + " " +
          idlName(Tag.Name) + ") " + idlName(Choice.Name) + " {\n" + Arms +
          "  } " + Name + ";\n\n";
}

void Writer::defineVariant(const Type &T, const std::string &Name) {
  std::string Text;
  for (std::size_t N = 0; N < T.Element.size(); ++N) {
    const bool IsEmpty = T.Element[N].K == Type::Kind::Void;
    const std::string Number = std::to_string(N);
    Text += "    case " + Number + ": " +
            (IsEmpty ? ""
                     : declare({}, plain(All, T.Element[N]), "value" + Number,
                               embedded(), Siblings())) +
            ";\n";
  }
  Body += "  typedef union " + Name +
          " switch (unsigned long index) value {\n" + Text + "  } " + Name +
          ";\n\n";
}

/// The name of a typedef, which is declared the first time that it is needed.
/// `Text` declares a name; `Of` tells those apart that are declared alike.
std::string
Writer::alias(const std::string &Wanted,
              const std::function<std::string(const std::string &Name)> &Text,
              const std::string &Of) {
  std::string &Name = Aliases[Of + " " + Text("")];
  if (Name.empty()) {
    Name = unused(Wanted);
    Body += "  typedef " + Text(Name) + ";\n\n";
  }
  return Name;
}

} // namespace rpcgen::idl
