//===- Evaluator.h - what a statement does to memory ----------------------===//
#ifndef RPCGEN_BODIES_FLOW_EVALUATOR_H
#define RPCGEN_BODIES_FLOW_EVALUATOR_H

#include "bodies/flow/Frame.h"
#include "bodies/flow/Standard.h"

#include "clang/AST/StmtVisitor.h"

#include "llvm/ADT/DenseMap.h"

#include <optional>

namespace rpcgen {

/// Follows a function statement by statement, in the order of its control flow
/// graph, which has every expression before those that it is part of.
class Evaluator : public clang::ConstStmtVisitor<Evaluator> {
public:
  Evaluator(Engine &Shared, const Activation &In)
      : Shared(Shared), In(In), S(Shared.S), Known(Shared.Known),
        Context(Shared.Context), Assigned(In.Of.Assigned),
        Initial(Shared.Initial) {}

  /// A block begins. Where its statements act, and who is told of it, or null.
  void enter(State &At, Events *Told, Ways &Taken, bool InLoopCondition);

  /// The block ends.
  void leave(llvm::ArrayRef<const clang::Expr *> EvaluatedForOthers,
             llvm::ArrayRef<const clang::Expr *> UsedUp);

  /// False where a function was called that does not return.
  bool goesOn() const { return GoesOn; }

  /// What holds where an exception of the call is caught.
  void raise(State &After, const State &Before, const clang::Expr *Call);

  /// What holds after a condition that has turned out this way; false if it
  /// cannot.
  bool assume(State &After, const clang::Expr *Condition, bool Holds);

  /// Whether the switch may go to the label; null is its end. What it asks for
  /// is known there.
  bool select(State &At, const clang::SwitchStmt &Switch,
              const clang::Stmt *Label) const;

  /// The condition of a branch with more than two ways.
  void branch(const clang::Expr *Condition) {
    examine(*Now, Condition);
    doubtTests(*Now, Condition);
    compare(Condition, Condition);
  }

  void initializeMember(const clang::CXXCtorInitializer &Member);
  void destroy(const clang::VarDecl &Variable);

  // The statements that do something, or have a value that is followed.
  void VisitDeclStmt(const clang::DeclStmt *D);
  void VisitReturnStmt(const clang::ReturnStmt *R);
  void VisitCoreturnStmt(const clang::CoreturnStmt *R);
  void VisitCoroutineSuspendExpr(const clang::CoroutineSuspendExpr *E);
  void VisitExpr(const clang::Expr *E);
  void VisitCastExpr(const clang::CastExpr *E);
  void VisitMemberExpr(const clang::MemberExpr *E);
  void VisitArraySubscriptExpr(const clang::ArraySubscriptExpr *E);
  void VisitUnaryOperator(const clang::UnaryOperator *E);
  void VisitBinaryOperator(const clang::BinaryOperator *E);
  void
  VisitAbstractConditionalOperator(const clang::AbstractConditionalOperator *E);
  void VisitCallExpr(const clang::CallExpr *E);
  void VisitCXXOperatorCallExpr(const clang::CXXOperatorCallExpr *E);
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCXXNewExpr(const clang::CXXNewExpr *E);
  void VisitCXXDeleteExpr(const clang::CXXDeleteExpr *E);
  void VisitCXXThrowExpr(const clang::CXXThrowExpr *E);
  void VisitLambdaExpr(const clang::LambdaExpr *E);
  void VisitMaterializeTemporaryExpr(const clang::MaterializeTemporaryExpr *E);
  void
  VisitCXXStdInitializerListExpr(const clang::CXXStdInitializerListExpr *E);

private:
  // Values.cpp: what expressions are, which changes nothing.
  Values valuesOf(const clang::Expr *E) const { return valuesAt(*Now, E); }
  Values valuesAt(const State &At, const clang::Expr *E) const;
  Values lvalueAt(const State &At, const clang::MemberExpr *E) const;
  const Region *fieldOf(const State &At, const clang::BindingDecl &Part) const;
  Values castAt(const State &At, const clang::CastExpr *E) const;
  Values load(const Region *R) const { return Now->load(R, Initial); }
  Values load(const Values &Addresses) const {
    return loadFrom(*Now, Addresses);
  }
  Values loadFrom(const State &At, const Values &Addresses) const;
  /// The pointers that an object of the standard library holds, or what a
  /// pointer or number is.
  Values held(const clang::Expr *E) const { return heldAt(*Now, E); }
  Values heldAt(const State &At, const clang::Expr *E) const;
  Values elementsOf(const Values &Arrays, const clang::Expr *Index) const;
  const Region *elementOf(const Region *R,
                          std::optional<std::uint64_t> Index) const;
  Values contentOf(const Values &Objects, clang::QualType T) const;

  // Assumptions.cpp
  bool assumePointer(State &After, const clang::Expr *E, bool NotNull);
  void assumeNumber(State &After, const clang::Expr *E, std::int64_t Is) const;
  void assumeEnd(State &After, const clang::Expr *Condition, bool Holds) const;
  void assumeOfCopied(State &After, const Region *Variable,
                      const Values &Is) const;
  bool isKnownNull(const clang::Expr *Pointer) const;
  std::optional<bool> truthOf(const State &At, const clang::Expr *E);
  bool
  assumeComparison(State &After, const clang::Expr *Condition, bool Holds,
                   std::vector<std::pair<const clang::Expr *, bool>> &ToDo);
  void doubtTests(State &After, const clang::Expr *Condition) const;
  bool assumeOneOf(State &After, const clang::Expr *Condition, bool Holds,
                   std::vector<std::pair<const clang::Expr *, bool>> &ToDo);
  bool assumeFact(State &After, const clang::Expr *Condition, bool Holds);
  void examine(State &After, const clang::Expr *Condition) const;

  // Stores.cpp
  void store(const clang::Expr *Where, const clang::Expr *Value,
             const Values &New);
  void storeTo(const Region *To, const clang::Expr *Where,
               const clang::Expr *Value, const Values &New, bool OneOfMany);
  void tellOverrun(const clang::Expr *Where, const Value &To,
                   const Values &New);
  void assign(const clang::Expr *Where, const clang::Expr *Value);
  void initialize(const Region *To, const clang::Expr *Value,
                  const clang::Expr *At);
  void initializeRecord(const Region *To, const clang::Expr *Value,
                        const clang::Expr *At);
  void initializeField(const Region *Of, const clang::FieldDecl *D,
                       const clang::Expr *Value, const clang::Expr *At);
  void copyRecord(const Region *To, const Region *From,
                  const clang::RecordDecl *Record, const clang::Expr *At,
                  unsigned Depth);
  void setToZero(const Region *To, const clang::RecordDecl *Record,
                 const clang::Expr *At, unsigned Depth);
  static bool isElement(const Region *R);
  const Region *loadedFrom(const clang::Expr *E) const;
  Values closureOf(const Values &What) const;
  void retain(const clang::Expr *At, const Values &What,
              const Region *To = nullptr);

  void letGo(const Values &What);
  void read(const clang::Expr *At, const Values &Loaded);
  void useReleased(const clang::Expr *Pointer, const Values &Of);
  void doubt(const clang::Expr *Pointer);

  const clang::Expr *placeOf(const clang::Expr *E);
  void throwFrom(const clang::Expr *E, const ThrownNames &Thrown);

  void dereference(const clang::Expr *Pointer,
                   const clang::Expr *Index = nullptr, bool Bulk = false);
  void compare(const clang::Expr *A, const clang::Expr *B);
  void index(const Values &Objects, const Values &By);

  // CallEffects.cpp
  static Values lengthOf(const Values &Text);
  Values foundIn(const clang::CallExpr &E) const;
  void callKnown(const clang::CallExpr *E, const KnownFunction &F);
  bool callFunction(const clang::CallExpr *E, const clang::FunctionDecl *F);
  void callUnknown(const clang::CallExpr *E, const clang::FunctionDecl *F);
  void tell(const clang::Expr *At, const KnownFunction &F,
            llvm::SmallVector<Values, 3> Arguments);
  Value allocate(const clang::Expr *E, const clang::FieldDecl *For = nullptr);
  void release(const Values &Pointers, const clang::Expr *At);
  RegionSet placesOf(const clang::Expr *Released) const;
  void escape(const clang::Expr *Argument, clang::QualType Parameter,
              bool Checked);
  void clobberAll(const Values &Addresses);

  // Copies.cpp
  void copyBytes(const clang::CallExpr *E);
  void swapRecords(const clang::Expr *A, const clang::Expr *B);

  // Results.cpp: what calls of operations do to the memory of a client.
  bool callOperation(const clang::CallExpr *E);
  void send(const clang::Expr *Argument, const Parameter &P);
  void receive(const ClientCall &Made, const clang::Expr *Argument,
               const Parameter &P);
  void receiveInto(const Region *R, clang::QualType Q, const Type &T,
                   const clang::Expr *From, const clang::FieldDecl *For,
                   const Direction &Dir, bool Certain);
  void receivePointer(const Region *R, const Type &T, const clang::Expr *From,
                      const clang::FieldDecl *For, const Direction &Dir,
                      bool Certain);
  void fail(State &After, const clang::Expr *Call);
  void failInto(State &After, const Region *R, clang::QualType Q,
                const clang::Expr *Call);

  // StandardCalls.cpp
  bool callStandard(const clang::CallExpr *E, const clang::FunctionDecl *F);
  bool callMember(const clang::CallExpr *E, const clang::Expr *Object,
                  const clang::CXXMethodDecl *Method,
                  llvm::ArrayRef<const clang::Expr *> Arguments);
  void callHolder(const clang::CallExpr *E, const clang::Expr *Object,
                  const clang::CXXMethodDecl *Method,
                  llvm::ArrayRef<const clang::Expr *> Arguments);
  void exchange(const clang::CallExpr *E, const clang::Expr *Object,
                const clang::Expr *New);
  bool isExamined(const Values &What) const;
  bool takesElement(const clang::CXXMethodDecl *F,
                    llvm::ArrayRef<const clang::Expr *> Arguments) const;
  bool assignTied(const clang::Expr *To, const clang::Expr *From);

  // Sequences.cpp
  bool callSequence(const clang::CallExpr *E, const clang::Expr *Object,
                    const clang::CXXMethodDecl *Method,
                    llvm::ArrayRef<const clang::Expr *> Arguments);
  bool mayBeOutside(const clang::Expr *Container, const clang::Expr *Key) const;
  void putInto(const clang::Expr *Object, const clang::Expr *At,
               llvm::ArrayRef<const clang::Expr *> Elements);

  // Elements.cpp
  void useElement(const clang::Expr *Container,
                  const clang::Expr *Index = nullptr);
  void takeAsIndex(const clang::Expr *Index);
  void tellCount(const clang::CallExpr *E, const clang::CXXMethodDecl *F,
                 llvm::ArrayRef<const clang::Expr *> Arguments);
  void moveIterator(const clang::CallExpr *E, const clang::FunctionDecl *F);
  static bool findsElement(const clang::CallExpr &E,
                           const clang::FunctionDecl *F);

  // Constructions.cpp
  static Values givenAway(const Values &Held);
  Values begunWith(StandardKind K, llvm::ArrayRef<const clang::Expr *> Given);
  void makeObject(const clang::CallExpr *E, const Region *In);
  bool constructHolder(const clang::CXXConstructExpr *E);

  // Destructions.cpp
  void end(const Region *Holder, clang::QualType T);
  const clang::Expr *adoptionOf(const clang::Expr *From) const;

  // Algorithms.cpp
  void copyElements(const clang::CallExpr *E, const clang::FunctionDecl *F);
  void callAlgorithm(const clang::CallExpr *E, const clang::FunctionDecl *F);

  // Inline.cpp
  bool callBody(const clang::Expr *E, const clang::FunctionDecl *F,
                const Region *Self,
                llvm::ArrayRef<const clang::Expr *> Arguments);
  void callWith(const clang::Expr *At, const clang::FunctionDecl *F,
                const Region *Self, llvm::ArrayRef<Values> Arguments);
  std::map<const clang::Expr *, Values> pending() const;
  void run(const clang::Expr *At, const clang::FunctionDecl *F,
           const Region *Self);
  void begin(const clang::CallExpr *E, const clang::FunctionDecl *F);
  bool mayFollow(const clang::FunctionDecl *F) const;
  const Region *objectAround(const clang::CXXRecordDecl *Lambda) const;
  void callElsewhere(llvm::ArrayRef<const clang::Expr *> Arguments);

  Engine &Shared;
  const Activation &In;
  const Subject &S;
  Regions &Known;
  const clang::ASTContext &Context;
  const Assignments &Assigned;
  const InitialValues &Initial;
  State *Now = nullptr;
  Events *Into = nullptr;
  Events *Told = nullptr; ///< Into, but where the same was told before
  Ways *Taken = nullptr;
  bool LoopCondition = false;
  bool GoesOn = true;
  bool Trying = false; ///< what a condition would say
  llvm::DenseMap<const clang::Expr *, Values> Evaluated;
  /// Where an owner of the region got what it owns.
  llvm::DenseMap<const Region *, const clang::Expr *> Adopted;
};

/// Whether an owning pointer is made that is given a deleter of its own.
bool isGivenDeleter(const clang::Expr *Value);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_EVALUATOR_H
