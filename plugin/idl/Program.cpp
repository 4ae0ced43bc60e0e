//===- Program.cpp --------------------------------------------------------===//

#include "idl/Program.h"

#include "idl/Names.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

std::string stemOf(const std::string &Path) {
  std::string Name = Path.substr(Path.rfind('/') + 1);
  return Name.substr(0, Name.rfind('.'));
}

/// The one interface with calls of a file, or null.
const Interface *onlyInterface(const File &Tree) {
  const Interface *Only = nullptr;
  for (const Item &I : Tree.Items)
    if (auto *In = std::get_if<Interface>(&I.Is);
        In && In->IsDefined && hasCalls(*In)) {
      if (Only)
        return nullptr;
      Only = In;
    }
  return Only;
}

bool hasInterface(const File &Tree, const std::string &Name) {
  return std::ranges::any_of(Tree.Items, [&](const Item &I) {
    auto *In = std::get_if<Interface>(&I.Is);
    return In && In->Name == Name;
  });
}

} // namespace

bool isObject(const Interface &In) {
  return find(In.Attrs, "object") || !In.Base.empty();
}

bool hasCalls(const Interface &In) {
  return !isObject(In) && !find(In.Attrs, "local") &&
         std::ranges::any_of(In.Items, [](const Item &I) {
           return std::holds_alternative<Operation>(I.Is);
         });
}

void Program::refuse(Location Item, Location At, const std::string &Why) {
  if (Refused.emplace(Item.Raw, Why).second)
    Findings.push_back({"idl-unsupported", Severity::Warning, At, Why, {}, {}});
}

void Program::remark(Location At, const char *Name,
                     const std::string &Message) {
  Findings.push_back({Name, Severity::Remark, At, Message, {}, {}});
}

/// Types of an object interface are in no interface here.
std::string Program::namespaceOf(const Unit &U, const Interface *In) const {
  std::string Name = In && !isObject(*In) ? identifier(In->Name) : U.Namespace;
  return Prefix.empty() || U.Ships ? Name : Prefix + "::" + Name;
}

void nameUnits(Program &P) {
  for (Unit &U : P.Units) {
    std::string Stem = stemOf(U.Path);
    if (U.Header.empty())
      U.Header = Stem + ".h";
    if (const Interface *Only = onlyInterface(U.Tree))
      U.Namespace = identifier(Only->Name);
    else if (U.Namespace.empty())
      U.Namespace =
          identifier(Stem) + (hasInterface(U.Tree, Stem) ? "_types" : "");
  }
}

} // namespace rpcgen::idl
