//===- Json.cpp - JSON and SARIF ------------------------------------------===//

#include "Formats.h"
#include "Pages.h"
#include "rules/Rules.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

#include <set>

using llvm::StringRef;
namespace json = llvm::json;

namespace rpc_check {
namespace {

json::Object placeOf(const Place &At) {
  return json::Object{
      {"file", At.File}, {"line", At.Line}, {"column", At.Column}};
}

void print(llvm::raw_ostream &Out, json::Value All) {
  json::OStream(Out, 2).value(All);
  Out << "\n";
}

json::Object location(const Place &At, const std::string &Message = "") {
  json::Object Physical{
      {"artifactLocation", json::Object{{"uri", "file://" + At.File}}}};
  if (At.Line > 0)
    Physical["region"] =
        json::Object{{"startLine", At.Line}, {"startColumn", At.Column}};
  json::Object Result{{"physicalLocation", std::move(Physical)}};
  if (!Message.empty())
    Result["message"] = json::Object{{"text", Message}};
  return Result;
}

json::Object sarifRule(const std::string &Name) {
  json::Object Row{{"id", Name}};
  if (const rpcgen::Rule *R = rpcgen::findRule(Name))
    Row["shortDescription"] = json::Object{{"text", std::string(R->Summary)}};
  std::string_view Page = findPage(Name);
  if (!Page.empty())
    Row["help"] = json::Object{{"text", std::string(Page)},
                               {"markdown", std::string(Page)}};
  return Row;
}

json::Object sarifResult(const Result &R) {
  json::Object Row{
      {"ruleId", R.Rule},
      {"level", R.isFinding() ? nameOf(R.L) : "note"},
      {"message", json::Object{{"text", R.Message}}},
      {"partialFingerprints",
       json::Object{{"ruleAndEntity/v1", R.Rule + " " + R.Entity}}}};
  if (!R.At.File.empty())
    Row["locations"] = json::Array{location(R.At)};
  json::Array Related;
  for (const Note &N : R.Notes)
    Related.push_back(location(N.At, N.Message));
  if (!Related.empty())
    Row["relatedLocations"] = std::move(Related);
  return Row;
}

} // namespace

void printJson(llvm::raw_ostream &Out, const Results &All) {
  json::Array Rows;
  for (const Result &R : All) {
    json::Object Row = placeOf(R.At);
    Row["rule"] = R.Rule;
    Row["level"] = nameOf(R.L);
    Row["message"] = R.Message;
    Row["entity"] = R.Entity;
    json::Array Notes;
    for (const Note &N : R.Notes) {
      json::Object Note = placeOf(N.At);
      Note["message"] = N.Message;
      Notes.push_back(std::move(Note));
    }
    Row["notes"] = std::move(Notes);
    Rows.push_back(std::move(Row));
  }
  print(Out, std::move(Rows));
}

void printSarif(llvm::raw_ostream &Out, const Results &All) {
  std::set<std::string> Names;
  for (const rpcgen::Rule *R : rpcgen::allRules())
    Names.insert(std::string(R->Name));
  json::Array Rules, Rows;
  for (const Result &R : All) {
    Names.insert(R.Rule);
    Rows.push_back(sarifResult(R));
  }
  for (const std::string &Name : Names)
    Rules.push_back(sarifRule(Name));
  json::Object Driver{{"name", "rpc-check"},
                      {"version", RPCGEN_VERSION},
                      {"rules", std::move(Rules)}};
  json::Object Run{{"tool", json::Object{{"driver", std::move(Driver)}}},
                   {"results", std::move(Rows)}};
  print(Out, json::Object{
                 {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", json::Array{std::move(Run)}}});
}

} // namespace rpc_check
