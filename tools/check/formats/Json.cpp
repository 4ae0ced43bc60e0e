//===- Json.cpp - JSON ----------------------------------------------------===//

#include "Formats.h"
#include "JsonText.h"

namespace json = llvm::json;

namespace rpc_check {
namespace {

json::Object placeOf(const Place &At) {
  return json::Object{
      {"file", At.File}, {"line", At.Line}, {"column", At.Column}};
}

json::Array notesOf(const Result &R) {
  json::Array Notes;
  for (const Note &N : R.Notes) {
    json::Object Row = placeOf(N.At);
    Row["message"] = N.Message;
    Notes.push_back(std::move(Row));
  }
  return Notes;
}

json::Array fixesOf(const Result &R) {
  json::Array Fixes;
  for (const Fix &F : R.Fixes)
    Fixes.push_back(json::Object{{"file", F.File},
                                 {"offset", F.Offset},
                                 {"length", F.Length},
                                 {"text", F.Text}});
  return Fixes;
}

} // namespace

void printJson(llvm::raw_ostream &Out, const Report &All) {
  json::Array Rows;
  for (const Result &R : All.Results) {
    json::Object Row = placeOf(R.At);
    Row["rule"] = R.Rule;
    Row["level"] = nameOf(R.L);
    Row["message"] = R.Message;
    Row["entity"] = R.Entity;
    Row["notes"] = notesOf(R);
    Row["fixes"] = fixesOf(R);
    Rows.push_back(std::move(Row));
  }
  printJsonText(Out, std::move(Rows));
}

} // namespace rpc_check
