//===- Load.cpp -----------------------------------------------------------===//

#include "idl/Load.h"

#include "idl/Acf.h"
#include "idl/Parse.h"

#include "idl/Walk.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <map>
#include <set>

namespace rpcgen::idl {
namespace {

class Loader {
public:
  Loader(Sources &From, std::string Shipped, Program &Into)
      : From(From), Shipped(std::move(Shipped)), Into(Into) {}

  /// The number of the unit; nothing for a file that is being read, and so
  /// imports itself, and for one that cannot be read.
  std::optional<std::size_t> load(const std::string &Path, Location Import) {
    if (auto Known = Units.find(Path); Known != Units.end())
      return Known->second;
    Units[Path] = std::nullopt;
    std::optional<std::vector<Token>> Tokens = From.read(Path);
    if (!Tokens) {
      fail(Import, "cannot read '" + Path + "'");
      return std::nullopt;
    }
    Unit U;
    U.Path = Path;
    U.Ships =
        llvm::sys::fs::equivalent(llvm::sys::path::parent_path(Path), Shipped);
    if (U.Ships) {
      U.Header = ("rpc/ms/" + llvm::sys::path::stem(Path) + ".h").str();
      U.Namespace = "rpc::ms";
    }
    U.Tree = parse(*Tokens, Into.D, Into.Findings);
    loadImplied(U);
    loadImports(U.Tree.Items, U);
    loadCarried(U);
    Into.Units.push_back(std::move(U));
    return Units[Path] = Into.Units.size() - 1;
  }

private:
  /// DCE's compilers import nbase.idl, if they can find it, into every file.
  /// Samba's have types of 64 bits that others have as structures.
  void loadImplied(Unit &U) {
    if (U.Ships)
      return;
    if (Into.D == Dialect::Pidl && usesTimes(U))
      if (std::optional<std::size_t> Number = load(Shipped + "/dtyp.idl", {}))
        U.Imports.push_back(*Number);
    if (Into.D != Dialect::Dce)
      return;
    for (const char *Name : {"nbase.idl", "dce/nbase.idl"})
      if (const std::string Path = From.find(Name, U.Path); !Path.empty()) {
        if (std::optional<std::size_t> Number = load(Path, {}))
          U.Imports.push_back(*Number);
        return;
      }
  }

  static bool usesTimes(const Unit &U) {
    static const std::set<std::string> Names = {"NTTIME", "NTTIME_1sec",
                                                "dlong", "udlong"};
    bool Any = false;
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *) {
      forEachType(I, [&](const Type &T) { Any |= Names.count(T.Name) != 0; });
    });
    return Any;
  }

  void loadImports(const std::vector<Item> &Items, Unit &U) {
    for (const Item &I : Items) {
      if (auto *Wanted = std::get_if<Import>(&I.Is))
        loadImport(*Wanted, I.Loc, U);
      else if (auto *In = std::get_if<Interface>(&I.Is))
        loadImports(In->Items, U);
      else if (auto *O = std::get_if<Other>(&I.Is))
        loadImports(O->Items, U);
    }
  }

  void loadImport(const Import &Wanted, Location Loc, Unit &U) {
    std::string Path = From.find(Wanted.File, U.Path);
    if (Path.empty())
      Path = shippedFor(Wanted.File);
    if (Path.empty())
      return fail(Loc,
                  "cannot find '" + Wanted.File + "': name its folder with -I");
    if (std::optional<std::size_t> Number = load(Path, Loc))
      U.Imports.push_back(*Number);
  }

  /// What calls of object interfaces carry.
  void loadCarried(Unit &U) {
    bool IsCalled = false;
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *In) {
      IsCalled |= In && isObject(*In) && !find(In->Attrs, "local") &&
                  std::holds_alternative<Operation>(I.Is);
    });
    if (!IsCalled)
      return;
    if (std::optional<std::size_t> Number = load(Shipped + "/dcom.idl", {}))
      U.Imports.push_back(*Number);
  }

  /// "" where none does.
  std::string shippedFor(const std::string &File) const {
    static const std::set<std::string> Types = {
        "ms-dtyp.idl", "dtyp.idl",   "wtypes.idl", "wtypesbase.idl",
        "basetsd.h",   "wtypes.h",   "windef.h",   "winnt.h",
        "guiddef.h",   "windef.idl", "winnt.idl"};
    static const std::set<std::string> Objects = {
        "ms-dcom.idl", "unknwn.idl", "oaidl.idl", "objidl.idl", "ocidl.idl"};
    return Types.count(File)     ? Shipped + "/dtyp.idl"
           : Objects.count(File) ? Shipped + "/dcom.idl"
                                 : "";
  }

  void fail(Location Loc, const std::string &Message) {
    Into.Findings.push_back(
        {"idl-import", Severity::Error, Loc, Message, {}, {}});
  }

  Sources &From;
  const std::string Shipped;
  Program &Into;
  std::map<std::string, std::optional<std::size_t>> Units;
};

/// MIDL takes echo.acf for echo.idl without an option.
void loadAcf(const std::string &Path, const std::string &Given, Sources &From,
             Program &Into) {
  std::string Beside = Path.substr(0, Path.rfind('.')) + ".acf";
  if (Given.empty() && !llvm::sys::fs::exists(Beside))
    return;
  const std::string &File = Given.empty() ? Beside : Given;
  std::optional<std::vector<Token>> Tokens = From.read(File);
  if (!Tokens)
    Into.Findings.push_back(
        {"idl-acf", Severity::Error, {}, "cannot read '" + File + "'", {}, {}});
  else
    merge(parseAcf(*Tokens, Into.Findings), Into.Units.back().Tree,
          Into.Findings);
}

} // namespace

void load(const std::string &Path, const std::string &AcfPath, Sources &From,
          const std::string &Shipped, Program &Into) {
  // Our own are written as every other file is.
  Loader(From, Shipped, Into).load(Path, {});
  if (!Into.Units.empty())
    loadAcf(Path, AcfPath, From, Into);
  nameUnits(Into);
}

} // namespace rpcgen::idl
