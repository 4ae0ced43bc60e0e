//===- Operations.cpp - operations ----------------------------------------===//

#include "idl/HeaderWriter.h"
#include "idl/Names.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

constexpr std::size_t MostColumns = 100;

bool hasComments(const std::vector<Variable> &Parameters) {
  return std::ranges::any_of(Parameters, [](const Variable &V) {
    return !V.Before.empty() || !V.After.empty();
  });
}

bool isLocal(const Operation &O, const Interface *In) {
  return find(O.Attrs, "local") || (In && find(In->Attrs, "local"));
}

} // namespace

void HeaderWriter::write(const Operation &O, const Item &I) {
  (void)I;
  const std::string Name = identifier(O.Name);
  Local.clear();
  Hiding.clear();
  for (const Variable &V : O.Parameters)
    Local.insert(V.Name);
  Text Opening;
  if (find(O.Attrs, "reserved")) {
    Opening << attributes(O.Attrs) << "void ";
    line(0, Opening.at(I.Loc) << Name << "();");
    return;
  }
  const bool HasAttributes = !isLocal(O, Now.In);
  Attributes Given = O.Attrs;
  if (!HasAttributes)
    Given = find(O.Attrs, "local") && !(Now.In && find(Now.In->Attrs, "local"))
                ? Attributes{*find(O.Attrs, "local")}
                : Attributes{};
  if (isInt3264(*O.T) && O.Layers.empty()) {
    // The attribute is for types, and not for functions.
    const std::string Alias = Name + "_result";
    line(0, Text() << "using " << Alias << " [[rpc::int3264]] = " << spell(*O.T)
                   << ";");
    Opening << attributes(Given) << Alias << " " << Name;
  } else {
    Opening << declaration(Given, *O.T, O.Layers, I.Loc, Name);
  }
  Opening << "(";
  std::vector<Variable> Parameters = O.Parameters;
  if (!HasAttributes)
    for (Variable &V : Parameters)
      V.Attrs.clear();
  writeCall(Opening, Parameters);
  Local.clear();
  Hiding.clear();
}

/// Pipes travel by reference.
Text HeaderWriter::parameter(const Variable &V) {
  const bool IsPipe =
      V.Layers.empty() && Known.stripped(*V.T, here()).K == Type::Kind::Pipe;
  Text Result = declaration(V.Attrs, *V.T, V.Layers, V.Loc,
                            (IsPipe ? "& " : "") + identifier(V.Name));
  return Result;
}

/// In as few lines as fit, under the first parameter; in lines of their own
/// where there are comments.
void HeaderWriter::writeCall(const Text &Opening,
                             const std::vector<Variable> &Parameters) {
  std::vector<Text> Pieces;
  std::size_t Longest = 0;
  for (const Variable &V : Parameters) {
    Pieces.push_back(parameter(V));
    Pieces.back() << (&V == &Parameters.back() ? ");" : ",");
    Hiding.insert(identifier(V.Name));
    Longest = std::max(Longest, Pieces.back().size());
  }
  if (Pieces.empty())
    return line(0, Text(Opening) << ");");
  const bool Commented = hasComments(Parameters);
  const bool Below = Commented || Opening.size() + Longest > MostColumns;
  const std::size_t Indent = Below ? 4 : Opening.size();
  Text Line = Opening; // begins at column 0, all others at Indent
  std::size_t Column = 0;
  auto Break = [&] {
    line(Column, Line);
    Line = Text();
    Column = Indent;
  };
  if (Below)
    Break();
  for (std::size_t N = 0; N < Pieces.size(); ++N) {
    if (Commented)
      writeComments(Parameters[N].Before, Indent);
    else if (N != 0 &&
             Column + Line.size() + 1 + Pieces[N].size() > MostColumns)
      Break();
    else if (N != 0)
      Line << " ";
    Line << Pieces[N];
    if (Commented) {
      Break();
      writeTrailing(Parameters[N].After);
    }
  }
  if (!Line.isEmpty())
    Break();
}

} // namespace rpcgen::idl
