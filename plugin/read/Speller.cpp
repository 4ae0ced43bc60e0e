//===- Speller.cpp --------------------------------------------------------===//

#include "read/Speller.h"
#include "Clang.h"
#include "read/Pipes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"

#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace rpcgen {
namespace {

PrintingPolicy policyOf(const ASTContext &Context) {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressUnwrittenScope = true;
  Policy.Bool = true;
  return Policy;
}

constexpr std::size_t MaximumLength = 2000;

/// Whether code outside of every function and class may write the name.
bool isNameable(const NamedDecl *D) {
  if (D->getDeclName().isEmpty() || D->getParentFunctionOrMethod() ||
      D->getAccess() == AS_private || D->getAccess() == AS_protected)
    return false;
  const auto *Outer = dyn_cast<TagDecl>(D->getDeclContext());
  if (!Outer || isNameable(Outer))
    return true;
  const NamedDecl *Alias = Outer->getTypedefNameForAnonDecl();
  return Alias && isNameable(Alias);
}

/// Whether its name alone means a function, variable or enumerator beside it.
bool isHidden(const TagDecl *Tag) {
  return Tag->getIdentifier() &&
         llvm::any_of(Tag->getDeclContext()->getRedeclContext()->lookup(
                          Tag->getDeclName()),
                      [](const NamedDecl *D) { return isa<ValueDecl>(D); });
}

} // namespace

Speller::Speller(ASTContext &Context)
    : Context(Context), Policy(policyOf(Context)) {}

std::string Speller::qualified(const NamedDecl *D) const {
  std::string Text = "::";
  llvm::raw_string_ostream Out(Text);
  D->printQualifiedName(Out, Policy);
  return Text;
}

std::string Speller::spell(const TagDecl *Tag) const {
  std::string Name = nameOf(Tag);
  return isHidden(Tag) && !Name.empty() ? Tag->getKindName().str() + " " + Name
                                        : Name;
}

std::string Speller::nameOf(const TagDecl *Tag) const {
  Tag = Tag->getCanonicalDecl();
  if (auto Found = ByMember.find(Tag); Found != ByMember.end())
    return Found->second;
  if (const NamedDecl *Alias = Tag->getTypedefNameForAnonDecl())
    return isNameable(Alias) ? qualified(Alias) : "";
  if (!isNameable(Tag))
    return "";
  if (isa<ClassTemplateSpecializationDecl>(Tag))
    return TypeName::getFullyQualifiedName(typeOf(Tag), Context, Policy,
                                           /*WithGlobalNsPrefix=*/true);
  return qualified(Tag);
}

void Speller::nameByMember(const TagDecl *Tag, const FieldDecl *Member) {
  if (!Member->getIdentifier() || !nameOf(Tag).empty())
    return;
  std::string Outer = nameOf(Member->getParent());
  if (Outer.empty())
    return;
  std::string Text = "decltype(" + Outer + "::" + Member->getName().str() + ")";
  for (QualType Q = Member->getType(); !Q->getAsTagDecl();) {
    if (Text.size() > MaximumLength)
      return;
    if (Q->isArrayType())
      Text = "::std::remove_extent_t<" + Text + ">";
    else if (Q->isPointerType())
      Text = "::std::remove_pointer_t<" + Text + ">";
    else
      return;
    Q = Q->isArrayType() ? Context.getAsArrayType(Q)->getElementType()
                         : Q->getPointeeType();
  }
  ByMember[Tag->getCanonicalDecl()] = Text;
}

std::string Speller::spell(QualType Q) const {
  Qualifiers Local = Q.getLocalQualifiers();
  std::string Text = spellDesugared(Q.getLocalUnqualifiedType());
  if (!Local.hasConst() && !Local.hasVolatile())
    return Text;
  std::string Words = Local.hasConst() ? "const" : "";
  if (Local.hasVolatile())
    Words += Words.empty() ? "volatile" : " volatile";
  return Q->isPointerType() ? Text + " " + Words : Words + " " + Text;
}

/// Without qualifiers of its own; an alias stays what it is.
std::string Speller::spellDesugared(QualType Q) const {
  if (const auto *Alias = dyn_cast<TypedefType>(Q))
    if (isNameable(Alias->getDecl()))
      return qualified(Alias->getDecl());
  if (const auto *Using = dyn_cast<UsingType>(Q))
    if (isNameable(shadowOf(Using)))
      return qualified(shadowOf(Using));
  if (const auto *Template = dyn_cast<TemplateSpecializationType>(Q))
    if (std::string Text = spellTemplate(Template); !Text.empty())
      return Text;
  if (const auto *Tag = dyn_cast<TagType>(Q))
    if (std::string Text = spell(Tag->getDecl()); !Text.empty())
      return Text;
  if (isa<PointerType, LValueReferenceType>(Q)) {
    std::string Text = spell(Q->getPointeeType());
    if (isa<ArrayType, FunctionType>(Q->getPointeeType().IgnoreParens()))
      Text = "::std::type_identity_t<" + Text + ">";
    return Text + (Q->isPointerType() ? "*" : "&");
  }
  if (const auto *Array = dyn_cast<ConstantArrayType>(Q)) {
    std::string Extent;
    QualType Element = Array->getElementType();
    for (;; Element = Array->getElementType()) {
      Extent += "[" + std::to_string(Array->getSize().getZExtValue()) + "]";
      Array = dyn_cast<ConstantArrayType>(Element);
      if (!Array)
        return spell(Element) + Extent;
    }
  }
  QualType Desugared = Q.getSingleStepDesugaredType(Context);
  if (Desugared != Q)
    return spell(Desugared);
  if (Q->isBuiltinType())
    return Q.getAsString(Policy);
  return TypeName::getFullyQualifiedName(Q, Context, Policy,
                                         /*WithGlobalNsPrefix=*/true);
}

/// A class of the standard library, or a pipe, by the arguments that the user
/// wrote; "" for anything else.
std::string Speller::spellTemplate(const TemplateSpecializationType *T) const {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Class || T->isTypeAlias() ||
      (!Class->isInStdNamespace() && pipeElement(Class, T).isNull()))
    return "";
  std::string Arguments;
  for (unsigned I = 0; I < T->template_arguments().size(); ++I) {
    const TemplateArgument &Written = T->template_arguments()[I];
    bool IsType = Written.getKind() == TemplateArgument::Type;
    if (!IsType &&
        Class->getTemplateArgs()[I].getKind() != TemplateArgument::Integral)
      return "";
    if (I > 0)
      Arguments += ", ";
    Arguments +=
        IsType
            ? spell(Written.getAsType())
            : llvm::toString(Class->getTemplateArgs()[I].getAsIntegral(), 10);
  }
  return qualified(Class->getSpecializedTemplate()) + "<" + Arguments + ">";
}

} // namespace rpcgen
