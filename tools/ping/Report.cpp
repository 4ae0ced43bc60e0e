//===- Report.cpp ---------------------------------------------------------===//
#include "Report.h"

#include <nlohmann/json.hpp>

using namespace rpcgen::ping;

namespace {

using Json = nlohmann::ordered_json;

std::string plural(std::size_t Count, const std::string &Of) {
  return std::to_string(Count) + " " + Of + (Count == 1 ? "" : "s");
}

std::string versionOf(const rpc::syntax_id &Id) {
  return std::to_string(Id.major) + "." + std::to_string(Id.minor);
}

std::vector<std::string> syntaxesOf(const Place &P) {
  std::vector<std::string> Names;
  if (P.Ndr)
    Names.emplace_back("NDR");
  if (P.Ndr64)
    Names.emplace_back("NDR64");
  return Names;
}

/// What others write is printed as it is but for control characters.
std::string clean(std::string Text) {
  for (char &C : Text)
    if (static_cast<unsigned char>(C) < 0x20 || C == 0x7F)
      C = '?';
  return Text;
}

std::string printPlace(const Place &P) {
  std::string Line = "  " + clean(P.Binding);
  const char *Before = "  ";
  for (const std::string &Name : syntaxesOf(P)) {
    Line += Before + Name;
    Before = ", ";
  }
  if (!P.Ndr && !P.Ndr64)
    Line += "  refused to this client";
  if (P.Object != rpc::uuid())
    Line += "  object " + P.Object.text();
  if (!P.Annotation.empty())
    Line += "  " + clean(P.Annotation);
  return Line + "\n";
}

} // namespace

std::string rpcgen::ping::printText(const Survey &Of) {
  std::string Text = Of.Peer + ": ";
  if (Of.Listens)
    Text += *Of.Listens ? "listens, " : "stops, ";
  Text += plural(Of.Interfaces.size(), "interface");
  if (Of.Statistics)
    Text += ", " + plural(Of.Statistics->calls_received, "call") + " received";
  Text += "\n";
  for (const Interface &I : Of.Interfaces) {
    Text += I.Id.id.text() + " v" + versionOf(I.Id) + "\n";
    for (const Place &P : I.Places)
      Text += printPlace(P);
  }
  return Text;
}

std::string rpcgen::ping::printJson(const Survey &Of) {
  Json Made = {{"peer", Of.Peer}};
  if (Of.Listens)
    Made["listens"] = *Of.Listens;
  if (Of.Statistics)
    Made["statistics"] = {{"calls_received", Of.Statistics->calls_received},
                          {"calls_made", Of.Statistics->calls_made},
                          {"pdus_received", Of.Statistics->pdus_received},
                          {"pdus_sent", Of.Statistics->pdus_sent}};
  Made["interfaces"] = Json::array();
  for (const Interface &I : Of.Interfaces) {
    Json Places = Json::array();
    for (const Place &P : I.Places) {
      Json At = {{"binding", P.Binding}, {"syntaxes", syntaxesOf(P)}};
      if (!P.Annotation.empty())
        At["annotation"] = P.Annotation;
      if (P.Object != rpc::uuid())
        At["object"] = P.Object.text();
      Places.push_back(std::move(At));
    }
    Made["interfaces"].push_back({{"uuid", I.Id.id.text()},
                                  {"version", versionOf(I.Id)},
                                  {"endpoints", std::move(Places)}});
  }
  // A name that others have written may be no UTF-8.
  return Made.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}
