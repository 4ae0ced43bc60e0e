//===- Output.cpp ---------------------------------------------------------===//
#include "Output.h"

#include "Hex.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <ostream>

using namespace dump;

namespace {

class TextOutput final : public Output {
public:
  explicit TextOutput(std::ostream &To) : Out(To) {}

  void begin(const Heading &What) override {
    Out << What.Kind;
    for (const auto &[Name, Value] : What.Facts)
      Out << ' ' << Name << '=' << Value;
    Out << '\n';
  }

  void row(const Row &Field) override {
    constexpr std::size_t PerLine = 8;
    auto Line = [&](std::size_t At) {
      return toHex(
          Field.Bytes.subspan(At, std::min(PerLine, Field.Bytes.size() - At)));
    };
    Out << std::setw(6) << Field.Offset << "  " << std::left << std::setw(25)
        << Line(0) << std::setw(32) << Field.Name << ' ' << std::right
        << Field.Value << '\n';
    for (std::size_t At = PerLine; At < Field.Bytes.size(); At += PerLine)
      Out << "        " << Line(At) << '\n';
  }

  void end() override { Out << '\n'; }

private:
  void printProblem(std::size_t Offset, std::string_view Text) override {
    Out << std::setw(6) << Offset << "  error: " << Text << '\n';
  }

  std::ostream &Out;
};

class JsonOutput final : public Output {
public:
  explicit JsonOutput(std::ostream &To) : Out(To) {}

  void begin(const Heading &What) override {
    Out << "{\"kind\":" << quoted(What.Kind);
    for (const auto &[Name, Value] : What.Facts)
      Out << ',' << quoted(Name) << ':' << quoted(Value);
    Out << ",\"fields\":[";
  }

  void row(const Row &Field) override {
    separate();
    Out << "{\"offset\":" << Field.Offset << ",\"size\":" << Field.Size
        << ",\"bytes\":\"" << toHex(Field.Bytes, "")
        << "\",\"name\":" << quoted(Field.Name)
        << ",\"value\":" << quoted(Field.Value) << '}';
  }

  void end() override {
    Out << ']';
    if (!Values.empty())
      Out << ",\"values\":" << Values;
    Out << "}\n";
    Values.clear();
    First = true;
  }

  bool takesValues() const override { return true; }
  void values(const std::string &Json) override { Values = Json; }

private:
  void printProblem(std::size_t Offset, std::string_view Text) override {
    separate();
    Out << "{\"offset\":" << Offset << ",\"error\":" << quoted(Text) << '}';
  }

  void separate() {
    if (!First)
      Out << ',';
    First = false;
  }

  static std::string quoted(std::string_view Text) {
    using nlohmann::json;
    return json(Text).dump(-1, ' ', true, json::error_handler_t::replace);
  }

  std::ostream &Out;
  std::string Values; ///< of the item
  bool First = true;
};

} // namespace

std::unique_ptr<Output> dump::makeTextOutput(std::ostream &To) {
  return std::make_unique<TextOutput>(To);
}

std::unique_ptr<Output> dump::makeJsonOutput(std::ostream &To) {
  return std::make_unique<JsonOutput>(To);
}
