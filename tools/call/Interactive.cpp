//===- Interactive.cpp ----------------------------------------------------===//
#include "Interactive.h"

#include <iostream>
#include <sstream>
#include <stdexcept>

using namespace call;
using dynamic::Json;

namespace {

using Variables = std::map<std::string, Json>;

/// The value of "$h.handle.uuid" or "$names.list[2]".
const Json &find(const Variables &Known, const std::string &Text) {
  std::string Path = Text.substr(1);
  for (char &Each : Path)
    if (Each == '[')
      Each = '.';
  std::erase(Path, ']');
  std::istringstream Parts(Path);
  std::string Name;
  std::getline(Parts, Name, '.');
  const auto Found = Known.find(Name);
  if (Found == Known.end())
    throw std::runtime_error("'$" + Name + "' has no value");
  const Json *At = &Found->second;
  while (std::getline(Parts, Name, '.')) {
    const bool IsIndex =
        At->is_array() && Name.size() < 10 && !Name.empty() &&
        Name.find_first_not_of("0123456789") == std::string::npos &&
        std::stoul(Name) < At->size();
    if (!IsIndex && !(At->is_object() && At->contains(Name)))
      throw std::runtime_error("'" + Text + "' has no '" + Name + "'");
    At = IsIndex ? &(*At)[std::stoul(Name)] : &(*At)[Name];
  }
  return *At;
}

/// A string that begins with '$' is a value; with "$$" it is text.
void replace(const Variables &Known, Json &In) {
  if (In.is_string()) {
    const std::string Text = In.get<std::string>();
    if (Text.starts_with("$$"))
      In = Text.substr(1);
    else if (Text.starts_with("$"))
      In = find(Known, Text);
    return;
  }
  if (In.is_structured())
    for (Json &Each : In)
      replace(Known, Each);
}

class Interpreter {
public:
  Interpreter(const dynamic::Interfaces &Of, Session &Over)
      : Of(Of), Over(Over) {}

  void run(std::string Line) {
    Line.erase(0, Line.find_first_not_of(" \t"));
    if (Line.empty() || Line[0] == '#')
      return;
    std::string Name;
    if (Line[0] == '$') {
      const std::size_t Sign = Line.find('=');
      if (Sign == std::string::npos) {
        std::cout << find(Known,
                          Line.substr(0, Line.find_last_not_of(" \t") + 1))
                         .dump(2)
                  << '\n';
        return;
      }
      Name = Line.substr(1, Sign - 1);
      Name.erase(Name.find_last_not_of(" \t") + 1);
      Line.erase(0, Sign + 1);
      Line.erase(0, Line.find_first_not_of(" \t"));
    }
    const std::size_t End = std::min(Line.find_first_of(" \t{"), Line.size());
    const Chosen What = choose(Of, Line.substr(0, End));
    std::string Given = Line.substr(End);
    Given.erase(0, Given.find_first_not_of(" \t"));
    Json Request = parseRequest(Given);
    replace(Known, Request);
    const Json Response = Over.call(What, std::move(Request));
    std::cout << Response.dump(2) << std::endl;
    if (!Name.empty())
      Known[Name] = Response;
  }

private:
  const dynamic::Interfaces &Of;
  Session &Over;
  Variables Known;
};

} // namespace

bool call::interact(const dynamic::Interfaces &Of, Session &Over,
                    std::istream &Lines, bool Prompts) {
  Interpreter Each(Of, Over);
  bool IsWell = true;
  std::string Line;
  for (unsigned Number = 1;; ++Number) {
    if (Prompts)
      std::cout << "> " << std::flush;
    if (!std::getline(Lines, Line))
      break;
    try {
      Each.run(Line);
    } catch (const std::exception &Error) {
      IsWell = false;
      std::cerr << "rpc-call: line " << Number << ": " << Error.what()
                << std::endl;
    }
  }
  return IsWell;
}
