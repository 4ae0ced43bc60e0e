//===- Equal.cpp ----------------------------------------------------------===//

#include "Equal.h"

#include "Annotated.h"
#include "Import.h"

#include "lock/Equal.h"
#include "report/Report.h"

#include "clang/Basic/SourceManager.h"

#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>

using namespace rpcgen;

namespace rpc_idl {
namespace {

enum Comparison { Equal = 0, Different = 1, Wrong = 2 };

/// A place in a file that the compiler of the header has not read.
Location placeIn(clang::SourceManager &Sources, const FilePlace &At) {
  auto File = Sources.getFileManager().getOptionalFileRef(At.Path);
  if (!File)
    return {};
  const clang::FileID Id =
      Sources.getOrCreateFileID(*File, clang::SrcMgr::C_User);
  return {Sources.translateLineCol(Id, At.Line, At.Column).getRawEncoding()};
}

} // namespace

int compareWithIdl(const Options &Given, const std::string &Include) {
  Options OfIdl = Given;
  OfIdl.File = Given.Idl;
  OfIdl.Quiet = true;
  const std::optional<Imported> Idl = importModel(OfIdl, Include);
  if (!Idl)
    return Wrong;
  std::optional<Equality> Result;
  withHeader(Given, Include,
             [&](const Model &Read, clang::DiagnosticsEngine &Shown) {
               clang::SourceManager &Sources = Shown.getSourceManager();
               const wire::Forms HeaderForms(Read), IdlForms(Idl->Read);
               Result = compareTexts(
                   {HeaderForms, llvm::sys::path::filename(Given.File).str(),
                    [](Location L) { return L; },
                    [&](const Interface &I) {
                      return Sources.isInMainFile(
                          clang::SourceLocation::getFromRawEncoding(I.Loc.Raw));
                    }},
                   {IdlForms, llvm::sys::path::filename(Given.Idl).str(),
                    [&](Location L) { return placeIn(Sources, Idl->Find(L)); },
                    [&](const Interface &I) {
                      return Idl->Find(I.Loc).Path == Given.Idl;
                    }});
               Shown.setErrorLimit(0);
               const Sink Print = printer(Shown);
               for (const Finding &F : Result->Findings)
                 if (F.Level != Severity::Remark || !Given.Quiet)
                   Print(F);
             });
  if (!Result)
    return Wrong;
  if (Result->Operations == 0)
    refuse("neither '" + Given.File + "' nor '" + Given.Idl +
           "' has an interface with operations");
  llvm::errs() << Result->Operations << " operations, " << Result->Equal
               << " equal\n";
  return Result->IsEqual && Idl->IsWhole ? Equal : Different;
}

} // namespace rpc_idl
