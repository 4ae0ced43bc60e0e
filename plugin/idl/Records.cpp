//===- Records.cpp - structures, unions and enumerations ------------------===//

#include "idl/HeaderWriter.h"
#include "idl/Names.h"
#include "idl/Walk.h"

#include <algorithm>
#include <utility>

namespace rpcgen::idl {
namespace {

constexpr std::size_t MostColumns = 100;

bool belongsToDefinition(const Attribute &A, Type::Kind K) {
  if (A.Name == "switch_type" || A.Name == "empty_case")
    return K == Type::Kind::Union;
  return A.Name == "v1_enum" || A.Name == "ms_union" || A.Name == "encode" ||
         A.Name == "decode";
}

const char *keyword(Type::Kind K) {
  return K == Type::Kind::Union         ? "union "
         : K == Type::Kind::Enumeration ? "enum "
                                        : "struct ";
}

/// "2" for case(2, 3), for the name of an arm without data.
std::string nameOfCase(const Expr &E) {
  if (E.K == Expr::Kind::Unary)
    return "minus_" + nameOfCase(E.Operands[0]);
  if (E.K == Expr::Kind::Cast)
    return nameOfCase(E.Operands[0]);
  return E.K == Expr::Kind::Literal || E.K == Expr::Kind::Name ? E.Text : "x";
}

} // namespace

Attributes HeaderWriter::ofDefinition(const Attributes &All, Type::Kind K) {
  Attributes Result;
  std::ranges::copy_if(All, std::back_inserter(Result),
                       [&](auto &A) { return belongsToDefinition(A, K); });
  return Result;
}

Attributes HeaderWriter::withoutDefinition(const Attributes &All,
                                           Type::Kind K) {
  Attributes Result;
  std::ranges::remove_copy_if(All, std::back_inserter(Result), [&](auto &A) {
    return belongsToDefinition(A, K);
  });
  return Result;
}

void HeaderWriter::writeRecord(const Type &T, const Attributes &Given) {
  if (!Written.insert(T.Defined.get()).second)
    return;
  Attributes All = ofDefinition(Given, T.K);
  All.insert(All.end(), T.Defined->Attrs.begin(), T.Defined->Attrs.end());
  // Which each name of the typedef is, the structure's own as well.
  if (const Attribute *Handle = find(Given, "handle");
      Handle && T.K == Type::Kind::Structure)
    All.push_back(*Handle);
  if (T.Defined->Encapsulated)
    return writeEncapsulated(T, All);
  isNew(Known.nameOf(T));
  if (T.K == Type::Kind::Enumeration)
    return writeEnumeration(T, All);
  Text Line;
  Line.at(T.Loc) << keyword(T.K) << attributes(All);
  line(0, Line.at(T.Loc) << Known.nameOf(T) << " {");
  writeBody(T, 2);
  line(0, Text() << "};");
}

void HeaderWriter::writeBody(const Type &T, std::size_t Indent) {
  std::set<std::string> Outer = std::exchange(Local, {});
  std::set<std::string> OuterHiding = std::exchange(Hiding, {});
  for (const Variable &V : T.Defined->Fields)
    Local.insert(V.Name);
  if (T.K == Type::Kind::Union) // their switch_is is outside
    Local.insert(Outer.begin(), Outer.end());
  for (const Variable &V : T.Defined->Fields)
    writeField(V, Indent, T.K == Type::Kind::Union);
  writeComments(T.Defined->AtEnd, Indent);
  Local = std::move(Outer);
  Hiding = std::move(OuterHiding);
}

void HeaderWriter::writeField(const Variable &V, std::size_t Indent,
                              bool IsArm) {
  writeComments(V.Before, Indent);
  Text Line;
  if (!V.T) {
    const Attribute *Case = find(V.Attrs, "case");
    Line << attributes(V.Attrs);
    Line.at(V.Loc) << "rpc::none "
                   << (Case && !Case->Arguments.empty()
                           ? identifier("none_" +
                                        nameOfCase(Case->Arguments.front()))
                           : "none")
                   << ";";
    line(Indent, Line);
    return writeTrailing(V.After);
  }
  const std::string Name = identifier(V.Name);
  if (V.T->Defined && Known.nameOf(*V.T).empty()) {
    Line << attributes(withoutDefinition(V.Attrs, V.T->K));
    Attributes Given = ofDefinition(V.Attrs, V.T->K);
    Line.at(V.T->Loc) << keyword(V.T->K) << attributes(Given) << "{";
    line(Indent, Line);
    writeBody(*V.T, Indent + 2);
    Text End;
    std::string Declarator = declarator(V.Layers, Name, false);
    line(Indent, (End << "} ").at(V.Loc) << Declarator << ";");
  } else {
    Line = declaration(withoutDefinition(V.Attrs, V.T->K), *V.T, V.Layers,
                       V.Loc, Name, !IsArm);
    if (!V.Bits.isEmpty())
      Line << " : " << spell(V.Bits);
    line(Indent, Line << ";");
  }
  Hiding.insert(Name);
  writeTrailing(V.After);
}

void HeaderWriter::writeEnumeration(const Type &T, const Attributes &Given) {
  const std::vector<Enumerator> &All = T.Defined->Enumerators;
  Text Opening;
  Opening.at(T.Loc) << "enum " << attributes(Given);
  Opening.at(T.Loc) << Known.nameOf(T) << " {";
  Text Line = Opening;
  bool HasComments = !T.Defined->AtEnd.empty();
  for (const Enumerator &E : All) {
    HasComments |= !E.Before.empty() || !E.After.empty();
    Line << (&E == &All.front() ? " " : ", ");
    Line.at(E.Loc) << identifier(E.Name);
    if (!E.Value.isEmpty())
      Line << " = " << spell(E.Value);
  }
  if (!HasComments && Line.size() + 3 <= MostColumns)
    return line(0, Line << " };");
  line(0, Opening);
  for (const Enumerator &E : All) {
    writeComments(E.Before, 2);
    Text Entry;
    Entry.at(E.Loc) << identifier(E.Name);
    if (!E.Value.isEmpty())
      Entry << " = " << spell(E.Value);
    line(2, Entry << ",");
    writeTrailing(E.After);
  }
  writeComments(T.Defined->AtEnd, 2);
  line(0, Text() << "};");
}

/// The discriminant and the union as the two fields that they are in memory.
void HeaderWriter::writeEncapsulated(const Type &T, const Attributes &Given) {
  const Definition &D = *T.Defined;
  isNew(Known.nameOf(T));
  const std::string Tag = identifier(D.Switch.Name);
  Text Line, Switch;
  Line.at(T.Loc) << "struct [[rpc::union_switch(" << Tag << ")";
  for (const Attribute &A : Given)
    if (A.Name != "switch_type")
      Line << ", " << attribute(A);
  line(0, Line << "]] " << Known.nameOf(T) << " {");
  line(2, declaration(D.Switch.Attrs, *D.Switch.T, D.Switch.Layers,
                      D.Switch.Loc, Tag)
              << ";");
  line(2, Text() << "union {");
  writeBody(T, 4);
  line(2,
       Text() << "} "
              << identifier(D.UnionName.empty() ? "tagged_union" : D.UnionName)
              << ";");
  line(0, Text() << "};");
}

/// What an item uses before it is declared: a structure through a pointer, or
/// the name of that pointer.
void HeaderWriter::declareFirst(const Item &I) {
  forEachType(I, [&](const Type &T) {
    const Symbol *S = Known.find(T, here());
    if (!S || T.Defined || S->In.Unit != Number ||
        S->In.Namespace != Now.Namespace || P.Refused.count(S->Item.Raw))
      return;
    if (S->K == Symbol::Kind::Alias)
      declareFirst(*S);
    else if (S->K == Symbol::Kind::Record && S->Item != I.Loc)
      declareRecord(*S->T);
  });
}

void HeaderWriter::declareFirst(const Symbol &S) {
  const Type &T = *S.T;
  bool IsRecord = T.K == Type::Kind::Structure || T.K == Type::Kind::Union;
  if (!IsRecord || Written.count(S.Alias))
    return;
  if (S.Alias->Layers.empty() && S.Name == Known.nameOf(T))
    return declareRecord(T);
  if (!Known.isPointer(T, S.Alias->Layers, S.In))
    return;
  declareRecord(T);
  writeAlias(*S.Alias, T, withoutDefinition(*S.Attrs, T.K));
}

void HeaderWriter::declareRecord(const Type &T) {
  const Symbol *S = Known.find(T, here());
  const Type &Full = S && S->T->Defined ? *S->T : T;
  if (T.K == Type::Kind::Enumeration || !isNew(Known.nameOf(T)))
    return;
  bool IsStruct = Full.Defined && Full.Defined->Encapsulated;
  line(0, Text().at(T.Loc) << (IsStruct ? "struct " : keyword(Full.K))
                           << Known.nameOf(T) << ";");
}

} // namespace rpcgen::idl
