//===- Filter.cpp ---------------------------------------------------------===//

#include "Filter.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

namespace json = llvm::json;

namespace rpc_check {

std::optional<LineFilter> parseLineFilter(const std::string &Text) {
  llvm::Expected<json::Value> Read = json::parse(Text);
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return std::nullopt;
  }
  const json::Array *Files = Read->getAsArray();
  if (!Files)
    return std::nullopt;
  LineFilter Filter;
  for (const json::Value &Each : *Files) {
    const json::Object *File = Each.getAsObject();
    auto Name = File ? File->getString("name") : std::nullopt;
    if (!Name)
      return std::nullopt;
    Filter.push_back({Name->str(), {}});
    const json::Array *Lines = File->getArray("lines");
    for (const json::Value &Range : Lines ? *Lines : json::Array()) {
      const json::Array *Ends = Range.getAsArray();
      if (!Ends || Ends->size() != 2 || !(*Ends)[0].getAsUINT64() ||
          !(*Ends)[1].getAsUINT64())
        return std::nullopt;
      Filter.back().second.push_back(
          {static_cast<unsigned>(*(*Ends)[0].getAsUINT64()),
           static_cast<unsigned>(*(*Ends)[1].getAsUINT64())});
    }
  }
  return Filter;
}

bool passes(const LineFilter &Filter, const Place &At) {
  if (Filter.empty())
    return true;
  for (const auto &[Name, Lines] : Filter) {
    if (!llvm::StringRef(At.File).ends_with(Name))
      continue;
    for (auto [First, Last] : Lines)
      if (First <= At.Line && At.Line <= Last)
        return true;
    if (Lines.empty())
      return true;
  }
  return false;
}

} // namespace rpc_check
