//===- Records.cpp --------------------------------------------------------===//

#include "read/Records.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecordLayout.h"

#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace rpcgen {
namespace {

std::string quoted(const NamedDecl *D) {
  return "'" + D->getNameAsString() + "'";
}

/// What makes a class more than its fields, as the end of a sentence; "" if
/// nothing does.
std::string moreThanFields(const CXXRecordDecl *Record) {
  for (const CXXMethodDecl *Method : Record->methods())
    if (Method->isVirtual())
      return "has a virtual function " + quoted(Method);
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (const auto *Class = Base.getType()->getAsCXXRecordDecl())
      return "has a base class " + quoted(Class);
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->getAccess() != AS_public)
      return "has a field " + quoted(Field) + " that is not public";
    if (Field->isMutable())
      return "has a mutable field " + quoted(Field);
    const auto *Held =
        Field->getType()->getBaseElementTypeUnsafe()->getAsRecordDecl();
    if (Record->isUnion() && Held && owns(Held))
      return "has a member " + quoted(Field) + " that is more than bytes";
    if (Field->hasAttr<NoUniqueAddressAttr>())
      return "has a field " + quoted(Field) + " without an address of its own";
  }
  if (Record->hasUserDeclaredConstructor())
    return "has a constructor of its own";
  if (Record->hasUserDeclaredDestructor())
    return "has a destructor of its own";
  if (Record->hasUserDeclaredCopyAssignment() ||
      Record->hasUserDeclaredMoveAssignment())
    return "has an assignment of its own";
  return "";
}

CharUnits naturalAlignment(QualType Q, const ASTContext &Context) {
  if (const auto *Array = Context.getAsArrayType(Q))
    return naturalAlignment(Array->getElementType(), Context);
  const auto *Record = Q->getAsRecordDecl();
  if (!Record || Record->isInvalidDecl() || !Record->isCompleteDefinition())
    return Context.getTypeSizeInChars(Q.getCanonicalType());
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (Class && !Class->isAggregate())
    return Context.getTypeAlignInChars(Q);
  CharUnits Most = CharUnits::One();
  for (const FieldDecl *Field : Record->fields())
    Most = std::max(Most, naturalAlignment(Field->getType(), Context));
  return Most;
}

bool canBeMeasured(const FieldDecl *Field) {
  QualType Q = Field->getType();
  if (Field->isInvalidDecl() || Field->isBitField() || Q->isDependentType() ||
      Q->isReferenceType())
    return false;
  if (Q->isIncompleteArrayType())
    return true;
  const auto *Tag = Q->getAsTagDecl();
  return !Q->isIncompleteType() && !(Tag && Tag->isInvalidDecl());
}

} // namespace

std::optional<Refusal> refuse(const RecordDecl *Record) {
  const RecordDecl *Definition = Record->getDefinition();
  if (Record->isDependentContext())
    return Refusal{Obstacle::Dependent, "depends on a template parameter"};
  if (Record->isInStdNamespace())
    return Refusal{Obstacle::NoWireForm, "is a class of the standard library"};
  if (!Definition)
    return Refusal{Obstacle::IncompleteType, "is declared but not defined"};
  if (Definition->isInvalidDecl())
    return Refusal{Obstacle::NoWireForm, "is not valid"};
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Definition))
    if (std::string Detail = moreThanFields(Class); !Detail.empty())
      return Refusal{Obstacle::NotStandardLayout, Detail};
  return std::nullopt;
}

bool owns(const RecordDecl *Record) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  Class = Class ? Class->getDefinition() : nullptr;
  return Class && !Class->isInvalidDecl() && !Class->isDependentContext() &&
         !Class->isTriviallyCopyable();
}

bool hasNaturalLayout(const RecordDecl *Record) {
  if (!llvm::all_of(Record->fields(), canBeMeasured))
    return false;
  const ASTContext &Context = Record->getASTContext();
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(Record);
  CharUnits End = CharUnits::Zero(), Most = CharUnits::One();
  for (const FieldDecl *Field : Record->fields()) {
    CharUnits Align = naturalAlignment(Field->getType(), Context);
    CharUnits Offset = Context.toCharUnitsFromBits(
        Layout.getFieldOffset(Field->getFieldIndex()));
    CharUnits Begin =
        Record->isUnion() ? CharUnits::Zero() : End.alignTo(Align);
    if (Offset != Begin)
      return false;
    CharUnits Size = Field->getType()->isIncompleteArrayType()
                         ? CharUnits::Zero()
                         : Context.getTypeSizeInChars(Field->getType());
    End = Record->isUnion() ? std::max(End, Size) : Begin + Size;
    Most = std::max(Most, Align);
  }
  return Record->field_empty() || Layout.getSize() == End.alignTo(Most);
}

unsigned alignmentOf(const RecordDecl *Record) {
  if (!llvm::all_of(Record->fields(), canBeMeasured))
    return 1;
  const ASTContext &Context = Record->getASTContext();
  return Context.getASTRecordLayout(Record).getAlignment().getQuantity();
}

std::uint64_t sizeOf(const RecordDecl *Record) {
  if (!llvm::all_of(Record->fields(), canBeMeasured))
    return 0;
  const ASTContext &Context = Record->getASTContext();
  return Context.getASTRecordLayout(Record).getSize().getQuantity();
}

bool isMisaligned(const FieldDecl *Field) {
  const RecordDecl *Record = Field->getParent();
  if (!llvm::all_of(Record->fields(), canBeMeasured))
    return false;
  const ASTContext &Context = Record->getASTContext();
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(Record);
  CharUnits Offset = Context.toCharUnitsFromBits(
      Layout.getFieldOffset(Field->getFieldIndex()));
  CharUnits Align = Context.getTypeAlignInChars(Field->getType());
  return !Offset.isMultipleOf(Align) || Layout.getAlignment() < Align;
}

bool isNone(const RecordDecl *Record) {
  const auto *Outer = dyn_cast<NamespaceDecl>(Record->getDeclContext());
  return Outer && Record->getIdentifier() && Record->getName() == "none" &&
         Outer->getName() == "rpc" &&
         Outer->getParent()->getRedeclContext()->isTranslationUnit();
}

} // namespace rpcgen
