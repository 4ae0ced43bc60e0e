//===- Symbols.cpp --------------------------------------------------------===//

#include "idl/Symbols.h"

#include "idl/Names.h"
#include "idl/Walk.h"

namespace rpcgen::idl {
namespace {

bool isRecord(const Type &T) {
  return T.K == Type::Kind::Structure || T.K == Type::Kind::Union ||
         T.K == Type::Kind::Enumeration;
}

/// "X" for "PX" and "LPX".
std::string withoutPointer(const std::string &Name) {
  std::size_t Skipped = Name.starts_with("LP") ? 2 : Name.starts_with("P");
  return Name.size() > Skipped + 1 ? Name.substr(Skipped) : Name;
}

} // namespace

Scope scopeOf(const Program &P, const Unit &U, const Interface *In) {
  return {P.namespaceOf(U, In), static_cast<std::size_t>(&U - P.Units.data())};
}

Symbols::Symbols(const Program &P) {
  for (const Unit &U : P.Units)
    forEachItem(U.Tree.Items,
                [&](const Item &I, const Interface *) { nameTags(I); });
  for (const Unit &U : P.Units)
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *In) {
      add(I, scopeOf(P, U, In));
    });
}

void Symbols::nameTags(const Item &I) {
  auto *T = std::get_if<Typedef>(&I.Is);
  if (!T || !T->T || !isRecord(*T->T))
    return;
  std::string Name;
  for (const Variable &V : T->Names)
    if (V.Layers.empty()) {
      Name = identifier(V.Name);
      break;
    }
  if (!T->T->Name.empty()) {
    if (!Name.empty())
      TagNames.emplace(T->T->Name, Name);
  } else if (T->T->Defined) {
    if (Name.empty())
      Name = identifier(withoutPointer(T->Names.front().Name));
    if (Name == identifier(T->Names.front().Name) &&
        !T->Names.front().Layers.empty())
      Name += "_";
    Unnamed.emplace(T->T->Defined.get(), Name);
  }
}

/// The one that its namespace has already, or `S`.
Symbol &Symbols::add(Table &To, Symbol S, const std::string &Name) {
  std::vector<Symbol> &All = To[Name];
  for (Symbol &Known : All)
    if (Known.In.Namespace == S.In.Namespace && Known.In.Unit == S.In.Unit)
      return Known;
  return All.emplace_back(std::move(S));
}

void Symbols::add(const Item &I, const Scope &In) {
  auto Add = [&](const std::string &Name, Symbol::Kind K) -> Symbol & {
    return add(Names,
               {K, identifier(Name), In, nullptr, nullptr, nullptr, I.Loc},
               Name);
  };
  if (auto *T = std::get_if<Typedef>(&I.Is)) {
    for (const Variable &V : T->Names) {
      Symbol &S = Add(V.Name, Symbol::Kind::Alias);
      if (S.Item != I.Loc)
        continue;
      S.T = T->T.get();
      S.Alias = &V;
      S.Attrs = &T->Attrs;
    }
  } else if (auto *C = std::get_if<Constant>(&I.Is)) {
    Add(C->Name, Symbol::Kind::Value);
  } else if (auto *Declared = std::get_if<Interface>(&I.Is)) {
    Add(Declared->Name, Symbol::Kind::Interface);
  }
  addDefinitions(I, In);
}

void Symbols::addDefinitions(const Item &I, const Scope &In) {
  forEachType(I, [&](const Type &T) {
    if (!isRecord(T))
      return;
    for (const Enumerator &E :
         T.Defined ? T.Defined->Enumerators : std::vector<Enumerator>())
      add(Names,
          {Symbol::Kind::Value, identifier(E.Name), In, nullptr, nullptr,
           nullptr, I.Loc},
          E.Name);
    bool IsDeclared = T.Defined || std::holds_alternative<Declared>(I.Is) ||
                      std::holds_alternative<Typedef>(I.Is);
    if (T.Name.empty() || !IsDeclared)
      return;
    Symbol &S =
        add(Tags,
            {Symbol::Kind::Record, nameOf(T), In, &T, nullptr, nullptr, I.Loc},
            T.Name);
    if (T.Defined && !S.T->Defined) {
      S.T = &T;
      S.Item = I.Loc;
    }
  });
}

/// The one of the namespace itself, or the last of the units so far.
const Symbol *Symbols::find(const Table &In, const std::string &Name,
                            const Scope &From) {
  auto Found = In.find(Name);
  if (Found == In.end())
    return nullptr;
  const Symbol *Last = nullptr;
  for (const Symbol &S : Found->second) {
    if (S.In.Namespace == From.Namespace && S.In.Unit == From.Unit)
      return &S;
    if (S.In.Unit <= From.Unit)
      Last = &S;
  }
  return Last;
}

const Symbol *Symbols::find(const std::string &Name, const Scope &From) const {
  return find(Names, Name, From);
}

const Symbol *Symbols::find(const Type &T, const Scope &From) const {
  if (T.K == Type::Kind::Named)
    if (const Symbol *S = find(Names, T.Name, From))
      return S;
  return find(Tags, T.Name, From); // as C++ has it, and some IDL
}

std::string Symbols::nameOf(const Type &T) const {
  if (T.Name.empty()) {
    auto Found = Unnamed.find(T.Defined.get());
    return Found == Unnamed.end() ? "" : Found->second;
  }
  auto Found = TagNames.find(T.Name);
  return Found == TagNames.end() ? identifier(T.Name) : Found->second;
}

const Type &Symbols::stripped(const Type &T, const Scope &From) const {
  const Type *At = &T;
  const Scope *In = &From;
  for (int Steps = 0; Steps < 64; ++Steps) {
    const Symbol *S =
        At->K == Type::Kind::Named ? find(At->Name, *In) : nullptr;
    if (!S || !S->Alias || !S->Alias->Layers.empty() || !S->T)
      break;
    At = S->T;
    In = &S->In;
  }
  return *At;
}

bool Symbols::isPointer(const Type &T, const std::vector<Layer> &Layers,
                        const Scope &From) const {
  if (!Layers.empty())
    return Layers.front().K == Layer::Kind::Pointer;
  const Type &Last = stripped(T, From);
  const Symbol *S =
      Last.K == Type::Kind::Named ? find(Last.Name, From) : nullptr;
  return S && S->Alias && !S->Alias->Layers.empty() &&
         S->Alias->Layers.front().K == Layer::Kind::Pointer;
}

} // namespace rpcgen::idl
