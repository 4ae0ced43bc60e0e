//===- Standard.cpp -------------------------------------------------------===//

#include "bodies/flow/Standard.h"
#include "Clang.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

bool isStandard(const CXXRecordDecl *Class) {
  if (!Class || !Class->getIdentifier())
    return false;
  if (Class->isInStdNamespace())
    return true;
  const auto *Namespace =
      dyn_cast<NamespaceDecl>(Class->getDeclContext()->getRedeclContext());
  return Namespace && Namespace->getName() == "__gnu_cxx";
}

const CXXRecordDecl *classOf(QualType T) {
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

llvm::ArrayRef<TemplateArgument> templateArguments(const CXXRecordDecl *Class) {
  const auto *Made = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  return Made ? Made->getTemplateArgs().asArray()
              : llvm::ArrayRef<TemplateArgument>();
}

/// Looks into types in types, but once into each of them.
bool mayHold(QualType T, llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  if (T.isNull())
    return true;
  T = T.getCanonicalType();
  if (T->isAnyPointerType() || T->isReferenceType())
    return true;
  const CXXRecordDecl *Class = classOf(T);
  if (!Class || !Seen.insert(Class->getCanonicalDecl()).second)
    return false;
  const StandardKind K = standardKind(Class);
  if (isHolder(K) && K != StandardKind::Optional && K != StandardKind::Owner)
    return true;
  if (isStandard(Class)) {
    auto Holds = [&](const TemplateArgument &A) {
      if (A.getKind() == TemplateArgument::Pack)
        return llvm::any_of(A.pack_elements(), [&](const TemplateArgument &P) {
          return P.getKind() == TemplateArgument::Type &&
                 mayHold(P.getAsType(), Seen);
        });
      if (A.getKind() != TemplateArgument::Type)
        return false;
      // Allocators, traits and deleters are none of its elements.
      const CXXRecordDecl *Of = classOf(A.getAsType());
      const bool IsPolicy =
          isStandard(Of) && Of->hasDefinition() && Of->isEmpty();
      return !IsPolicy && mayHold(A.getAsType(), Seen);
    };
    return llvm::any_of(templateArguments(Class), Holds);
  }
  if (!Class->hasDefinition())
    return true;
  return llvm::any_of(
             Class->fields(),
             [&](const FieldDecl *F) { return mayHold(F->getType(), Seen); }) ||
         llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier &B) {
           return mayHold(B.getType(), Seen);
         });
}

} // namespace

StandardKind standardKind(const CXXRecordDecl *Class) {
  using enum StandardKind;
  if (!isStandard(Class))
    return None;
  const StringRef Name = Class->getName();
  if (endsWith(Name, "iterator"))
    return Iterator;
  return llvm::StringSwitch<StandardKind>(Name)
      .Cases("basic_string_view", "span", "reference_wrapper",
             "initializer_list", "atomic", View)
      .Cases("unique_ptr", "shared_ptr", "__shared_ptr", "__shared_ptr_access",
             Owner)
      .Case("optional", Optional)
      .Cases("function", "move_only_function", Callable)
      .Cases("thread", "jthread", "future", "shared_future", Worker)
      .Cases("basic_string", "vector", "array", "deque", "list", "forward_list",
             Sequence)
      .Cases("set", "map", "multiset", "multimap", "unordered_set",
             "unordered_map", Sequence)
      .Cases("unordered_multiset", "unordered_multimap", "valarray", "queue",
             "stack", "priority_queue", Sequence)
      .Default(None);
}

StandardKind standardKind(QualType T) { return standardKind(classOf(T)); }

bool isHolder(StandardKind K) {
  return K != StandardKind::None && K != StandardKind::Sequence;
}

QualType contentType(QualType T) {
  const CXXRecordDecl *Class = classOf(T);
  const StandardKind K = standardKind(Class);
  llvm::ArrayRef<TemplateArgument> Arguments = templateArguments(Class);
  const bool HasFirst = K == StandardKind::View || K == StandardKind::Owner ||
                        K == StandardKind::Optional ||
                        K == StandardKind::Sequence;
  if (!HasFirst || Arguments.empty() ||
      Arguments.front().getKind() != TemplateArgument::Type ||
      endsWith(Class->getName(), "map"))
    return {};
  return Arguments.front().getAsType();
}

bool isText(QualType T) {
  const QualType Of =
      standardKind(T) == StandardKind::View ? contentType(T) : QualType();
  return !Of.isNull() && Of->isArithmeticType();
}

StringRef nameOfClass(const CXXMethodDecl *F) {
  return F->getParent()->getIdentifier() ? F->getParent()->getName() : "";
}

bool readsElement(const CXXMethodDecl *F) {
  const StringRef Class = F->getParent()->getName();
  const bool IsText = Class == "basic_string";
  if (F->getOverloadedOperator() == OO_Subscript)
    return Class == "vector" || Class == "span" || Class == "basic_string_view";
  return llvm::StringSwitch<bool>(nameOf(F))
             .Cases("front", "back", "pop_back", true)
             .Cases("remove_prefix", "remove_suffix", false)
             .Default(false) &&
         (IsText || Class == "vector" || Class == "span" ||
          Class == "basic_string_view");
}

bool mayHold(QualType T) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  return mayHold(T, Seen);
}

bool isInHolder(const Region *R) {
  return R->K == Region::Kind::Content ||
         (R->K == Region::Kind::Reached && isHolder(R->Holder->T));
}

bool takesAway(llvm::StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases("clear", "erase", "extract", "pop_back", "pop_front", "pop", true)
      .Default(false);
}

const Expr *addedBy(llvm::ArrayRef<const Expr *> Erased) {
  const Expr *Which = Erased.empty() ? nullptr : stripped(Erased[0]);
  if (const auto *Copy = dyn_cast_or_null<CXXConstructExpr>(Which);
      Copy && Copy->getNumArgs() > 0)
    Which = stripped(Copy->getArg(0));
  const auto *Mention = dyn_cast_or_null<DeclRefExpr>(Which);
  const ValueDecl *D = Mention ? Mention->getDecl() : nullptr;
  if (const auto *Part = dyn_cast_or_null<BindingDecl>(D))
    D = Part->getDecomposedDecl();
  const auto *V = dyn_cast_or_null<VarDecl>(D);
  return V && V->getInit() ? stripped(V->getInit()) : nullptr;
}

bool usesDelete(QualType Owner) {
  llvm::ArrayRef<TemplateArgument> Arguments =
      templateArguments(classOf(Owner));
  if (Arguments.size() < 2 || Arguments[1].getKind() != TemplateArgument::Type)
    return true; // a shared_ptr, whose constructor says
  const CXXRecordDecl *Deleter = classOf(Arguments[1].getAsType());
  return isStandard(Deleter) && Deleter->getName() == "default_delete";
}

} // namespace rpcgen
