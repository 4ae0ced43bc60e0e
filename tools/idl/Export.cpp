//===- Export.cpp ---------------------------------------------------------===//

#include "Export.h"

#include "Annotated.h"
#include "Output.h"

#include "idl/export/Export.h"

#include "report/Report.h"
#include "wireshark/Dissector.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <optional>

using rpcgen::idl::Exported;

namespace rpc_idl {

namespace {

/// A word for filters.
std::string wordOf(llvm::StringRef Stem) {
  std::string Word = Stem.lower();
  std::ranges::replace_if(Word, [](char C) { return !llvm::isAlnum(C); }, '_');
  return Word;
}

int exportDissector(const Options &Given, const std::string &Include) {
  const llvm::StringRef File = llvm::sys::path::filename(Given.File),
                        Stem = llvm::sys::path::stem(File);
  std::optional<rpcgen::Dissector> Result;
  withHeader(Given, Include, [&](const rpcgen::Model &Read, auto &) {
    Result = rpcgen::writeDissector(rpcgen::wire::Forms(Read), wordOf(Stem),
                                    File.str());
  });
  if (!Result)
    return 2;
  if (Result->Operations == 0)
    refuse("'" + Given.File + "' has no interface with operations");
  if (Given.Folder.empty())
    llvm::outs() << Result->Lua;
  else if (!writeInto(Given.Folder, Stem.str() + ".lua", Result->Lua))
    return 2;
  llvm::outs().flush();
  llvm::errs() << Result->Operations << " operations\n";
  return 0;
}

} // namespace

int exportHeader(const Options &Given, const std::string &Include) {
  if (Given.ForWireshark)
    return exportDissector(Given, Include);
  std::optional<Exported> Result;
  withHeader(Given, Include, [&](const rpcgen::Model &Read, auto &Shown) {
    Result = rpcgen::idl::exportIdl(
        Read, Given.For, llvm::sys::path::filename(Given.File).str());
    const rpcgen::Sink Print = rpcgen::printer(Shown);
    for (const rpcgen::Finding &F : Result->Findings)
      Print(F);
  });
  if (!Result)
    return 2;
  if (Result->Operations == 0)
    refuse("'" + Given.File + "' has no interface with operations");
  const std::string Stem = llvm::sys::path::stem(Given.File).str();
  if (Given.Folder.empty())
    llvm::outs() << Result->Idl;
  else if (!writeInto(Given.Folder, Stem + ".idl", Result->Idl) ||
           (!Result->Acf.empty() &&
            !writeInto(Given.Folder, Stem + ".acf", Result->Acf)))
    return 2;
  llvm::outs().flush();
  llvm::errs() << Result->Operations << " operations, " << Result->Ready
               << " ready\n";
  return Result->Ready == Result->Operations ? 0 : 1;
}

} // namespace rpc_idl
