//===- Outline.cpp --------------------------------------------------------===//

#include "Outline.h"
#include "emit/Declare.h"
#include "emit/Interfaces.h"
#include "emit/Select.h"
#include "remarks/Remarks.h"
#include "wire/Layout.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"

using namespace rpcgen;
using wire::Syntax;

namespace rpc_check {
namespace {

constexpr Syntax Both[] = {Syntax::Ndr20, Syntax::Ndr64};

std::string textOf(std::optional<std::size_t> Number) {
  return Number ? std::to_string(*Number) : "varies";
}

std::string textOf(Direction D) {
  return D.In && D.Out ? "in, out" : D.Out ? "out" : "in";
}

/// "reuses the received message on NDR20 and NDR64", in a line for each syntax
/// where they differ.
std::string memoryOf(const std::vector<Finding> &Remarks, const Parameter &P,
                     const std::string &Operation) {
  const std::string Begin = "'" + P.Name + "' of '" + Operation + "' ";
  std::string Text;
  for (const Finding &F : Remarks)
    if (llvm::StringRef Said = F.Message;
        F.Loc == P.Loc && Said.consume_front(Begin))
      Text += (Text.empty() ? "" : "\n") + Said.str();
  return Text;
}

/// As the interface itself writes it: "sample*" for "::weather::sample*".
std::string inside(const Interface &I, llvm::StringRef Written) {
  std::string Text;
  while (!Written.empty()) {
    const bool Begins = Text.empty() || !llvm::isAlnum(Text.back());
    if (Begins && (Written.consume_front(I.Namespace + "::") ||
                   Written.consume_front("::")))
      continue;
    Text += Written.front();
    Written = Written.drop_front();
  }
  return Text;
}

Table operationsOf(const wire::Forms &All, const Interface &I) {
  const std::vector<Finding> Remarks = remarksOf(All, I);
  Table T{"",
          "Operations",
          {"", "operation", "parameter", "", "memory on the server"},
          {}};
  for (const Operation &O : I.Operations) {
    if (O.Local)
      continue;
    std::vector<std::string> First{std::to_string(O.Opnum),
                                   inside(I, declare(O.Return, O.Name))};
    for (const Parameter &P : O.Parameters) {
      First.insert(First.end(), {inside(I, declareParameter(P)), textOf(P.Dir),
                                 memoryOf(Remarks, P, I.Name + "::" + O.Name)});
      T.Rows.push_back(std::move(First));
      First = {"", ""};
    }
    if (O.Parameters.empty()) {
      First.resize(T.Heads.size());
      T.Rows.push_back(std::move(First));
    }
  }
  return T;
}

/// In front of what has a place in both syntaxes.
std::vector<std::string> headsFor(const std::string &What) {
  return {What, "type", "NDR20: at byte", "bytes", "NDR64: at byte", "bytes"};
}

void addSize(Table &T, const char *Name, const wire::Extent (&Whole)[2]) {
  T.Rows.push_back(
      {Name, "", "", textOf(Whole[0].Size), "", textOf(Whole[1].Size)});
}

Table structureOf(const wire::Forms &All, const Interface &I,
                  std::size_t Index) {
  const Structure &Of = All.M.Structures[Index];
  Table T{Of.Name, "struct " + Of.Name, headsFor("field"), {}};
  wire::Layout Laid[2];
  for (Syntax S : Both)
    Laid[S == Syntax::Ndr64] = layoutOf(All, wire::Structure{Index}, S);
  for (std::size_t F = 0; F < Of.Fields.size(); ++F) {
    std::vector<std::string> Row{Of.Fields[F].Name,
                                 inside(I, declare(Of.Fields[F].T, ""))};
    for (Syntax S : Both) {
      Row.push_back(textOf(Laid[S == Syntax::Ndr64].Offsets[F]));
      Row.push_back(textOf(extentOf(All, All.Structures[Index][F].C, S).Size));
    }
    T.Rows.push_back(std::move(Row));
  }
  addSize(T, "whole", {Laid[0].Whole, Laid[1].Whole});
  return T;
}

Table unionOf(const wire::Forms &All, const Interface &I, std::size_t Index) {
  const Union &Of = All.M.Unions[Index];
  Table T{Of.Name,
          Of.Name.empty() ? "union without a name" : "union " + Of.Name,
          {"case", "arm", "type", "NDR20: bytes", "NDR64: bytes"},
          {}};
  for (std::size_t Each = 0; Each < Of.Arms.size(); ++Each) {
    const Arm &A = Of.Arms[Each];
    std::string Cases = A.Default ? "default" : "";
    for (std::int64_t Case : A.Cases)
      Cases += (Cases.empty() ? "" : ", ") + std::to_string(Case);
    std::vector<std::string> Row{Cases, A.F.Name,
                                 A.Empty ? "" : inside(I, declare(A.F.T, ""))};
    for (Syntax S : Both)
      Row.push_back(
          textOf(extentOf(All, All.Unions[Index].Arms[Each].C, S).Size));
    T.Rows.push_back(std::move(Row));
  }
  return T;
}

Table enumerationOf(const Enumeration &Of) {
  Table T{Of.Name,
          "enum " + Of.Name +
              (Of.V1 ? ", 4 bytes" : ", 2 bytes in NDR20, 4 in NDR64"),
          {"enumerator", "value"},
          {}};
  for (const Enumerator &E : Of.Enumerators)
    T.Rows.push_back({E.Name, std::to_string(E.Value)});
  return T;
}

Outline outlineOf(const wire::Forms &All, const Interface &I) {
  Outline O{I.Name,
            "version " + std::to_string(I.Major) + "." +
                std::to_string(I.Minor) + ", " + printUuid(I),
            {operationsOf(All, I)}};
  std::set<std::string> Delivered;
  for (const Selection::Definition &D :
       select(All.M, I.Namespace, Delivered).Types)
    O.Tables.push_back(D.K == Type::Kind::Structure
                           ? structureOf(All, I, D.Index)
                       : D.K == Type::Kind::Union
                           ? unionOf(All, I, D.Index)
                           : enumerationOf(All.M.Enumerations[D.Index]));
  return O;
}

} // namespace

Outlines
outlinesOf(const Model &M,
           const std::function<std::optional<Place>(Location)> &PlaceOf) {
  Outlines Result;
  const wire::Forms All(M);
  for (const Interface &I : M.Interfaces)
    if (auto At = I.Local ? std::nullopt : PlaceOf(I.Loc))
      Result.emplace(*At, outlineOf(All, I));
  return Result;
}

} // namespace rpc_check
