//===- Export.cpp - files, interfaces and operations ----------------------===//

#include "idl/export/Export.h"

#include "idl/export/Plain.h"
#include "idl/export/Writer.h"

#include "model/Uuid.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

const char *compiler(Target For) {
  switch (For) {
  case Target::Midl:
    return "MIDL";
  case Target::Widl:
    return "widl";
  case Target::Dce:
    return "DCE";
  }
  return "";
}

/// MIDL takes no host, and no port that is only known later.
std::string endpointOf(const std::string &Binding) {
  const std::size_t Colon = Binding.find(':'), Bracket = Binding.find('[');
  if (Colon == std::string::npos || Bracket == std::string::npos)
    return "";
  const std::string Port = Binding.substr(Bracket);
  return Port == "[0]" || Port == "[]" ? ""
                                       : Binding.substr(0, Colon + 1) + Port;
}

bool hasHandle(const Operation &O) {
  return std::ranges::any_of(O.Parameters, [](const Parameter &P) {
    return P.T.K == Type::Kind::BindingHandle;
  });
}

/// Errors are only returned in what is declared to be for them.
std::string withStatus(ReturnedFailures Taken, std::string Declaration) {
  const std::string Number = "unsigned long";
  if (std::size_t At = Declaration.find(Number);
      At != std::string::npos && Taken)
    Declaration.replace(At, Number.size(), "error_status_t");
  return Declaration;
}

std::string list(const std::vector<std::string> &Items,
                 const std::string &Indent) {
  std::size_t Length = 0;
  for (const std::string &Each : Items)
    Length += Each.size() + 2;
  const std::string Between = Length < 70 ? ", " : ",\n" + Indent;
  std::string Text = Items.empty() || Length < 70 ? "" : "\n" + Indent;
  for (const std::string &Each : Items)
    Text += (&Each == &Items.front() ? "" : Between) + Each;
  return Text;
}

} // namespace

Exported exportIdl(const Model &M, Target For, const std::string &Source) {
  return Writer(M, For).write(Source);
}

Exported Writer::write(const std::string &Source) {
  Result.Idl = "// For " + std::string(compiler(For)) + ", by rpc-idl of " +
               Source + ".\n";
  for (const Interface &In : M.Interfaces)
    if (!In.Local)
      Used.insert(idlName(In.Name));
  for (const Interface &In : M.Interfaces)
    if (!In.Local)
      write(In);
  return std::move(Result);
}

void Writer::write(const Interface &In) {
  Body.clear();
  Aliases.clear();
  Default = In.PointerDefault == PointerClass::Unspecified
                ? PointerClass::Unique
                : In.PointerDefault;
  std::uint16_t Next = 0;
  for (const Operation &O : In.Operations) {
    if (O.Local && !O.Reserved)
      continue;
    for (; Next < O.Opnum; ++Next)
      reserve(Next);
    Next = static_cast<std::uint16_t>(O.Opnum + 1);
    if (O.Reserved)
      reserve(O.Opnum);
    else
      write(O);
  }
  for (const SerializedType &S : M.Serialized)
    if (isHeldBy(S, In))
      base(plain(All, S.T), false);
  if (Body.ends_with("\n\n"))
    Body.pop_back();
  Result.Idl += "\n[" + attributesOf(In) + "]\ninterface " + idlName(In.Name) +
                "\n{\n" + Body + "}\n";
  writeAcf(In);
}

std::string Writer::attributesOf(const Interface &In) const {
  std::vector<std::string> All = {"uuid(" + formatUuid(In.Uuid) + ")",
                                  "version(" + std::to_string(In.Major) + "." +
                                      std::to_string(In.Minor) + ")",
                                  std::string("pointer_default(") +
                                      (Default == PointerClass::Ref ? "ref"
                                       : Default == PointerClass::Full
                                           ? "ptr"
                                           : "unique") +
                                      ")"};
  std::string Endpoints;
  for (const std::string &Each : In.Endpoints)
    if (std::string E = endpointOf(Each); !E.empty())
      Endpoints += (Endpoints.empty() ? "\"" : ", \"") + E + "\"";
  if (!Endpoints.empty())
    All.push_back("endpoint(" + Endpoints + ")");
  if (std::string Handle = handleOf(In);
      For == Target::Widl && Handle != "explicit_handle")
    All.push_back(Handle);
  return list(All, " ");
}

void Writer::reserve(std::uint16_t Opnum) {
  Body += "  void Opnum" + std::to_string(Opnum) + "NotUsedOnWire(void);\n\n";
}

void Writer::refuse(Location Loc, const std::string &Why) {
  Result.Findings.push_back(
      {"idl-unsupported", Severity::Warning, Loc, Why, {}, {}});
}

std::size_t Writer::unsayable() const {
  return std::ranges::count(Result.Findings, Severity::Warning,
                            &Finding::Level);
}

void Writer::write(const Operation &O) {
  ++Result.Operations;
  if (auto Found = Looks.in(O)) {
    refuse(Found->Loc, Found->Why);
    Body += "  // " + O.Name + ": " + Found->Why + "\n";
    return reserve(O.Opnum);
  }
  const std::size_t Before = unsayable();
  const Siblings Around{&O.Parameters};
  std::vector<std::string> Parameters;
  for (const Parameter &P : O.Parameters) {
    std::vector<std::string> Attributes;
    if (P.Dir.In)
      Attributes.push_back("in");
    if (P.Dir.Out)
      Attributes.push_back("out");
    Type T = plainParameter(All, P.T);
    // A pipe is passed by itself, whatever C++ does.
    if (T.K == Type::Kind::Pointer && T.element().K == Type::Kind::Pipe)
      T = Type(T.element());
    Parameters.push_back(
        withStatus(P.Takes, declare(std::move(Attributes), T, idlName(P.Name),
                                    {PointerClass::Ref, Default}, Around)));
  }
  if (Parameters.empty())
    Parameters.push_back("void");
  std::vector<std::string> Attributes;
  if (O.Broadcast)
    Attributes.push_back("broadcast");
  else if (O.Idempotent)
    Attributes.push_back("idempotent");
  if (O.Maybe)
    Attributes.push_back("maybe");
  const std::string Opening = declare(
      std::move(Attributes), plain(All, O.Return), "",
      {Default == PointerClass::Ref ? PointerClass::Unique : Default, Default},
      Around);
  Body += "  " + Opening + (Opening.ends_with('*') ? "" : " ") +
          unused(O.Name) + "(" + list(Parameters, "      ") + ");\n\n";
  Result.Ready += Before == unsayable();
}

/// A type outside of interfaces is in the first one.
bool Writer::isHeldBy(const SerializedType &S, const Interface &In) const {
  return S.DefinedIn == In.Namespace ||
         (S.DefinedIn.empty() && &In == &M.Interfaces.front());
}

/// "explicit_handle", or the global one that calls use.
std::string Writer::handleOf(const Interface &In) {
  if (In.ExplicitHandle || std::ranges::any_of(In.Operations, hasHandle))
    return "explicit_handle";
  const std::string &Given = In.ImplicitHandle;
  return "implicit_handle(handle_t " +
         (Given.empty() ? idlName(In.Name) + "_handle"
                        : idlName(Given.substr(Given.rfind(':') + 1))) +
         ")";
}

/// What is for the stubs only: handles, and where errors go. widl takes hardly
/// any of it there.
void Writer::writeAcf(const Interface &In) {
  const std::string Handle = handleOf(In);
  std::string Text;
  for (const SerializedType &S : M.Serialized)
    if (isHeldBy(S, In))
      Text +=
          "  typedef [encode, decode] " + base(plain(All, S.T), false) + ";\n";
  for (const Operation &O : In.Operations)
    if (!O.Local && For != Target::Widl)
      Text += acfOf(O);
  const bool IsOfIdl = For == Target::Widl && Handle != "explicit_handle";
  if (Text.empty() && IsOfIdl)
    return;
  Result.Acf += (Result.Acf.empty() ? "" : "\n") +
                (IsOfIdl ? "" : "[" + Handle + "]\n") + "interface " +
                idlName(In.Name) + "\n{\n" + Text + "}\n";
}

std::string Writer::acfOf(const Operation &O) {
  auto Of = [](ReturnedFailures Taken) {
    std::vector<std::string> Found;
    if (Taken.Communication)
      Found.push_back("comm_status");
    if (Taken.Fault)
      Found.push_back("fault_status");
    return brackets(Found);
  };
  std::string Parameters;
  for (const Parameter &P : O.Parameters)
    if (std::string Text = Of(P.Takes); !Text.empty())
      Parameters += (Parameters.empty() ? "" : ", ") + Text + idlName(P.Name);
  const std::string Own = Of(O.Returns);
  if (Own.empty() && Parameters.empty())
    return "";
  return "  " + Own + idlName(O.Name) + "(" + Parameters + ");\n";
}

} // namespace rpcgen::idl
