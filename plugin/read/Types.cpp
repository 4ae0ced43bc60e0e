//===- Types.cpp ----------------------------------------------------------===//

#include "read/Types.h"
#include "read/Attributes.h"
#include "read/Builtins.h"
#include "read/Handles.h"
#include "read/Pipes.h"
#include "read/Presentations.h"
#include "read/Records.h"
#include "read/Standard.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The obstacle of a part is that of the whole, which is no number.
void refuseAs(declared::Type &Whole, declared::Type Part) {
  Part.Const = Whole.Const;
  Part.Bits = 0;
  Whole = std::move(Part);
}

constexpr unsigned MaximumLevels = 64;

/// Of pointers, references and arrays.
unsigned levelsOf(QualType Q, const ASTContext &Context) {
  unsigned Levels = 0;
  for (;; ++Levels)
    if (const ArrayType *Array = Context.getAsArrayType(Q))
      Q = Array->getElementType();
    else if (Q->isPointerType() || Q->isReferenceType())
      Q = Q->getPointeeType();
    else
      return Levels;
}

/// The alias to change if its type cannot travel: the user's innermost one.
/// An alias of a system header cannot be changed by the user.
const TypedefNameDecl *changeable(const Sugar &Written, const Sema &S) {
  const TypedefNameDecl *Found = nullptr;
  for (const TypedefNameDecl *D : Written.Aliases) {
    if (S.getSourceManager().isInSystemHeader(D->getLocation()))
      break;
    Found = D;
  }
  return Found;
}

/// The alias, or the alias template, whose name the type is; null if it is
/// none.
const TypedefNameDecl *aliasOf(QualType Q) {
  if (const auto *Alias = dyn_cast<TypedefType>(Q))
    return Alias->getDecl();
  const auto *Made = dyn_cast<TemplateSpecializationType>(Q);
  if (!Made || !Made->isTypeAlias())
    return nullptr;
  const auto *Template = dyn_cast_or_null<TypeAliasTemplateDecl>(
      Made->getTemplateName().getAsTemplateDecl());
  return Template ? Template->getTemplatedDecl() : nullptr;
}

Location locationOf(const TypedefNameDecl *Alias, Location Otherwise) {
  return Alias ? rpcgen::locationOf(Alias->getTypeSourceInfo(),
                                    Alias->getLocation())
               : Otherwise;
}

} // namespace

declared::Type TypeReader::read(QualType Q, Location Loc, Role R) const {
  declared::Type T;
  T.Loc = Loc;
  if (levelsOf(Q, S.Context) > MaximumLevels) {
    T.Spelling = "this type";
    T.refuse(Obstacle::NoWireForm, "has too many levels");
    return T;
  }
  if (Q->isDependentType() || Q->isUndeducedType()) {
    T.Spelling = Q.getAsString();
    T.refuse(Obstacle::Dependent, "depends on a template parameter");
    return T;
  }

  // The const of a parameter or result concerns its body only.
  bool OfDeclaration = R == Role::Parameter || R == Role::Result;
  T.Spelling = Names.spell(OfDeclaration ? Q.getUnqualifiedType() : Q);

  const QualType Named = Q;
  Sugar Written;
  for (;;) {
    if (const TypedefNameDecl *D = aliasOf(Q)) {
      if (isa<TypedefType>(Q))
        Written.Aliases.push_back(D);
      const rpcgen::Names Scope(S,
                                const_cast<DeclContext *>(D->getDeclContext()));
      AttributeList More = readAllAttributes(D, Scope);
      T.AliasAttributes.insert(T.AliasAttributes.end(), More.begin(),
                               More.end());
    }
    auto Wire = Presented.wireType(Q);
    if (Wire && !contextHandle(Named)) {
      readPresented(T, Q, *Wire);
      return T;
    }
    Written.Substituted |= isa<SubstTemplateTypeParmType>(Q);
    if (const auto *Template = dyn_cast<TemplateSpecializationType>(Q))
      Written.Template = Template;
    readArguments(Written, Q, locationOf(changeable(Written, S), Loc));
    QualType Desugared = Q.getSingleStepDesugaredType(S.Context);
    if (Desugared == Q)
      break;
    Q = Desugared;
  }
  T.Const = Q.isConstQualified();
  const TypedefNameDecl *Alias = changeable(Written, S);
  T.Loc = locationOf(Alias, Loc);
  if (Q.isVolatileQualified())
    T.refuse(Obstacle::NoWireForm, "is volatile");
  else if (const TypedefNameDecl *Handle = contextHandle(Named))
    readContextHandle(T, Handle);
  else
    readShape(T, Q, R, Written);
  // A scalar of fewer bits was not made of that argument.
  bool Holds = T.K != WrittenType::Kind::Untransmissible && T.Bits % 64 == 0;
  if (Written.Refused && Holds) {
    refuseAs(T, *Written.Refused);
  }
  if (Alias)
    nameAlias(T, Alias);
  if (T.K != WrittenType::Kind::Untransmissible)
    T.Loc = Loc;
  return T;
}

/// Of what cannot travel: whose declaration it is written in.
void TypeReader::nameAlias(declared::Type &T,
                           const TypedefNameDecl *Alias) const {
  declared::Type *Innermost = &T;
  while (Innermost->isPointerLike())
    Innermost = &Innermost->element();
  if (Innermost->K != WrittenType::Kind::Untransmissible ||
      !Innermost->Alias.empty())
    return;
  Innermost->Alias = Alias->getQualifiedNameAsString();
  // A function type cannot be spelled before a name.
  if (Innermost == &T && T.Why != Obstacle::Dependent &&
      T.Why != Obstacle::FunctionPointer)
    T.Spelling = Names.spell(Alias->getUnderlyingType());
}

void TypeReader::readPresented(declared::Type &T, QualType Q,
                               const Presentations::WireType &Wire) const {
  T.K = WrittenType::Kind::Presented;
  T.Const = Q.isConstQualified();
  const auto *Record = Q->getAsRecordDecl();
  T.Owns = Record && owns(Record);
  T.Converted = Presented.isConverted(Q);
  if (!Wire.T.isNull()) {
    readHeld(T, Wire.T, Role::Part);
    return;
  }
  declared::Type Unknown; // void, as nothing else travels as
  Unknown.Spelling = Wire.Written;
  T.Element.push_back(std::move(Unknown));
}

void TypeReader::readContextHandle(declared::Type &T,
                                   const TypedefNameDecl *Handle) const {
  T.K = WrittenType::Kind::ContextHandle;
  T.Context = Handle->getQualifiedNameAsString();
  T.Rundown = rundownOf(S, Handle);
}

/// A template argument of unclear width is refused where it is written: what
/// is substituted for the parameter has lost its alias.
void TypeReader::readArguments(Sugar &Written, QualType Template,
                               Location Loc) const {
  const auto *Named = dyn_cast<TemplateSpecializationType>(Template);
  if (!Named || Written.Refused)
    return;
  for (const TemplateArgument &Argument : Named->template_arguments()) {
    if (Argument.getKind() != TemplateArgument::Type)
      continue;
    declared::Type T = read(Argument.getAsType(), Loc, Role::Part);
    while (T.isPointerLike())
      T = declared::Type(T.element());
    if (T.Why == Obstacle::Long || T.Why == Obstacle::PointerSized)
      Written.Refused = std::move(T);
  }
}

void TypeReader::readShape(declared::Type &T, QualType Q, Role R,
                           const Sugar &Written) const {
  auto ReadElement = [&](WrittenType::Kind K, QualType Element) {
    T.K = K;
    T.Element.push_back(read(Element, T.Loc, Role::Part));
  };
  if (const auto *Builtin = Q->getAs<BuiltinType>())
    return readBuiltin(T, *Builtin, Written);
  if (const TagDecl *Tag = Q->getAsTagDecl())
    return readTag(T, Tag, R, Written);
  if (Q->isFunctionType() || Q->isFunctionPointerType() ||
      Q->isMemberPointerType())
    return T.refuse(Obstacle::FunctionPointer);
  if (Q->isVoidPointerType())
    return T.refuse(Obstacle::VoidPointer);
  if (Q->isRValueReferenceType())
    return T.refuse(Obstacle::RvalueReference);
  if (Q->isReferenceType() && (R == Role::Field || R == Role::Arm))
    return T.refuse(Obstacle::ReferenceField);
  if (Q->isAnyComplexType() || Q->isVectorType())
    return T.refuse(Obstacle::ExtendedFloat);
  if (Q->isPointerType())
    return ReadElement(WrittenType::Kind::Pointer, Q->getPointeeType());
  if (Q->isReferenceType())
    return ReadElement(WrittenType::Kind::Reference, Q->getPointeeType());
  if (const auto *Array = S.Context.getAsConstantArrayType(Q)) {
    T.Extent = Array->getSize().getLimitedValue();
    return ReadElement(WrittenType::Kind::Array, Array->getElementType());
  }
  if (const auto *Array = S.Context.getAsIncompleteArrayType(Q))
    return ReadElement(WrittenType::Kind::Array, Array->getElementType());
  T.refuse(Obstacle::NoWireForm,
           Q->isAtomicType() ? "is atomic" : "has no wire form");
}

void TypeReader::readTag(declared::Type &T, const TagDecl *Tag, Role R,
                         const Sugar &Written) const {
  const auto *Record = dyn_cast<RecordDecl>(Tag);
  if (!Record && Tag->isInStdNamespace() && Tag->getName() == "byte") {
    T.K = WrittenType::Kind::Integer;
    T.Bits = 8;
    return;
  }
  if (Record && ((R == Role::Arm && isNone(Record)) ||
                 (R == Role::Alternative && isMonostate(Record)))) {
    T.K = WrittenType::Kind::Void;
    return;
  }
  if (QualType Element = pipeElement(Tag, Written.Template);
      !Element.isNull()) {
    T.K = WrittenType::Kind::Pipe;
    readHeld(T, Element, Role::Part);
    return;
  }
  if (auto Class = standardClass(Tag))
    return readStandard(T, *Class, Tag, Written);
  if (Record && isBindingHandle(Record)) {
    T.K = WrittenType::Kind::BindingHandle;
    return;
  }
  if (Known.contains(Tag)) {
    T.Owns = Record && owns(Record);
    T.K = !Record             ? WrittenType::Kind::Enumeration
          : Record->isUnion() ? WrittenType::Kind::Union
                              : WrittenType::Kind::Structure;
    T.Definition = Known.indexOf(Tag);
    return;
  }
  if (auto Refused = Record ? refuse(Record) : std::nullopt)
    return T.refuse(Refused->Why, Refused->Detail);
  if (!Tag->isCompleteDefinition())
    return T.refuse(Obstacle::IncompleteType, "is declared but not defined");
  if (Record && Record->isAnonymousStructOrUnion()) {
    T.Spelling = Record->isUnion() ? "union" : "struct";
    return T.refuse(Obstacle::NoWireForm, "has no name that stubs can use");
  }
  T.refuse(Obstacle::NoWireForm, "has no name that generated code can use");
}

void TypeReader::readStandard(declared::Type &T, StandardClass Class,
                              const TagDecl *Tag, const Sugar &Written) const {
  if (auto Refused = refuseStandard(Class, Tag))
    return T.refuse(Refused->Why, Refused->Detail);
  T.K = WrittenType::Kind::Standard;
  T.Library = Class;
  T.Owns = owns(cast<RecordDecl>(Tag));
  T.Bits = characterBits(Class, Tag);
  T.Extent = extentOf(Class, Tag);
  Role Each = Class == StandardClass::Variant ? Role::Alternative : Role::Part;
  for (QualType Held : heldTypes(Class, Tag, Written.Template))
    if (!readHeld(T, Held, Each))
      return;
}

bool TypeReader::readHeld(declared::Type &T, QualType Held, Role R) const {
  T.Element.push_back(read(Held, T.Loc, R));
  const declared::Type *Innermost = &T.Element.back();
  while (Innermost->isPointerLike())
    Innermost = &Innermost->element();
  if (Innermost->K == WrittenType::Kind::Untransmissible) {
    refuseAs(T, *Innermost);
  } else if (Innermost->K == WrittenType::Kind::Union) {
    T.refuse(Obstacle::NoWireForm, "holds a union without its discriminant");
  }
  return T.K != WrittenType::Kind::Untransmissible;
}

Location locationOf(const TypeSourceInfo *Written, SourceLocation Otherwise) {
  if (!Written)
    return {Otherwise.getRawEncoding()};
  TypeLoc Innermost = Written->getTypeLoc();
  for (;;) {
    Innermost = Innermost.getUnqualifiedLoc().IgnoreParens();
    TypeLoc Next = Innermost.getAs<PointerTypeLoc>() ||
                           Innermost.getAs<ReferenceTypeLoc>() ||
                           Innermost.getAs<ArrayTypeLoc>() ||
                           Innermost.getAs<FunctionTypeLoc>()
                       ? Innermost.getNextTypeLoc()
                       : TypeLoc();
    if (Next.isNull())
      break;
    Innermost = Next;
  }
  SourceLocation Loc = Innermost.getBeginLoc();
  return {(Loc.isValid() ? Loc : Otherwise).getRawEncoding()};
}

} // namespace rpcgen
