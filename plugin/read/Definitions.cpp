//===- Definitions.cpp ----------------------------------------------------===//

#include "read/Definitions.h"
#include "read/Attributes.h"
#include "read/Handles.h"
#include "read/Names.h"
#include "read/Pipes.h"
#include "read/Presentations.h"
#include "read/Records.h"
#include "read/Standard.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {

void Definitions::add(QualType Q) {
  Pointees.push_back(Q);
  while (!Pointees.empty()) {
    QualType Next = Pointees.back();
    Pointees.pop_back();
    visit(Next);
  }
}

void Definitions::addAliases(QualType Q) {
  while (const auto *Alias = Q->getAs<TypedefType>()) {
    Aliases.insert(Alias->getDecl());
    Q = Alias->desugar();
  }
}

void Definitions::visit(QualType Q) {
  addAliases(Q);
  if (Q->isArrayType())
    return visit(S.Context.getAsArrayType(Q)->getElementType());
  // What a context handle points to is the server's own.
  if (Q->isDependentType() || contextHandle(Q))
    return;
  if (Q->isPointerType() || Q->isReferenceType()) {
    Pointees.push_back(Q->getPointeeType());
    return;
  }
  // Both follow from the way in which the type is written.
  const TemplateSpecializationType *Template = nullptr;
  for (QualType Step = Q;;) {
    if (auto Wire = Presented.wireType(Step)) {
      if (!Wire->T.isNull())
        Pointees.push_back(Wire->T);
      return;
    }
    if (const auto *Found = dyn_cast<TemplateSpecializationType>(Step))
      Template = Found;
    QualType Next = Step.getSingleStepDesugaredType(S.Context);
    if (Next == Step)
      break;
    Step = Next;
  }
  const TagDecl *Tag = Q->getAsTagDecl();
  if (QualType Element = Tag ? pipeElement(Tag, Template) : QualType();
      !Element.isNull()) {
    Pointees.push_back(Element);
    return;
  }
  if (auto Class = Tag ? standardClass(Tag) : std::nullopt) {
    if (Held.insert(Q.getAsOpaquePtr()).second) {
      S.isCompleteType(Tag->getLocation(), Q); // instantiates it
      if (!refuseStandard(*Class, Tag))
        for (QualType Each : heldTypes(*Class, Tag, Template))
          holdsByValue(*Class) ? visit(Each) : Pointees.push_back(Each);
    }
    return;
  }
  if (!Tag || !Seen.try_emplace(Tag->getCanonicalDecl()).second)
    return;
  S.isCompleteType(Tag->getLocation(), Q); // instantiates a template
  if (const auto *Record = dyn_cast<RecordDecl>(Tag)) {
    if (!refuse(Record) && !Names.spell(Tag).empty())
      visitRecord(Record->getDefinition());
  } else if (const auto *Enum = dyn_cast<EnumDecl>(Tag);
             Enum->isComplete() && !Names.spell(Tag).empty()) {
    Index[Tag->getCanonicalDecl()] = Enumerations.size();
    const EnumDecl *Definition = Enum->getDefinition();
    Enumerations.push_back(Definition ? Definition : Enum);
  }
}

void Definitions::visitRecord(const RecordDecl *Record) {
  if (QualType Tag = switchTypeOf(S, Record); !Tag.isNull())
    visit(Tag);
  for (const FieldDecl *Field : Record->fields()) {
    QualType Q = Field->getType();
    while (Q->isPointerType() || Q->isArrayType())
      Q = Q->isPointerType() ? Q->getPointeeType()
                             : S.Context.getAsArrayType(Q)->getElementType();
    if (const TagDecl *Tag = Q->getAsTagDecl())
      Names.nameByMember(Tag, Field);
    visit(Field->getType());
  }
  auto &List = Record->isUnion() ? Unions : Structures;
  Index[Record->getCanonicalDecl()] = List.size();
  List.push_back(Record);
}

QualType switchTypeOf(Sema &S, const RecordDecl *Union) {
  const Names Known(S, const_cast<DeclContext *>(Union->getDeclContext()));
  for (const Decl *Redeclaration : redeclarations(Union))
    for (const Annotation &A : annotationsOf(Redeclaration))
      if (A.K == Attribute::SwitchType)
        return Known.type(A.Arguments);
  return {};
}

} // namespace rpcgen
