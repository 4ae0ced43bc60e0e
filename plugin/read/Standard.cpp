//===- Standard.cpp -------------------------------------------------------===//

#include "read/Standard.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace rpcgen {
namespace {

const TemplateArgument &argument(const TagDecl *Tag, unsigned I) {
  return cast<ClassTemplateSpecializationDecl>(Tag)->getTemplateArgs()[I];
}

bool isText(StandardClass Class) {
  return Class == StandardClass::String || Class == StandardClass::StringView;
}

/// Why a string of such characters has no wire form.
Obstacle obstacleOf(QualType Character) {
  if (Character->isWideCharType())
    return Obstacle::WideChar;
  if (Character->isChar32Type())
    return Obstacle::Char32;
  return Character->isAnyCharacterType() ? Obstacle::None
                                         : Obstacle::NoWireForm;
}

/// Whether an argument that has a default is another one: a deleter, traits or
/// an allocator of the user's.
bool isCustomised(const TagDecl *Tag, unsigned First) {
  const auto &Arguments =
      cast<ClassTemplateSpecializationDecl>(Tag)->getTemplateArgs();
  for (unsigned I = First; I < Arguments.size(); ++I) {
    const TagDecl *Chosen = Arguments[I].getAsType()->getAsTagDecl();
    bool Default = Chosen && Chosen->isInStdNamespace() &&
                   (Chosen->getName() == "allocator" ||
                    Chosen->getName() == "char_traits" ||
                    Chosen->getName() == "default_delete");
    if (!Default)
      return true;
  }
  return false;
}

} // namespace

std::optional<StandardClass> standardClass(const TagDecl *Tag) {
  if (!isa<ClassTemplateSpecializationDecl>(Tag) || !Tag->isInStdNamespace())
    return std::nullopt;
  return llvm::StringSwitch<std::optional<StandardClass>>(Tag->getName())
      .Case("basic_string", StandardClass::String)
      .Case("basic_string_view", StandardClass::StringView)
      .Case("vector", StandardClass::Vector)
      .Case("span", StandardClass::Span)
      .Case("array", StandardClass::Array)
      .Case("optional", StandardClass::Optional)
      .Case("unique_ptr", StandardClass::UniquePointer)
      .Case("shared_ptr", StandardClass::SharedPointer)
      .Case("variant", StandardClass::Variant)
      .Default(std::nullopt);
}

bool isMonostate(const TagDecl *Tag) {
  return Tag->isInStdNamespace() && Tag->getName() == "monostate";
}

std::optional<Refusal> refuseStandard(StandardClass Class, const TagDecl *Tag) {
  if (Class == StandardClass::Variant)
    return std::nullopt;
  QualType First = argument(Tag, 0).getAsType();
  if (isText(Class))
    if (Obstacle Why = obstacleOf(First); Why != Obstacle::None)
      return Refusal{Why, "is not made of char or char16_t"};
  if (Class == StandardClass::Span &&
      !argument(Tag, 1).getAsIntegral().isAllOnes())
    return Refusal{Obstacle::NoWireForm,
                   "has a fixed size, which std::array says better"};
  if (Class != StandardClass::Array && Class != StandardClass::Span &&
      isCustomised(Tag, 1))
    return Refusal{Obstacle::NoWireForm,
                   "has an allocator, deleter or traits of its own"};
  if (Class == StandardClass::Array && extentOf(Class, Tag) == 0)
    return Refusal{Obstacle::NoWireForm, "has no elements"};
  if (Class == StandardClass::Vector && First->isBooleanType())
    return Refusal{Obstacle::NoWireForm, "has no elements of type bool"};
  if ((Class == StandardClass::UniquePointer ||
       Class == StandardClass::SharedPointer) &&
      First->isArrayType())
    return Refusal{Obstacle::NoWireForm,
                   "does not know its number of elements"};
  if (First->isVoidType())
    return Refusal{Obstacle::NoWireForm, "does not say what it points to"};
  if (First.isConstQualified() && Class != StandardClass::Span)
    return Refusal{Obstacle::NoWireForm,
                   "holds a const object, which cannot be received"};
  return std::nullopt;
}

llvm::ArrayRef<TemplateArgument>
argumentsOf(const TagDecl *Tag, const TemplateSpecializationType *Written) {
  if (Written && Written->getAsCXXRecordDecl() == Tag &&
      !Written->template_arguments().empty())
    return Written->template_arguments();
  llvm::ArrayRef<TemplateArgument> All =
      cast<ClassTemplateSpecializationDecl>(Tag)->getTemplateArgs().asArray();
  return All.front().getKind() == TemplateArgument::Pack
             ? All.front().pack_elements()
             : All;
}

std::vector<QualType> heldTypes(StandardClass Class, const TagDecl *Tag,
                                const TemplateSpecializationType *Written) {
  if (isText(Class))
    return {};
  llvm::ArrayRef<TemplateArgument> Arguments = argumentsOf(Tag, Written);
  std::size_t Count = Class == StandardClass::Variant ? Arguments.size() : 1;
  std::vector<QualType> Held;
  for (const TemplateArgument &A : Arguments.take_front(Count))
    Held.push_back(A.getAsType());
  return Held;
}

unsigned characterBits(StandardClass Class, const TagDecl *Tag) {
  if (!isText(Class))
    return 0;
  return Tag->getASTContext().getTypeSize(argument(Tag, 0).getAsType());
}

std::optional<std::uint64_t> extentOf(StandardClass Class, const TagDecl *Tag) {
  if (Class != StandardClass::Array)
    return std::nullopt;
  return argument(Tag, 1).getAsIntegral().getLimitedValue();
}

} // namespace rpcgen
