//===- Resolve.cpp --------------------------------------------------------===//

#include "resolve/Resolve.h"

#include "model/Calls.h"
#include "model/Uuid.h"
#include "resolve/Constant.h"
#include "resolve/Foreign.h"
#include "resolve/Handles.h"
#include "resolve/Identity.h"
#include "resolve/Reach.h"
#include "resolve/Types.h"
#include "resolve/Undecided.h"
#include "resolve/Unions.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace rpcgen;

namespace {

PointerClass pointerDefault(const Interface &I) {
  const Attribute *A = find(I.Attributes, Attribute::PointerDefault);
  if (!A || A->Words.empty())
    return PointerClass::Unspecified;
  return pointerClassOf(A->Words.front());
}

void resolveIdentity(Interface &I) {
  I.Local = find(I.Attributes, Attribute::Local);
  I.ExplicitHandle = find(I.Attributes, Attribute::ExplicitHandle);
  I.PointerDefault = pointerDefault(I);
  if (const Attribute *A = find(I.Attributes, Attribute::Endpoint))
    I.Endpoints = A->Words;
  if (auto Text = writtenUuid(I))
    I.Uuid = parseUuid(*Text).value_or(I.Uuid);
  if (auto Version = parseVersion(writtenVersion(I)))
    std::tie(I.Major, I.Minor) = *Version;
}

/// What an interface gives to the types that are defined in it, or else to
/// those that it uses.
class Surroundings {
public:
  explicit Surroundings(const Model &M) : M(M) {
    for (const Interface &I : M.Interfaces)
      Reaches.emplace_back(M).add(I);
  }

  const Interface *ofStructure(std::size_t Index) const {
    return of(M.Structures[Index].DefinedIn, &Reach::Structures, Index);
  }
  const Interface *ofUnion(std::size_t Index) const {
    return of(M.Unions[Index].DefinedIn, &Reach::Unions, Index);
  }

private:
  const Interface *of(const std::string &DefinedIn,
                      std::vector<bool> Reach::*Kind, std::size_t Index) const {
    auto Home =
        std::ranges::find(M.Interfaces, DefinedIn, &Interface::Namespace);
    if (Home != M.Interfaces.end())
      return &*Home;
    for (std::size_t I = 0; I < M.Interfaces.size(); ++I)
      if ((Reaches[I].*Kind)[Index])
        return &M.Interfaces[I];
    return nullptr;
  }

  const Model &M;
  std::vector<Reach> Reaches;
};

PointerClass defaultIn(const Interface *I) {
  if (!I || I->PointerDefault == PointerClass::Unspecified)
    return PointerClass::Unique;
  return I->PointerDefault;
}

bool isUnchecked(const AttributeList &Attributes) {
  return find(Attributes, Attribute::DisableConsistencyCheck);
}

PointerDefaults embedded(const Interface *I) {
  return {defaultIn(I), defaultIn(I), I && isUnchecked(I->Attributes)};
}

void resolveArm(Arm &A, const Interface *I) {
  resolveType(A.F.T, A.F.Attributes, embedded(I));
  A.Default = find(A.F.Attributes, Attribute::Default);
  A.Empty = A.F.T.K == Type::Kind::Void;
  A.Cases.clear();
  for (const Attribute &Case : A.F.Attributes)
    for (std::size_t N = 0;
         Case.K == Attribute::Case && N < Case.Expressions.size(); ++N)
      if (auto Value = constantArgument(Case, N))
        A.Cases.push_back(*Value);
}

void resolveDefinitions(Model &M) {
  const Surroundings Around(M);
  for (Enumeration &E : M.Enumerations)
    E.V1 = find(E.Attributes, Attribute::V1Enum);
  for (std::size_t N = 0; N < M.Structures.size(); ++N) {
    Structure &S = M.Structures[N];
    for (Field &F : S.Fields)
      resolveType(F.T, F.Attributes, embedded(Around.ofStructure(N)));
    resolveUnionSwitch(S);
  }
  for (std::size_t N = 0; N < M.Unions.size(); ++N) {
    Union &U = M.Unions[N];
    const Interface *I = Around.ofUnion(N);
    U.MsUnion = find(U.Attributes, Attribute::MsUnion) ||
                (I && find(I->Attributes, Attribute::MsUnion));
    for (Arm &A : U.Arms)
      resolveArm(A, I);
  }
}

std::string unusedName(const Operation &O, std::size_t Position) {
  std::string Name = "parameter" + std::to_string(Position + 1);
  while (std::ranges::count(O.Parameters, Name, &Parameter::Name))
    Name += '_';
  return Name;
}

bool isUnchecked(const Interface &I, const Operation &O) {
  return isUnchecked(I.Attributes) || isUnchecked(O.Attributes);
}

void resolveParameters(Operation &O, const Interface &I) {
  for (std::size_t N = 0; N < O.Parameters.size(); ++N) {
    Parameter &P = O.Parameters[N];
    if (P.Name.empty())
      P.Name = unusedName(O, N);
    P.Dir.Out = find(P.Attributes, Attribute::Out);
    P.Dir.In = find(P.Attributes, Attribute::In) || !P.Dir.Out;
    makeContextHandle(P.T, P.Attributes);
    decayParameter(P.T);
    resolveType(P.T, P.Attributes,
                {PointerClass::Ref, defaultIn(&I), isUnchecked(I, O)});
    resolveContextHandle(P.T, P.Attributes, O, P.Dir);
  }
}

/// A returned pointer is new to the client, and null if the server says so.
PointerDefaults returned(const Interface &I, const Operation &O) {
  PointerClass Class = defaultIn(&I);
  return {Class == PointerClass::Ref ? PointerClass::Unique : Class, Class,
          isUnchecked(I, O)};
}

bool isOpnum(std::int64_t Number) {
  return Number >= 0 && Number <= std::numeric_limits<std::uint16_t>::max();
}

void resolveOperations(Interface &I) {
  std::int64_t Next = 0;
  decideCalls(I);
  for (Operation &O : I.Operations) {
    resolveParameters(O, I);
    makeContextHandle(O.Return, O.Attributes);
    resolveType(O.Return, O.Attributes, returned(I, O));
    resolveContextHandle(O.Return, O.Attributes, O, {false, true});
    O.Local = isLocal(I, O);
    O.Reserved = !I.Local && find(O.Attributes, Attribute::Reserved);
    if (O.Local && !O.Reserved)
      continue;
    if (const Attribute *A = find(O.Attributes, Attribute::Opnum))
      if (auto Number = constantArgument(*A, 0); isOpnum(Number.value_or(-1)))
        Next = *Number;
    O.Opnum = static_cast<std::uint16_t>(Next++);
  }
}

} // namespace

Model rpcgen::resolve(const declared::Model &Read) {
  Model M = undecided(Read);
  refuseForeign(M);
  for (Interface &I : M.Interfaces)
    resolveIdentity(I);
  resolveDefinitions(M);
  for (Interface &I : M.Interfaces)
    resolveOperations(I);
  resolveTags(M);
  for (Interface &I : M.Interfaces)
    for (Operation &O : I.Operations)
      O.FullPointers = !O.Local && reachesFullPointer(M, O);
  return M;
}
