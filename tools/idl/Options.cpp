//===- Options.cpp --------------------------------------------------------===//

#include "Options.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <optional>

using namespace rpc_idl;
using llvm::StringRef;
using rpcgen::idl::Dialect;
using rpcgen::idl::Target;

namespace {

constexpr const char *Usage =
    "usage: rpc-idl import FILE.idl [-I FOLDER] [-D NAME[=VALUE]]\n"
    "                      [--acf FILE]\n"
    "                      [--dialect=midl|widl|pidl|dce] [--namespace=NAME]\n"
    "                      [--quiet] [-o FOLDER]\n"
    "       rpc-idl export HEADER --for=midl|widl|dce|wireshark [-I FOLDER]\n"
    "                      [-D NAME[=VALUE]] [-o FOLDER]\n"
    "       rpc-idl equal HEADER FILE.idl [-I FOLDER] [-D NAME[=VALUE]]\n"
    "                      [--acf FILE] [--dialect=midl|widl|pidl|dce]\n"
    "                      [--quiet]\n"
    "       rpc-idl extract SPECIFICATION.docx|.md|.html [-o FOLDER]\n";

Dialect dialectOf(StringRef Name) {
  if (Name == "midl")
    return Dialect::Midl;
  if (Name == "widl")
    return Dialect::Widl;
  if (Name == "pidl")
    return Dialect::Pidl;
  if (Name == "dce")
    return Dialect::Dce;
  refuse("no dialect is called '" + Name.str() +
         "': it is midl, widl, pidl or dce");
}

Target targetOf(StringRef Name) {
  if (Name == "midl")
    return Target::Midl;
  if (Name == "widl")
    return Target::Widl;
  if (Name == "dce")
    return Target::Dce;
  refuse("no compiler is called '" + Name.str() +
         "': it is midl, widl or dce; wireshark is for a dissector");
}

/// Goes through the words of the command line.
class Reader {
public:
  Reader(int Count, const char **Words) : At(Words), End(Words + Count) {}

  bool done() const { return At == End; }
  StringRef next() { return *At++; }

  /// The value of "-I X", "-IX", "--option X" or "--option=X"; nothing if
  /// `Word` is another option.
  std::optional<std::string> value(StringRef Word, StringRef Name) {
    if (!Word.consume_front(Name))
      return std::nullopt;
    if (Word.empty()) {
      if (done())
        refuse("'" + Name.str() + "' needs a value");
      return next().str();
    }
    if (Name.starts_with("--") && !Word.consume_front("="))
      return std::nullopt;
    return Word.str();
  }

private:
  const char **At, **End;
};

} // namespace

void rpc_idl::refuse(const std::string &Why) {
  llvm::errs() << "rpc-idl: " << Why << "\n";
  std::exit(2);
}

Options rpc_idl::parseOptions(int Count, const char **Words) {
  Reader Line(Count - 1, Words + 1);
  StringRef Command = Line.done() ? "" : Line.next();
  if (Command == "--help" || Command == "-h") {
    llvm::outs() << Usage;
    std::exit(0);
  }
  Options Result;
  if (Command == "extract")
    Result.C = Options::Command::Extract;
  else if (Command == "export")
    Result.C = Options::Command::Export;
  else if (Command == "equal")
    Result.C = Options::Command::Equal;
  else if (Command != "import")
    refuse("the first word is a command: import, export, equal or extract\n" +
           std::string(Usage));
  while (!Line.done()) {
    StringRef Word = Line.next();
    if (auto Folder = Line.value(Word, "-I"))
      Result.Tokens.Folders.push_back(*Folder);
    else if (auto Macro = Line.value(Word, "-D"))
      Result.Tokens.Macros.push_back(*Macro);
    else if (auto Name = Line.value(Word, "--dialect"))
      Result.Tokens.D = dialectOf(*Name);
    else if (auto Name = Line.value(Word, "--for"); Name == "wireshark")
      Result.ForWireshark = true;
    else if (Name)
      Result.For = targetOf(*Name);
    else if (auto File = Line.value(Word, "--acf"))
      Result.Acf = *File;
    else if (auto Name = Line.value(Word, "--namespace"))
      Result.Namespace = *Name;
    else if (auto Folder = Line.value(Word, "-o"))
      Result.Folder = *Folder;
    else if (Word == "--quiet" || Word == "-q")
      Result.Quiet = true;
    else if (Word.starts_with("-"))
      refuse("unknown option '" + Word.str() + "'\n" + Usage);
    else if (Result.File.empty())
      Result.File = Word.str();
    else if (Result.C == Options::Command::Equal && Result.Idl.empty())
      Result.Idl = Word.str();
    else
      refuse("one file at a time");
  }
  if (Result.File.empty())
    refuse("name a file");
  if (Result.C == Options::Command::Equal && Result.Idl.empty())
    refuse("name a header and an IDL file");
  return Result;
}
