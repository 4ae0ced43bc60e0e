//===- Emit.cpp -----------------------------------------------------------===//
#include "emit/Emit.h"

#include "emit/Guard.h"
#include "emit/Interfaces.h"
#include "emit/Layouts.h"
#include "emit/Printer.h"

#include <vector>

using namespace rpcgen;

namespace {

/// One comment line for each interface.
std::string printTitles(const Model &M, const Selection &Selected) {
  std::string Titles;
  for (std::size_t I : Selected.Interfaces) {
    const Interface &Titled = M.Interfaces[I];
    Titles += print("// Interface $name$: $uuid$, version $major$.$minor$\n",
                    {{"name", Titled.Name},
                     {"uuid", printUuid(Titled)},
                     {"major", std::to_string(Titled.Major)},
                     {"minor", std::to_string(Titled.Minor)}});
  }
  return Titles;
}

/// Each selected interface, printed by Print.
template <class PrintOne>
std::string printInterfaces(const Model &M, const Selection &Selected,
                            PrintOne Print) {
  std::vector<std::string> Texts;
  for (std::size_t I : Selected.Interfaces)
    Texts.push_back(Print(M.Interfaces[I]));
  return join(Texts, "\n");
}

/// That something is deprecated is for those who use it.
std::string quieted(const Model &M, std::string Text) {
  if (!M.Deprecated)
    return Text;
  return print(R"(
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
$text$
#pragma GCC diagnostic pop
)",
               {{"text", std::move(Text)}});
}

std::string printBody(const wire::Forms &All, const Selection &Selected) {
  std::string Layouts = printLayouts(All, Selected);
  if (!Layouts.empty())
    Layouts += '\n';
  return quieted(
      All.M,
      Layouts + printInterfaces(All.M, Selected, [&](const Interface &I) {
        return printGuarded("STUBS", I.Namespace, printInterface(All, I));
      }));
}

} // namespace

std::string rpcgen::emitStubs(const wire::Forms &Resolved,
                              const Selection &Selected) {
  return printTitles(Resolved.M, Selected) + "\n" +
         printBody(Resolved, Selected);
}

std::string rpcgen::emitHeader(const wire::Forms &Resolved,
                               const Selection &Selected,
                               std::string_view Include) {
  return print(R"(
$titles$
#pragma once

#include <rpc/rpc.h>

#include "$include$"

$body$
)",
               {{"titles", printTitles(Resolved.M, Selected)},
                {"include", std::string(Include)},
                {"body", printBody(Resolved, Selected)}});
}

std::string rpcgen::emitDeclarations(const Model &Resolved,
                                     const Selection &Selected) {
  Selection Free = Selected;
  std::erase_if(Free.Interfaces, [&](std::size_t Index) {
    return !Resolved.Interfaces[Index].TakenNames.empty();
  });
  return quieted(Resolved, printInterfaces(Resolved, Free, declareInterface));
}
