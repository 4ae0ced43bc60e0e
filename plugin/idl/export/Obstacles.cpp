//===- Obstacles.cpp ------------------------------------------------------===//

#include "idl/export/Obstacles.h"

#include "idl/export/Plain.h"
#include "idl/export/Widl.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

/// What the type itself, without what is in it, is in the way for.
std::string whyNot(const Type &T, Target For) {
  if (T.K == Type::Kind::Standard && T.Library == StandardClass::Vector)
    return "is a std::vector, whose size does not travel as a value of its "
           "own; IDL needs a pointer with size_is(n)";
  if (T.K == Type::Kind::Standard && T.Library == StandardClass::Span)
    return "is a std::span without size_is, and IDL needs a size that travels "
           "as a value of its own";
  if (T.Int3264 && For == Target::Dce)
    return "is int3264, which DCE does not have";
  if (T.K == Type::Kind::Pointer && !T.FromArray && !T.Ignored &&
      T.element().K == Type::Kind::Array && T.element().String &&
      T.element().Extent && For == Target::Widl)
    return "is a pointer to an array of characters, which is no string to widl";
  if (T.K == Type::Kind::Pipe && For == Target::Widl)
    return "is a pipe, which widl does not have";
  if (T.First && For == Target::Widl)
    return "has first_is, which widl does not have";
  if (T.Ignored && For != Target::Midl)
    return "has ignore, which only MIDL has";
  if (T.PartlyIgnored && For != Target::Midl)
    return "has partial_ignore, which only MIDL has";
  return "";
}

/// Nothing tells the client how much memory an [out] string needs.
bool isUnsizedResult(const Parameter &P, const Type &T) {
  return P.Dir.Out && !P.Dir.In && T.K == Type::Kind::Pointer &&
         T.Class == PointerClass::Ref && T.element().K == Type::Kind::Array &&
         T.element().String && !T.element().Size && !T.element().Extent;
}

/// What an expression reads of an array that is no pointer; null if nothing.
const Field *firstOfArray(const wire::Forms &All, const Expression &E,
                          const Structure &S) {
  if (E.K == Expression::Kind::Operand && E.Dereferences > 0) {
    auto Found = std::ranges::find(S.Fields, E.Name, &Field::Name);
    if (Found != S.Fields.end() && plain(All, Found->T).K == Type::Kind::Array)
      return &*Found;
  }
  for (const Expression &Part : E.Operands)
    if (const Field *Found = firstOfArray(All, Part, S))
      return Found;
  return nullptr;
}

const Field *firstOfArray(const wire::Forms &All, const Type &T,
                          const Structure &S) {
  for (const auto &E : {T.Size, T.Length, T.First, T.Discriminant})
    if (const Field *Found = E ? firstOfArray(All, *E, S) : nullptr)
      return Found;
  for (const Type &Inner : T.Element)
    if (const Field *Found = firstOfArray(All, Inner, S))
      return Found;
  return nullptr;
}

} // namespace

std::optional<Obstacle> Obstacles::in(const Operation &O) {
  if (O.ReflectsDeletions && For != Target::Dce)
    return Obstacle{O.Loc, "'" + O.Name +
                               "' has reflect_deletions, which only DCE has"};
  for (const Parameter &P : O.Parameters) {
    const Type T = plainParameter(All, P.T);
    if (isUnsizedResult(P, T))
      return Obstacle{P.Loc, "[out] parameter '" + P.Name +
                                 "' is a string whose size the client does not "
                                 "know; IDL needs size_is(n), or a pointer to "
                                 "the string, such as std::optional has"};
    if (auto Found = in(T, P.Loc, "parameter '" + P.Name + "'"))
      return Found;
  }
  const Type Return = plain(All, O.Return);
  if (Return.K == Type::Kind::Array)
    return Obstacle{O.Loc, "the result of '" + O.Name +
                               "' is an array, which IDL has no results of"};
  if (For == Target::Widl && Return.K == Type::Kind::Pointer)
    return Obstacle{O.Loc, "the result of '" + O.Name +
                               "' is a pointer, and widl takes no attributes "
                               "of results"};
  if (auto Found = in(Return, O.Loc, "the result of '" + O.Name + "'"))
    return Found;
  return For == Target::Widl ? mistakenByWidl(All, O) : std::nullopt;
}

std::optional<Obstacle> Obstacles::in(const Type &T, Location Loc,
                                      const std::string &Subject) {
  if (std::string Why = whyNot(T, For); !Why.empty())
    return Obstacle{Loc, Subject + " " + Why};
  if (!T.Ignored)
    for (const Type &Inner : T.Element)
      if (auto Found = in(Inner, Loc, Subject))
        return Found;
  return inDefinition(T);
}

std::optional<Obstacle> Obstacles::inDefinition(const Type &T) {
  const bool IsStructure = T.K == Type::Kind::Structure;
  if ((!IsStructure && T.K != Type::Kind::Union) ||
      !Sound.insert({T.K, T.Definition}).second)
    return std::nullopt;
  std::optional<Obstacle> Found;
  auto Look = [&](const Field &F, const std::string &Owner) {
    if (!Found)
      Found = in(plain(All, F.T), F.Loc, "'" + F.Name + "' of '" + Owner + "'");
  };
  if (IsStructure)
    for (const Structure &S = M.Structures[T.Definition];
         const Field &F : S.Fields) {
      Look(F, S.Name);
      const Type T = plain(All, F.T);
      if (For == Target::Widl && T.K == Type::Kind::Array && T.String &&
          !T.Extent)
        Found = Obstacle{F.Loc, "'" + F.Name + "' of '" + S.Name +
                                    "' is a string of any size in the struct "
                                    "itself, which widl does not make"};
      if (const Field *Read =
              Found ? nullptr : firstOfArray(All, plain(All, F.T), S))
        Found = Obstacle{F.Loc, "'" + F.Name + "' of '" + S.Name +
                                    "' depends on the first element of '" +
                                    Read->Name +
                                    "', which IDL has no expression for"};
    }
  else
    for (const Arm &A : M.Unions[T.Definition].Arms)
      Look(A.F, M.Unions[T.Definition].Name);
  if (!IsStructure && M.Unions[T.Definition].MsUnion && For != Target::Midl)
    Found = Obstacle{M.Unions[T.Definition].Loc,
                     "'" + M.Unions[T.Definition].Name +
                         "' has ms_union, which only MIDL has"};
  if (Found) // so that the next one that needs it gets it as well
    Sound.erase({T.K, T.Definition});
  return Found;
}

} // namespace rpcgen::idl
