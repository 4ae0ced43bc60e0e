//===- Output.h - what rpc-dump prints ------------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_OUTPUT_H
#define RPCGEN_TOOLS_DUMP_OUTPUT_H

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dump {

/// What an item is: its kind ("pdu", "stub") and facts about it, as in
/// {"opnum", "3"}, in the order in which they are printed.
struct Heading {
  std::string Kind;
  std::vector<std::pair<std::string_view, std::string>> Facts;
};

/// One field of an item.
struct Row {
  std::size_t Offset = 0;           ///< From the beginning of the item.
  std::size_t Size = 0;             ///< In bytes.
  std::span<const std::byte> Bytes; ///< Empty: shown elsewhere.
  std::string_view Name;
  std::string_view Value;
};

/// Prints items: begin, then rows and problems in any order, then end.
class Output {
public:
  virtual ~Output() = default;

  virtual void begin(const Heading &What) = 0;
  virtual void row(const Row &Field) = 0;
  virtual void end() = 0;

  /// Something that could not be decoded, at this offset of the item.
  void problem(std::size_t Offset, std::string_view Text) {
    Problems = true;
    printProblem(Offset, Text);
  }
  /// Bytes of the item that nothing was found to be in.
  void unread(const Row &Bytes) {
    Problems = true;
    row(Bytes);
  }
  bool hadProblems() const { return Problems; }

  /// All values of the item as a JSON object, if its format has them.
  virtual bool takesValues() const { return false; }
  virtual void values(const std::string &) {}

private:
  virtual void printProblem(std::size_t Offset, std::string_view Text) = 0;

  bool Problems = false;
};

/// Lines for people: a heading, then offset, bytes, name and value of a field.
std::unique_ptr<Output> makeTextOutput(std::ostream &To);

/// A JSON object for each item, on a line of its own.
std::unique_ptr<Output> makeJsonOutput(std::ostream &To);

/// A page of its own: a sequence diagram, whose items open to their bytes.
std::unique_ptr<Output> makeHtmlOutput(std::ostream &To);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_OUTPUT_H
