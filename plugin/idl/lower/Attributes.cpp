//===- Attributes.cpp - attribute-left-out --------------------------------===//
//
// What is left in the tree is what a header says.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include "model/AttributeTable.h"

#include <algorithm>
#include <set>

namespace rpcgen::idl {
namespace {

/// Those that say nothing of the wire: of other languages, of memory, of what
/// MIDL writes.
bool isOfNoConcern(const std::string &Name) {
  static const std::set<std::string> Names = {
      "annotation",    "auto_handle",   "bindable",
      "code",          "control",       "custom",

      "enum16bit",     "defaultbind",   "defaultvalue",
      "displaybind",   "dllname",       "dual",
      "entry",         "gensize",       "heap",
      "helpcontext",   "helper",        "helpfile",
      "helpstring",    "hidden",        "id",
      "immediatebind", "in_line",       "lcid",
      "message",       "nocode",        "noejs",
      "nonextensible", "noprint",       "nopull",
      "nopush",        "nopython",      "nosize",
      "odl",           "oleautomation", "optimize",
      "optional",      "out_of_line",   "propget",
      "propput",       "propputref",    "proxy",
      "public",        "readonly",      "restricted",
      "retval",        "source",        "todo",
      "uidefault",     "unaligned",     "usesgetlasterror",
      "vararg",        "authservice",   "pyhelper",
      "cpp_quote",     "print",         "representation"};
  return Names.count(Name) != 0;
}

/// Those that change the bytes in a way that no header can say.
bool isUnsupported(const std::string &Name) {
  static const std::set<std::string> Names = {
      "callback",        "enum8bit",      "flag",           "compression",
      "cs_char",         "cs_drtag",      "cs_rtag",        "cs_stag",
      "cs_tag_rtn",      "iid_is",        "min_is",         "nodiscriminant",
      "relative",        "relative_base", "relative_short", "subcontext",
      "subcontext_size", "system_handle", "obfuscation",    "pad_check",
      "wire_marshal",    "user_marshal",  "represent_as",   "transmit_as"};
  return Names.count(Name) != 0;
}

class Lowerer {
public:
  Lowerer(Program &P, Location Item) : P(P), Item(Item) {}

  void lower(Attributes &All) {
    std::erase_if(All, [&](Attribute &A) { return isLeftOut(A); });
  }

  /// Libraries identify types, which interfaces do not ask for.
  void lowerOfType(Attributes &All) {
    for (const char *Name : {"uuid", "version"})
      if (const Attribute *A = find(All, Name)) {
        P.remark(A->Loc, "attribute-left-out",
                 "'" + A->Name + "' of a type changes nothing on the wire");
        remove(All, Name);
      }
    lower(All);
  }

private:
  bool isLeftOut(Attribute &A) {
    // "size_is(*)" gives no size.
    if (!A.Arguments.empty() &&
        std::ranges::all_of(A.Arguments, &Expr::isEmpty))
      return true;
    if (isUnsupported(A.Name)) {
      P.refuse(Item, A.Loc, "'" + A.Name + "' is not supported");
      return true;
    }
    const AttributeRow *Row = findAttribute(A.Name);
    if (Row && Row->Supported.Since != Stage::Later && !isOfNoConcern(A.Name)) {
      if (A.Name == "context_handle")
        A.Text.clear();
      return false;
    }
    if (isOfNoConcern(A.Name))
      P.remark(A.Loc, "attribute-left-out",
               "'" + A.Name + "' changes nothing on the wire");
    else if (Row)
      P.remark(A.Loc, "attribute-left-out",
               "'" + A.Name + "' is not supported yet and left out: " +
                   std::string(Row->Supported.Instead));
    else
      P.Findings.push_back({"unknown-attribute",
                            Severity::Warning,
                            A.Loc,
                            "unknown attribute '" + A.Name + "' is left out",
                            {},
                            {}});
    return true;
  }

  Program &P;
  const Location Item;
};

} // namespace

void lowerAttributes(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    Lowerer Lower(P, I.Loc);
    forEachVariable(I, [&](Variable &V, Place) { Lower.lower(V.Attrs); });
    forEachDefinition(I, [&](Type &T) { Lower.lowerOfType(T.Defined->Attrs); });
    if (auto *T = std::get_if<Typedef>(&I.Is))
      Lower.lowerOfType(T->Attrs);
    else if (auto *D = std::get_if<Declared>(&I.Is))
      Lower.lowerOfType(D->Attrs);
    else if (auto *O = std::get_if<Operation>(&I.Is))
      Lower.lower(O->Attrs);
    else if (auto *In = std::get_if<Interface>(&I.Is); In && !isObject(*In))
      Lower.lower(In->Attrs);
  });
}

} // namespace rpcgen::idl
