//===- Declarations.cpp - what has a name and a type ----------------------===//

#include "idl/HeaderWriter.h"
#include "idl/Names.h"
#include "idl/Values.h"

#include <algorithm>

namespace rpcgen::idl {

bool isInt3264(const Type &T) {
  return T.K == Type::Kind::Base &&
         (T.Name == "__int3264" || T.Name == "unsigned __int3264");
}

/// "[0..n]" has one element more than n.
std::string HeaderWriter::boundOf(const Layer &L) {
  if (std::optional<std::int64_t> Last = valueOf(L.Bound))
    return std::to_string(*Last + 1);
  return spell(L.Bound, 10) + " + 1";
}

/// "*name[3]" and its like. An array without a size is written with one
/// element at the end of a structure, as C++ has it.
std::string HeaderWriter::declarator(const std::vector<Layer> &Layers,
                                     const std::string &Name,
                                     bool IsLastField) {
  std::string Result = Name;
  bool AfterPointer = false;
  for (const Layer &L : Layers) {
    switch (L.K) {
    case Layer::Kind::Pointer:
      Result = (L.Const ? "* const " : "*") + Result;
      if (L.Const && Result.ends_with(" "))
        Result.pop_back();
      break;
    case Layer::Kind::Array: {
      if (AfterPointer)
        Result = "(" + Result + ")";
      std::string Bound = spell(L.Bound);
      if (!L.Low.isEmpty() && !L.Bound.isEmpty())
        Bound = boundOf(L);
      Result += "[" + (Bound.empty() && IsLastField ? "1" : Bound) + "]";
      break;
    }
    case Layer::Kind::Function: {
      if (AfterPointer)
        Result = "(" + Result + ")";
      Result += "(";
      for (const Variable &V : L.Parameters) {
        if (&V != &L.Parameters.front())
          Result += ", ";
        if (V.T)
          Result += declaration({}, *V.T, V.Layers, V.Loc, "").str();
      }
      Result += ")";
      break;
    }
    }
    AfterPointer = L.K == Layer::Kind::Pointer;
  }
  return Result;
}

Text HeaderWriter::declaration(const Attributes &Attrs, const Type &T,
                               const std::vector<Layer> &Layers,
                               Location NameLoc, const std::string &Name,
                               bool IsLastField) {
  Attributes All = Attrs;
  if (isInt3264(T))
    All.push_back({T.Loc, "int3264"});
  Text Result = attributes(All);
  Result.at(T.Loc) << spell(T);
  std::string Declarator = declarator(Layers, Name, IsLastField);
  std::size_t Stars = Declarator.find_first_not_of('*');
  if (Stars == std::string::npos)
    Stars = Declarator.size();
  std::string Rest = Declarator.substr(Stars);
  Result << Declarator.substr(0, Stars);
  if (!Rest.empty() && Rest[0] != '[' && Rest[0] != ' ')
    Result << " ";
  return Result.at(NameLoc) << Rest;
}

void HeaderWriter::writeAlias(const Variable &V, const Type &T,
                              const Attributes &Given) {
  if (!Written.insert(&V).second)
    return;
  if (find(Given, "context_handle"))
    return writeContext(V, T, Given);
  const std::string Name = identifier(V.Name);
  Attributes All = Given;
  All.insert(All.end(), V.Attrs.begin(), V.Attrs.end());
  if (isInt3264(T) && V.Layers.empty())
    All.push_back({T.Loc, "int3264"});
  // Of the type before several names, these are of the pointers only.
  if (V.Layers.empty() && !Known.isPointer(T, V.Layers, here()))
    std::erase_if(All, [](const Attribute &A) {
      return A.Name == "ref" || A.Name == "unique" || A.Name == "ptr";
    });
  Text Line;
  Line << "using ";
  Line.at(V.Loc) << Name << " ";
  Line << attributes(All) << "= ";
  Line.at(T.Loc) << spell(T);
  std::string Declarator = declarator(V.Layers, "", false);
  if (!Declarator.empty() && Declarator[0] == '(')
    Line << " ";
  line(0, Line << Declarator << ";");
}

/// A context handle is a pointer to a structure of the server, which need not
/// be given away, and has a function that ends it.
void HeaderWriter::writeContext(const Variable &V, const Type &T,
                                const Attributes &Given) {
  const std::string Name = identifier(V.Name);
  std::string State = Name + "_state";
  const Type &Last = Known.stripped(T, here());
  if (Last.K == Type::Kind::Structure && !V.Layers.empty())
    State = spell(Last);
  Text Struct, Alias, Rundown;
  if (isNew(State))
    line(0, Struct.at(V.Loc) << "struct " << State << ";");
  Alias << "using ";
  Alias.at(V.Loc) << Name << " ";
  Alias << attributes(Given);
  line(0, Alias.at(V.Loc) << "= " << State << "*;");
  Rundown.at(V.Loc) << "[[rpc::local]] void " << Name << "_rundown(" << Name
                    << " left);";
  line(0, Rundown);
}

} // namespace rpcgen::idl
