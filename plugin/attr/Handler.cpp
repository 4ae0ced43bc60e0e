//===- Handler.cpp - accepts the attributes of the table ------------------===//
//
// Registers every row of the table with clang under its scoped spelling only:
// an unscoped one would make clang parse the arguments. What is in its place
// and well-formed becomes an annotation of its declaration.
//
//===----------------------------------------------------------------------===//

#include "Clang.h"
#include "attr/Annotation.h"
#include "attr/Arguments.h"
#include "attr/Session.h"
#include "model/AttributeTable.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {
namespace {

/// What kind of declaration this is, or 0 if no attribute belongs on it.
std::uint16_t placeOf(const Decl *D) {
  if (const auto *Namespace = dyn_cast<NamespaceDecl>(D))
    return Namespace->isAnonymousNamespace() ? 0 : OnInterface;
  if (isa<FunctionDecl>(D))
    return OnFunction;
  if (isa<ParmVarDecl>(D))
    return OnParameter;
  if (const auto *Field = dyn_cast<FieldDecl>(D))
    return Field->getParent()->isUnion() ? OnArm : OnField;
  if (const auto *Record = dyn_cast<RecordDecl>(D))
    return Record->isUnion() ? OnUnion : OnStructure;
  if (isa<EnumDecl>(D))
    return OnEnumeration;
  if (isa<EnumConstantDecl>(D))
    return OnEnumerator;
  if (isa<TypedefNameDecl>(D))
    return OnAlias;
  if (isa<VarDecl>(D))
    return OnVariable;
  if (isa<EmptyDecl>(D) &&
      isa<TranslationUnitDecl, ExportDecl>(D->getDeclContext()))
    return OnEmptyDeclaration;
  return 0;
}

/// Which may be written for the member that it is the type of.
bool isUnnamedRecord(const Decl *D) {
  const auto *Record = dyn_cast<RecordDecl>(D);
  return Record && !Record->getIdentifier();
}

/// "a class" for a class, which is a struct to the table.
std::string describe(const Decl *D, std::uint16_t Place) {
  const auto *Record = dyn_cast<RecordDecl>(D);
  return Record && Record->isClass() ? "a class" : describePlaces(Place);
}

/// What to write where it is certain; "" elsewhere.
std::string adviceFor(const AttributeRow &Row, const Decl *D) {
  if (isUnnamedRecord(D) && (Row.Places & (OnField | OnArm)))
    return "write it before the declaration, and a name after the '}'";
  const auto *Record = dyn_cast<RecordDecl>(D);
  if (Record && Row.Places == OnInterface)
    return "write 'namespace' instead of '" + Record->getKindName().str() +
           "': its functions are the operations";
  return "";
}

bool isInPlace(Session &Now, const WrittenAttribute &Attribute,
               const AttributeRow &Row, const Decl *D) {
  std::uint16_t Place = placeOf(D);
  if (Row.Places & Place)
    return true;
  Now.error(Attribute, problem::AttributePlace,
            "belongs on " + describePlaces(Row.Places) +
                (Place ? ", not on " + describe(D, Place) : std::string()),
            adviceFor(Row, D));
  return false;
}

bool hasValidArguments(Session &Now, const WrittenAttribute &Attribute,
                       const AttributeRow &Row) {
  std::string Wrong = checkArguments(Attribute, Row);
  if (Wrong.empty())
    return true;
  Now.error(Attribute, problem::AttributeArguments, std::move(Wrong),
            "write for example '" + std::string(Row.Example) + "'");
  return false;
}

class Handler final : public ParsedAttrInfo {
public:
  Handler() {
    for (const AttributeRow &Row : attributeTable())
      Names.push_back("rpc::" + std::string(Row.Name));
    for (const std::string &Name : Names)
      All.push_back({ParsedAttr::AS_CXX11, Name.c_str()});
    Spellings = All;
  }

  AttrHandling handleDeclAttribute(Sema &S, Decl *D,
                                   const ParsedAttr &Attr) const override {
    Session *Now = Session::current();
    const AttributeRow *Row = findAttribute(Attr.getAttrName()->getName());
    WrittenAttribute *Attribute =
        Now ? Now->Captured.find(Attr.getRange().getEnd()) : nullptr;
    if (!Attribute || !Row)
      return AttributeNotApplied;
    Attribute->Applied = true;

    if (Row->Supported.Since == Stage::Later)
      Now->error(*Attribute, problem::NotSupported, "is not supported yet",
                 std::string(Row->Supported.Instead));
    else if (isInPlace(*Now, *Attribute, *Row, D) &&
             hasValidArguments(*Now, *Attribute, *Row)) {
      if (Row->Supported.Since == Stage::Checked)
        Now->unbuilt(*Attribute);
      annotate(D, *Attribute);
      if (Row->Kind != Attribute::Suppress)
        Now->Annotated.push_back(D);
      if (Row->Kind == Attribute::Stubs)
        Now->OnStubs(S, {Attribute->Loc, wordOf(Attribute->Arguments)});
      return AttributeApplied;
    }
    return AttributeNotApplied;
  }

private:
  std::vector<std::string> Names;
  std::vector<Spelling> All;
};

ParsedAttrInfoRegistry::Add<Handler> Registered("rpc", "attributes of rpcgen");

} // namespace
} // namespace rpcgen
