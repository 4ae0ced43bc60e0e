//===- Main.cpp - rpc-idl -------------------------------------------------===//
//
// Ends with 0 if everything could be said, or is equal, 1 if something is left
// out, or differs, and 2 if a file or the command line is wrong.
//
//===----------------------------------------------------------------------===//

#include "Equal.h"
#include "Export.h"
#include "Extract.h"
#include "Import.h"
#include "Options.h"
#include "Source.h"

#include <stdexcept>

using namespace rpc_idl;

int main(int Count, const char **Words) try {
  const Options Given = parseOptions(Count, Words);
  if (Given.C == Options::Command::Extract)
    return extractFile(Given.File, Given.Folder);
  if (Given.C == Options::Command::Export)
    return exportHeader(Given, includeFolder(Words[0]));
  if (Given.C == Options::Command::Equal)
    return compareWithIdl(Given, includeFolder(Words[0]));
  return import(Given, includeFolder(Words[0]));
} catch (const std::runtime_error &Error) {
  refuse(Error.what());
}
