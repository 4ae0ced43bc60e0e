//===- Sarif.cpp - SARIF 2.1.0 --------------------------------------------===//

#include "JsonText.h"
#include "Pages.h"
#include "rules/Rules.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>
#include <optional>
#include <set>

using llvm::StringRef;
namespace json = llvm::json;

namespace rpc_check {
namespace {

constexpr const char *Root = "SRCROOT";

/// A path as that of a URI (RFC 3986, section 3.3).
std::string escaped(StringRef Path) {
  std::string Text;
  for (unsigned char C : Path)
    if (llvm::isAlnum(C) || StringRef("-._~/!$&'()*+,;=:@").contains(C))
      Text += static_cast<char>(C);
    else
      Text += "%" + llvm::toHex(StringRef(reinterpret_cast<char *>(&C), 1));
  return Text;
}

class Printer {
public:
  explicit Printer(const Report &All) : All(All) {}

  json::Object run() {
    json::Array Rows;
    std::set<std::string> Names;
    for (const rpcgen::Rule *R : rpcgen::allRules())
      Names.insert(std::string(R->Name));
    for (const Result &R : All.Results) {
      Names.insert(R.Rule);
      Rows.push_back(result(R));
    }
    json::Array Rules;
    for (const std::string &Name : Names)
      Rules.push_back(rule(Name));
    json::Object Driver{{"name", "rpc-check"},
                        {"version", RPCGEN_VERSION},
                        {"rules", std::move(Rules)}};
    const std::string Folder = "file://" + escaped(All.Root) +
                               (StringRef(All.Root).ends_with("/") ? "" : "/");
    return json::Object{{"tool", json::Object{{"driver", std::move(Driver)}}},
                        {"columnKind", "unicodeCodePoints"},
                        {"originalUriBaseIds",
                         json::Object{{Root, json::Object{{"uri", Folder}}}}},
                        {"results", std::move(Rows)}};
  }

private:
  json::Object artifact(const std::string &File) const {
    std::string Path = relativePath(File, All.Root);
    if (Path.empty())
      return json::Object{{"uri", "file://" + escaped(File)}};
    return json::Object{{"uri", escaped(Path)}, {"uriBaseId", Root}};
  }

  /// SARIF counts characters, clang bytes.
  unsigned columnOf(const Place &At) const {
    std::optional<StringRef> Line = All.Sources.lineOf(At);
    if (!Line || At.Column == 0 || At.Column > Line->size() + 1)
      return At.Column;
    return 1 + static_cast<unsigned>(llvm::count_if(
                   Line->take_front(At.Column - 1),
                   [](char Byte) { return (Byte & 0xC0) != 0x80; }));
  }

  json::Object region(const Place &At) const {
    return json::Object{{"startLine", At.Line}, {"startColumn", columnOf(At)}};
  }

  json::Object location(const Place &At, const std::string &Message) const {
    json::Object Physical{{"artifactLocation", artifact(At.File)}};
    if (At.Line > 0)
      Physical["region"] = region(At);
    json::Object Row{{"physicalLocation", std::move(Physical)}};
    if (!Message.empty())
      Row["message"] = json::Object{{"text", Message}};
    return Row;
  }

  /// One correction, which may change several files; nothing if one of them
  /// cannot be read.
  std::optional<json::Object> fix(const Result &R) const {
    std::map<std::string, json::Array> Files;
    for (const Fix &F : R.Fixes) {
      std::optional<Place> Begin = All.Sources.placeOf(F.File, F.Offset);
      std::optional<Place> End =
          All.Sources.placeOf(F.File, F.Offset + F.Length);
      if (!Begin || !End)
        return std::nullopt;
      json::Object Deleted = region(*Begin);
      Deleted["endLine"] = End->Line;
      Deleted["endColumn"] = columnOf(*End);
      Files[F.File].push_back(
          json::Object{{"deletedRegion", std::move(Deleted)},
                       {"insertedContent", json::Object{{"text", F.Text}}}});
    }
    json::Array Changes;
    for (auto &[File, Replacements] : Files)
      Changes.push_back(
          json::Object{{"artifactLocation", artifact(File)},
                       {"replacements", std::move(Replacements)}});
    return json::Object{{"artifactChanges", std::move(Changes)}};
  }

  json::Object result(const Result &R) {
    json::Object Row{{"ruleId", R.Rule},
                     {"level", R.isFinding() ? nameOf(R.L) : "note"},
                     {"message", json::Object{{"text", R.Message}}},
                     {"partialFingerprints",
                      json::Object{{"ruleAndEntity/v1", Marks.next(R)}}}};
    if (!R.At.File.empty())
      Row["locations"] = json::Array{location(R.At, "")};
    json::Array Related;
    for (const Note &N : R.Notes)
      Related.push_back(
          N.At.File.empty()
              ? json::Object{{"message", json::Object{{"text", N.Message}}}}
              : location(N.At, N.Message));
    if (!Related.empty())
      Row["relatedLocations"] = std::move(Related);
    if (!R.Fixes.empty())
      if (std::optional<json::Object> Correction = fix(R))
        Row["fixes"] = json::Array{std::move(*Correction)};
    return Row;
  }

  static json::Object rule(const std::string &Name) {
    json::Object Row{{"id", Name}};
    if (const rpcgen::Rule *R = rpcgen::findRule(Name))
      Row["shortDescription"] = json::Object{{"text", std::string(R->Summary)}};
    std::string_view Page = findPage(Name);
    if (!Page.empty())
      Row["help"] = json::Object{{"text", std::string(Page)},
                                 {"markdown", std::string(Page)}};
    return Row;
  }

  const Report &All;
  Fingerprints Marks;
};

} // namespace

void printSarif(llvm::raw_ostream &Out, const Report &All) {
  printJsonText(
      Out,
      json::Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", json::Array{Printer(All).run()}}});
}

} // namespace rpc_check
