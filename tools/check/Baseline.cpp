//===- Baseline.cpp -------------------------------------------------------===//

#include "Baseline.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace json = llvm::json;

namespace rpc_check {

Baseline baselineOf(const std::vector<Result> &Results) {
  Baseline Known;
  for (const Result &R : Results)
    if (R.isFinding())
      ++Known[{R.Rule, R.Entity}];
  return Known;
}

std::vector<Result> withoutKnown(std::vector<Result> Results, Baseline &Known) {
  std::erase_if(Results, [&](const Result &R) {
    auto Found = Known.find({R.Rule, R.Entity});
    if (Found == Known.end() || Found->second == 0)
      return false;
    --Found->second;
    return true;
  });
  return Results;
}

std::string describeGone(const Baseline &Left) {
  std::string Text;
  for (const auto &[Key, Count] : Left)
    if (Count > 0)
      Text += "no longer found: " + std::to_string(Count) + " x " + Key.first +
              (Key.second.empty() ? "" : " in " + Key.second) + "\n";
  if (!Text.empty())
    Text += "the baseline has them still; --write-baseline writes it again\n";
  return Text;
}

std::string printBaseline(const Baseline &B) {
  json::Array Rows;
  for (const auto &[Key, Count] : B)
    Rows.push_back(json::Object{
        {"rule", Key.first}, {"entity", Key.second}, {"count", Count}});
  return llvm::formatv("{0:2}\n", json::Value(std::move(Rows))).str();
}

std::optional<Baseline> parseBaseline(const std::string &Text) {
  llvm::Expected<json::Value> Read = json::parse(Text);
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return std::nullopt;
  }
  const json::Array *Rows = Read->getAsArray();
  if (!Rows)
    return std::nullopt;
  Baseline Known;
  for (const json::Value &Row : *Rows) {
    const json::Object *O = Row.getAsObject();
    auto Rule = O ? O->getString("rule") : std::nullopt;
    auto Entity = O ? O->getString("entity") : std::nullopt;
    auto Count = O ? O->getInteger("count") : std::nullopt;
    if (!Rule || !Entity || !Count || *Count < 0)
      return std::nullopt;
    Known[{Rule->str(), Entity->str()}] += static_cast<unsigned>(*Count);
  }
  return Known;
}

} // namespace rpc_check
