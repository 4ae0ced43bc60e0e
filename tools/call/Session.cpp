//===- Session.cpp --------------------------------------------------------===//
#include "Session.h"

#include "dynamic/Messages.h"
#include "dynamic/json/Text.h"

#include <rpc/ndr/call.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>

using namespace call;
using dynamic::Json;

namespace {

/// What a request and its response may take, in bytes.
constexpr std::size_t MemoryOfCall = std::size_t{1} << 30;

rpc::protection least(rpcgen::Protection Of) {
  switch (Of) {
  case rpcgen::Protection::Unstated:
  case rpcgen::Protection::None:
    return rpc::protection::none;
  case rpcgen::Protection::Connect:
    return rpc::protection::connect;
  case rpcgen::Protection::Integrity:
    return rpc::protection::integrity;
  case rpcgen::Protection::Privacy:
    return rpc::protection::privacy;
  }
  __builtin_unreachable();
}

const rpc::ndr::descriptor *pipeOf(const Chosen &What, const std::string &Name,
                                   bool In) {
  const dynamic::Operation &O = *What.Of;
  for (std::size_t N = 0; N < O.Parameters.size(); ++N)
    if (O.Elements[N] && O.Parameters[N].name == Name &&
        (In ? O.Parameters[N].is_in : O.Parameters[N].is_out)) {
      if (O.Elements[N]->size == 1)
        return O.Elements[N];
      throw std::runtime_error("'" + Name + "' is no pipe of octets");
    }
  throw std::runtime_error("'" + O.Of->Name + "' has no " +
                           (In ? "[in]" : "[out]") + " pipe '" + Name + "'");
}

} // namespace

Chosen call::choose(const dynamic::Interfaces &Of, const std::string &Name) {
  const std::size_t Colons = Name.rfind("::");
  const bool Qualified = Colons != std::string::npos;
  const std::string Interface = Qualified ? Name.substr(0, Colons) : "";
  const std::string Last = Qualified ? Name.substr(Colons + 2) : Name;
  const bool IsNumber =
      !Last.empty() && Last.size() < 6 &&
      Last.find_first_not_of("0123456789") == std::string::npos;
  Chosen Found;
  for (const dynamic::Interface &Each : Of.all()) {
    if (Qualified && Each.Of->Name != Interface)
      continue;
    const auto *O =
        IsNumber ? Each.find(static_cast<std::uint16_t>(std::stoul(Last)))
                 : Each.find(Last);
    if (!O)
      continue;
    if (Found.Of)
      throw std::runtime_error("several interfaces have '" + Last +
                               "': write '" + Found.In->Of->Name + "::" + Last +
                               "'");
    Found = {&Each, O};
  }
  if (!Found.Of)
    throw std::runtime_error("there is no operation '" + Name +
                             "': --list shows all");
  return Found;
}

Json call::parseRequest(const std::string &Given) {
  if (Given.empty())
    return Json::object();
  const std::string Text = Given == "-"      ? readFile("-")
                           : Given[0] == '@' ? readFile(Given.substr(1))
                                             : Given;
  try {
    return Json::parse(Text);
  } catch (const Json::parse_error &Error) {
    throw std::runtime_error("the request is not JSON: byte " +
                             std::to_string(Error.byte) +
                             " is not what is expected there");
  }
}

void call::fillPipes(const Arguments &Given, const Chosen &What,
                     Json &Request) {
  for (const auto &[Name, File] : Given.In) {
    pipeOf(What, Name, true);
    const std::string Octets = readFile(File);
    Request[Name] = dynamic::toHex(std::as_bytes(std::span(Octets)));
  }
}

void call::dump(const char *What, std::span<const std::byte> Bytes) {
  std::fprintf(stderr, "# %s, %zu bytes\n", What, Bytes.size());
  for (std::size_t At = 0; At < Bytes.size(); At += 16)
    std::fprintf(stderr, "%s\n",
                 dynamic::toHex(Bytes.subspan(At, std::min<std::size_t>(
                                                      16, Bytes.size() - At)))
                     .c_str());
}

Session::Session(const Arguments &Given)
    : Given(Given),
      Peer(std::make_unique<rpc::connection>(Given.Binding, Given.Connection)) {
  if (Given.Object)
    Peer = std::make_unique<rpc::connection>(*Peer, *Given.Object);
}

const rpc::binding &Session::bindingOf(const dynamic::Interface &In) {
  const auto Found = Bindings.find(&In);
  if (Found != Bindings.end())
    return Found->second;
  const rpc::binding &Made =
      Bindings
          .try_emplace(&In, *Peer, rpc::offered_interface{In.Id, In.Ndr64},
                       In.Of->Name)
          .first->second;
  if (Given.Syntax && Made.syntax() != *Given.Syntax)
    throw std::runtime_error("the server does not have NDR64 of '" +
                             In.Of->Name + "'");
  return Made;
}

Json Session::call(const Chosen &What, Json Request) {
  const dynamic::Operation &O = *What.Of;
  const rpc::binding &Over = bindingOf(*What.In);
  if (const auto Least = least(O.Of->LeastProtection);
      Least > rpc::protection::none)
    Over.require(Least, O.Of->Name);
  fillPipes(Given, What, Request);
  dynamic::Frame Values(O, MemoryOfCall);
  fromJson(Request, Values);
  rpc::exchange Made(Over, O.Of->Opnum, O.Of->Name);
  writeRequest(Over.syntax(), Values, Made.request(),
               rpc::ndr::request_limit(Made.max_request()));
  if (Given.Dump)
    dump("request", Made.request().bytes());
  Made.run();
  if (Given.Dump)
    dump("response", Made.response());
  readMessage(Over.syntax(), {Made.sender(), Made.response()}, Values, false);
  Json Response = toJson(Values, false);
  storePipes(What, Response);
  return Response;
}

void Session::storePipes(const Chosen &What, Json &Response) const {
  for (const auto &[Name, File] : Given.Out) {
    pipeOf(What, Name, false);
    const auto Octets = dynamic::fromHex(Response[Name].get<std::string>());
    std::ofstream Out(File, std::ios::binary);
    Out.write(reinterpret_cast<const char *>(Octets->data()),
              static_cast<std::streamsize>(Octets->size()));
    if (!Out.flush())
      throw std::runtime_error("cannot write '" + File + "'");
    Response[Name] = std::to_string(Octets->size()) + " octets in " + File;
  }
}
