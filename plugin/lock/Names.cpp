//===- Names.cpp ----------------------------------------------------------===//

#include "lock/Names.h"
#include "rules/support/Types.h"
#include "wire/Names.h"

using namespace rpcgen;

namespace {

std::string nameOf(const wire::Scalar &S) {
  if (S.Of != Type::Kind::Enumeration)
    return wire::nameOf(S);
  return S.Size[0] == 4 ? "an enum of 32 bits" : "an enum of 16 bits";
}

std::string nameOf(const wire::Array &A) {
  std::string Name = A.Length ? "a varying " : "a ";
  Name += !A.isConformant() ? "fixed " : A.String ? "" : "conformant ";
  Name += A.String ? "string" : "array";
  if (!A.isConformant() && !A.Length && !A.String)
    Name += " of " + std::to_string(*A.Extent) + " elements";
  return Name;
}

} // namespace

std::string rpcgen::nameOf(const wire::Pointer &P) {
  constexpr const char *Names[] = {"a ref pointer", "a unique pointer",
                                   "a full pointer", "an ignored pointer",
                                   "a partly ignored pointer"};
  return Names[static_cast<int>(P.Takes)];
}

std::string rpcgen::print(wire::Wide Value) {
  return Value < 0 ? std::to_string(static_cast<std::int64_t>(Value))
                   : std::to_string(static_cast<std::uint64_t>(Value));
}

std::string rpcgen::nameOf(const wire::Forms &All, const wire::Construct &C) {
  using Text = std::string;
  constexpr const char *Encapsulated = "an encapsulated union";
  return wire::match(
      C, [](const wire::Scalar &S) { return ::nameOf(S); },
      [](const wire::Pointer &P) { return nameOf(P); },
      [](const wire::Array &A) { return ::nameOf(A); },
      [&](const wire::Structure &) {
        return Text(All.choiceOf(C) ? Encapsulated : "a struct");
      },
      [](const wire::Union &) { return Text("a union"); },
      [](const wire::Alternatives &) { return Text(Encapsulated); },
      [](const wire::Pipe &) { return Text("a pipe"); },
      [](const wire::ContextHandle &) { return Text("a context handle"); },
      [&](const wire::Presented &P) { return nameOf(All, P.By.front()); },
      [](const wire::Deletions &) { return Text("a list of deletions"); },
      [](const wire::Nothing &) { return Text("nothing"); });
}

std::string rpcgen::layoutOf(const wire::Forms &All, const wire::Construct &C) {
  const auto *S = C.as<wire::Scalar>();
  if (S && S->Of != Type::Kind::Float)
    return std::to_string(S->Size[0]) + "/" + std::to_string(S->Size[1]);
  const auto *P = C.as<wire::Pointer>();
  if (P && P->Takes <= wire::Pointer::Class::Full)
    return P->IsElement && P->Takes == wire::Pointer::Class::Ref ? "no id"
                                                                 : "an id";
  return nameOf(All, C);
}

std::string rpcgen::nameWithRange(const wire::Scalar &S) {
  return S.Refuses ? ::nameOf(S) + " from " + print(S.Takes.Low) + " to " +
                         print(S.Takes.High)
                   : ::nameOf(S);
}

std::string rpcgen::countOf(const wire::Array &A) {
  if (A.Takes.High > INT64_MAX)
    return A.Takes.Low > 0 ? print(A.Takes.Low) + " elements or more"
                           : "any number of elements";
  return print(A.Takes.Low) + " to " + print(A.Takes.High) + " elements";
}

bool rpcgen::isRemote(const Operation &O) {
  return !O.Local && O.Obstacles.empty();
}

std::string rpcgen::number(const Operation &O) {
  return "operation " + std::to_string(O.Opnum);
}

std::string rpcgen::subject(const std::string &Path,
                            const std::string &Operation) {
  return (Path.empty()     ? "the result"
          : Path[0] == '.' ? quote(Path.substr(1)) + " of the result"
                           : quote(Path)) +
         " of " + quote(Operation);
}
