//===- Acf.cpp ------------------------------------------------------------===//

#include "idl/Acf.h"

#include "idl/Parser.h"
#include "idl/Walk.h"

namespace rpcgen::idl {

Acf parseAcf(const std::vector<Token> &Tokens, std::vector<Finding> &Findings) {
  return Parser(Tokens, Dialect::Midl, Findings).parseAcf();
}

Acf Parser::parseAcf() {
  Acf Result;
  using Kind = Acf::Entry::Kind;
  Attributes Given = parseAttributes();
  expect("interface", "after the attributes");
  Location Loc = peek().Loc;
  std::string Name = expectWord("the name of an interface");
  Result.Entries.push_back({Kind::Interface, Loc, Name, "", std::move(Given)});
  expect("{", "after the name of an interface");
  while (!at("}") && peek().K != Token::Kind::End) {
    const std::size_t Begin = At;
    if (at("include"))
      while (!at(";") && peek().K != Token::Kind::End)
        next();
    else
      parseAcfEntry(Result);
    expect(";", "after a declaration");
    if (Failed)
      recover(Begin);
  }
  expect("}", "after what the interface has");
  return Result;
}

/// "typedef [attributes] T, U" or "[attributes] f([attributes] p, q)"
void Parser::parseAcfEntry(Acf &Into) {
  using Kind = Acf::Entry::Kind;
  const bool IsType = take("typedef");
  const Attributes Given = parseAttributes();
  do {
    Location Loc = peek().Loc;
    std::string Name = expectWord("a name");
    Into.Entries.push_back(
        {IsType ? Kind::Type : Kind::Operation, Loc, Name, "", Given});
    if (IsType || !take("("))
      continue;
    while (!at(")") && !Failed) {
      Attributes OfParameter = parseAttributes();
      Location At = peek().Loc;
      std::string Parameter = expectWord("the name of a parameter");
      Into.Entries.push_back(
          {Kind::Parameter, At, Parameter, Name, std::move(OfParameter)});
      if (!take(","))
        break;
    }
    expect(")", "after the parameters");
  } while (take(","));
}

namespace {

void add(Attributes &To, const Attributes &More) {
  To.insert(To.end(), More.begin(), More.end());
}

bool addTo(Item &I, const Acf::Entry &E) {
  using Kind = Acf::Entry::Kind;
  if (auto *In = std::get_if<Interface>(&I.Is);
      In && E.K == Kind::Interface && In->Name == E.Name)
    return add(In->Attrs, E.Attrs), true;
  if (auto *T = std::get_if<Typedef>(&I.Is); T && E.K == Kind::Type)
    for (Variable &V : T->Names)
      if (V.Name == E.Name)
        return add(T->Attrs, E.Attrs), true;
  auto *O = std::get_if<Operation>(&I.Is);
  if (O && E.K == Kind::Operation && O->Name == E.Name)
    return add(O->Attrs, E.Attrs), true;
  if (O && E.K == Kind::Parameter && O->Name == E.Operation)
    for (Variable &V : O->Parameters)
      if (V.Name == E.Name)
        return add(V.Attrs, E.Attrs), true;
  return false;
}

} // namespace

void merge(const Acf &From, File &Into, std::vector<Finding> &Findings) {
  for (const Acf::Entry &E : From.Entries) {
    bool Found = false;
    forEachItem(Into.Items,
                [&](Item &I, Interface *) { Found |= addTo(I, E); });
    if (!Found)
      Findings.push_back(
          {"idl-acf",
           Severity::Error,
           E.Loc,
           "the IDL file has no '" + E.Name + "'" +
               (E.Operation.empty() ? "" : " in '" + E.Operation + "'"),
           {},
           {}});
  }
}

} // namespace rpcgen::idl
