//===- Describe.cpp -------------------------------------------------------===//
#include "Describe.h"

#include "dynamic/Descriptors.h"

#include "emit/Declare.h"
#include "model/Attribute.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <vector>

using namespace call;
using namespace rpc::ndr;

namespace {

template <class D> const D &as(const descriptor &Of) {
  return static_cast<const D &>(Of);
}

/// Collects the structures that something carries, each once.
class Structures {
public:
  void add(const descriptor &D) {
    switch (D.kind) {
    case construct::pointer:
      return add(*as<pointer_descriptor>(D).to->element);
    case construct::holder:
      return add(*as<holder_descriptor>(D).to->element);
    case construct::sequence:
      return add(*as<sequence_descriptor>(D).element);
    case construct::array:
    case construct::varying:
    case construct::tail:
    case construct::varying_tail:
      return add(*as<array_descriptor>(D).element);
    case construct::switched:
      return addArms(as<union_descriptor>(D));
    case construct::encapsulated:
      return addArms(as<encapsulated_descriptor>(D).of);
    case construct::variant:
      for (const descriptor *Each : as<variant_descriptor>(D).alternatives)
        if (Each)
          add(*Each);
      return;
    case construct::structure: {
      const auto &Of = as<dynamic::Structure>(D);
      if (std::ranges::count(All, &Of))
        return;
      All.push_back(&Of);
      for (const step &Each : Of.members[0])
        add(*Each.member);
      return;
    }
    default:
      return; // scalars and texts
    }
  }

  std::vector<const dynamic::Structure *> All;

private:
  void addArms(const union_descriptor &D) {
    for (const arm_descriptor &Arm : D.arms)
      if (Arm.member)
        add(*Arm.member);
  }
};

void print(const form &F, std::ostream &Out) {
  Out << F.size << (F.fixed ? " bytes" : " bytes or more") << ", aligned to "
      << F.alignment;
}

void print(const dynamic::Structure &S, std::ostream &Out) {
  Out << "\nstruct " << S.Of->Name << "  // NDR: ";
  print(S.wire[0], Out);
  Out << "; NDR64: ";
  print(S.wire[1], Out);
  Out << '\n';
  for (std::size_t N = 0; N < S.members[0].size(); ++N) {
    Out << "  ";
    for (int Syntax : {0, 1}) {
      if (S.wire[Syntax].fixed)
        Out << std::setw(5) << S.members[Syntax][N].wire;
      else
        Out << std::setw(5) << '-';
    }
    const rpcgen::Field &F = S.Of->Fields[N];
    Out << "  " << rpcgen::declare(F.T, F.Name) << '\n';
  }
}

void printAttributes(const rpcgen::AttributeList &All, std::ostream &Out) {
  if (All.empty())
    return;
  Out << "[[";
  bool First = true;
  for (const auto &Each : All) {
    Out << (First ? "rpc::" : ", rpc::") << rpcgen::nameOf(Each.K);
    if (!Each.Text.empty())
      Out << '(' << Each.Text << ')';
    First = false;
  }
  Out << "]] ";
}

} // namespace

void call::list(const dynamic::Interfaces &Of, std::ostream &Out) {
  for (const dynamic::Interface &I : Of.all())
    for (const dynamic::Operation &O : I.Operations)
      Out << I.Of->Name << "::" << O.Of->Name << '\n';
}

void call::describe(const Chosen &What, std::ostream &Out) {
  const rpcgen::Operation &O = *What.Of->Of;
  Out << "// " << What.In->Of->Name << ' ' << What.In->Id.id.text() << " "
      << What.In->Id.major << '.' << What.In->Id.minor << ", operation "
      << O.Opnum << '\n';
  printAttributes(O.Attributes, Out);
  Out << rpcgen::declare(O.Return, O.Name) << '(';
  for (std::size_t N = 0; N < O.Parameters.size(); ++N) {
    Out << (N == 0 ? "\n    " : ",\n    ");
    printAttributes(O.Parameters[N].Attributes, Out);
    Out << rpcgen::declare(O.Parameters[N].T, O.Parameters[N].Name);
  }
  Out << ");\n";
  Structures Carried;
  for (std::size_t N = 0; N < What.Of->Parameters.size(); ++N) {
    const parameter_descriptor &P = What.Of->Parameters[N];
    if (P.of)
      Carried.add(*P.of);
    if (P.to)
      Carried.add(*P.to->element);
    if (What.Of->Elements[N])
      Carried.add(*What.Of->Elements[N]);
  }
  if (!Carried.All.empty())
    Out << "\n// offsets in NDR and in NDR64\n";
  for (const dynamic::Structure *Each : Carried.All)
    print(*Each, Out);
}
