//===- Presentations.cpp --------------------------------------------------===//

#include "read/Presentations.h"
#include "Clang.h"
#include "attr/Annotation.h"
#include "read/Names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Sema.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

std::string spellingOf(llvm::ArrayRef<ArgumentToken> Tokens) {
  std::string Text;
  for (const ArgumentToken &Token : Tokens)
    Text += Token.Text;
  return Text;
}

/// Whether the template is defined for the type, by whichever specialisation.
bool isDefined(Sema &S, ClassTemplateDecl *Template, QualType For) {
  SourceLocation Loc = Template->getLocation();
  TemplateArgumentListInfo Arguments(Loc, Loc);
  Arguments.addArgument(
      {TemplateArgument(For), S.Context.getTrivialTypeSourceInfo(For, Loc)});
  QualType Made = specializationOf(S, TemplateName(Template), Loc, Arguments);
  return !Made.isNull() && S.isCompleteType(Loc, Made);
}

} // namespace

Presentations::Presentations(Sema &S) : S(S) {
  collect(S.Context.getTranslationUnitDecl());
}

void Presentations::collect(const DeclContext *In) {
  for (const Decl *D : In->decls()) {
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D) &&
        !cast<DeclContext>(D)->isStdNamespace())
      collect(cast<DeclContext>(D));
    const auto *Wire = dyn_cast<TypeDecl>(D);
    if (!Wire)
      continue;
    std::optional<WireType> Presented =
        named(Wire, Attribute::RepresentAs, Attribute::UserMarshal);
    if (Presented && !Presented->T.isNull())
      WireTypes[Presented->T.getCanonicalType().getUnqualifiedType()] =
          S.Context.getTypeDeclType(Wire);
  }
}

/// What one of the attributes names.
std::optional<Presentations::WireType>
Presentations::named(const Decl *D, Attribute::Kind First,
                     Attribute::Kind Second) const {
  for (const Annotation &A : annotationsOf(D))
    if (A.K == First || A.K == Second)
      return WireType{Names(S, const_cast<DeclContext *>(D->getDeclContext()))
                          .type(A.Arguments),
                      spellingOf(A.Arguments)};
  return std::nullopt;
}

std::optional<Presentations::WireType>
Presentations::wireType(QualType Q) const {
  if (Q->isDependentType())
    return std::nullopt;
  const Decl *D = nullptr;
  if (const auto *Alias = dyn_cast<TypedefType>(Q))
    D = Alias->getDecl();
  else if (const auto *Tag = dyn_cast<TagType>(Q))
    D = Tag->getDecl();
  if (D)
    if (std::optional<WireType> Wire =
            named(D, Attribute::TransmitAs, Attribute::WireMarshal))
      return Wire;
  auto Known = WireTypes.find(Q.getCanonicalType().getUnqualifiedType());
  if (Known == WireTypes.end())
    return std::nullopt;
  return WireType{Known->second, ""};
}

bool Presentations::isConverted(QualType Presented) const {
  ASTContext &Context = S.Context;
  for (const NamedDecl *Rpc :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("rpc")))
    if (const auto *Runtime = dyn_cast<NamespaceDecl>(Rpc))
      for (NamedDecl *D : Runtime->lookup(&Context.Idents.get("wire_form")))
        if (auto *Template = dyn_cast<ClassTemplateDecl>(D))
          return isDefined(S, Template,
                           Presented.getCanonicalType().getUnqualifiedType());
  return true; // rule runtime-missing says what is missing
}

} // namespace rpcgen
