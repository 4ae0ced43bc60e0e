//===- Conversation.cpp ---------------------------------------------------===//
#include "Conversation.h"

#include "Names.h"

#include "protocol/framer.h"
#include "protocol/settings.h"

#include <algorithm>

using namespace dump;
using namespace rpc::protocol;

namespace {

constexpr std::size_t MostFragment = 65535; ///< What frag_length can say.
constexpr std::size_t MostCalls = 256;      ///< Without an answer.
constexpr std::size_t MostKept = 64u << 20; ///< Bytes of their stub data.
constexpr std::size_t MostOffers = 64;      ///< Binds without an answer.

std::string whyNoHeader(const header &Head) {
  if (Head.supported)
    return "frag_length is " + std::to_string(Head.fragment_length) +
           ", less than the header";
  return "the version is not 5.0 or 5.1, or the data representation is not "
         "supported";
}

void addStream(Heading &To, const std::string &Name) {
  if (!Name.empty())
    To.Facts.emplace_back("stream", Name);
}

} // namespace

void Conversation::feed(Side From, std::span<const std::byte> Bytes,
                        const std::string &Name) {
  Stream &To = Streams[From];
  To.Name = Name;
  To.Pending.insert(To.Pending.end(), Bytes.begin(), Bytes.end());
  readPdus(To);
}

void Conversation::skip(Side From, std::uint64_t Count,
                        const std::string &Name) {
  Stream &In = Streams[From];
  In.Name = Name;
  endWithin(In);
  Heading What{"gap", {}};
  addStream(What, Name);
  What.Facts.emplace_back("offset", std::to_string(In.Offset));
  Out.begin(What);
  Out.problem(0, std::to_string(Count) + " bytes were not captured");
  Out.end();
  In.Offset += Count;
  In.Lost = true;
}

void Conversation::finish() {
  for (Stream &Each : Streams)
    endWithin(Each);
  for (auto &[Id, Open] : Calls)
    for (bool IsResponse : {false, true}) {
      const auto &Half = IsResponse ? Open.Response : Open.Request;
      if (Half && !Half->Complete)
        printMessage(Id, Open, IsResponse, "the last fragment is missing");
    }
  Calls.clear();
}

/// What is pending will never be complete.
void Conversation::endWithin(Stream &From) {
  const std::span<const std::byte> Rest = From.Pending;
  if (!Rest.empty() && !From.Lost && Rest.size() >= header_size) {
    header Head = read_header(Rest);
    Head.auth_length = 0; // The trailer was at the end.
    readPdu({From, From.Offset, Head, Rest,
             "the PDU has " + std::to_string(Head.fragment_length) +
                 " bytes, but only " + std::to_string(Rest.size()) +
                 " are there"});
  } else if (!Rest.empty() && !From.Lost) {
    Heading What{"pdu", {}};
    addStream(What, From.Name);
    What.Facts.emplace_back("offset", std::to_string(From.Offset));
    Out.begin(What);
    Out.row({0, Rest.size(), Rest, "unread", bytesText(Rest.size())});
    Out.problem(0, "too few bytes for the header of a PDU");
    Out.end();
  }
  From.Offset += Rest.size();
  From.Pending.clear();
}

void Conversation::readPdus(Stream &From) {
  std::size_t Used = 0;
  while (!From.Lost || findPdu(From, Used)) {
    framer Cut(MostFragment);
    Cut.feed(std::span(From.Pending).subspan(Used));
    std::optional<frame> Next;
    while ((Next = Cut.next()) && !Next->pdu.empty()) {
      readPdu({From, From.Offset + Used, Next->head, Next->pdu, ""});
      Used += Next->pdu.size();
    }
    if (!Next)
      break;
    Heading What{"damage", {}};
    addStream(What, From.Name);
    What.Facts.emplace_back("offset", std::to_string(From.Offset + Used));
    Out.begin(What);
    Out.problem(0, "no PDU begins here: " + whyNoHeader(Next->head));
    Out.end();
    From.Lost = true;
    ++Used;
  }
  From.Pending.erase(From.Pending.begin(), From.Pending.begin() + Used);
  From.Offset += Used;
}

/// Moves `Used` on to the next bytes that look like a PDU, if there are any.
bool Conversation::findPdu(Stream &From, std::size_t &Used) const {
  const std::span<const std::byte> All = From.Pending;
  for (; All.size() - Used >= header_size; ++Used)
    if (looksLikePdu(All.subspan(Used))) {
      From.Lost = false;
      return true;
    }
  return false;
}

void Conversation::readPdu(const Pdu &Read) {
  Heading What{"pdu", {{"type", std::string(nameOf(Read.Head.type))}}};
  addStream(What, Read.From.Name);
  What.Facts.emplace_back("offset", std::to_string(Read.Offset));
  What.Facts.emplace_back("size", std::to_string(Read.Bytes.size()));
  What.Facts.emplace_back("call", std::to_string(Read.Head.call_id));
  Out.begin(What);

  const packet Type = Read.Head.type;
  if (Type == packet::request || Type == packet::response)
    return readFragment(Read);
  printPdu(Read.Head, Read.Bytes, false, Out);
  if (!Read.Cut.empty())
    Out.problem(Read.Bytes.size(), Read.Cut);
  if (Type == packet::bind || Type == packet::alter_context)
    bind(Read);
  else if (Type == packet::bind_ack || Type == packet::alter_context_resp)
    acknowledge(Read);
  else if (Type == packet::fault)
    Calls.erase(Read.Head.call_id);
  Out.end();
}

void Conversation::bind(const Pdu &Read) {
  auto Bind = read_bind(Read.Head, Read.Bytes);
  if (!Bind)
    return; // What is wrong was printed with the fields.
  for (const context_offer &Offer : Bind->offers)
    Contexts.insert({Offer.id, {Offer.interface, std::nullopt}});
  if (Offers.size() == MostOffers)
    Offers.clear();
  Offers[Read.Head.call_id] = std::move(Bind->offers);
}

void Conversation::acknowledge(const Pdu &Read) {
  const auto Ack = read_bind_ack(Read.Head, Read.Bytes);
  const auto Offered = Offers.find(Read.Head.call_id);
  if (!Ack || Offered == Offers.end())
    return;
  const std::size_t Count =
      std::min(Ack->results.size(), Offered->second.size());
  for (std::size_t I = 0; I != Count; ++I) {
    const context_offer &Offer = Offered->second[I];
    const context_result &Result = Ack->results[I];
    if (Result.verdict == context_verdict::acceptance)
      Contexts[Offer.id] = {Offer.interface, Result.transfer};
    else if (auto At = Contexts.find(Offer.id);
             At != Contexts.end() && !At->second.Transfer)
      Contexts.erase(At);
  }
  Offers.erase(Offered);
}

std::optional<Conversation::Meaning>
Conversation::meaningOf(std::uint16_t Context) const {
  const auto Bound = Contexts.find(Context);
  if (Bound == Contexts.end()) {
    // Without the bind, the only interface that is described must do.
    if (!Contexts.empty() || Known.Interfaces.size() != 1)
      return std::nullopt;
    return Meaning{&Known.Interfaces.front(), Known.Syntax};
  }
  const auto *Interface = Known.find(Bound->second.Interface);
  const auto &Transfer = Bound->second.Transfer;
  if (!Interface)
    return std::nullopt;
  if (!Transfer)
    return Meaning{Interface, Known.Syntax};
  if (*Transfer == rpc::ndr20_syntax)
    return Meaning{Interface, rpc::ndr::syntax::ndr20};
  if (*Transfer == rpc::ndr64_syntax)
    return Meaning{Interface, rpc::ndr::syntax::ndr64};
  return std::nullopt;
}

void Conversation::readFragment(const Pdu &Read) {
  const bool IsResponse = Read.Head.type == packet::response;
  const auto Part = read_fragment(Read.Head, Read.Bytes);
  Call *In = Part ? &callOf(Read, *Part) : nullptr;
  const bool Described = In && meaningOf(In->Context);
  const bool Encrypted =
      Part && Part->security.level == rpc::protection::privacy;
  const bool Decoded = Described && In->Opnum && !Encrypted;

  printPdu(Read.Head, Read.Bytes, Decoded, Out);
  std::string Problem = Decoded ? add(Read, *Part, *In) : "";
  if (Encrypted)
    Problem = "the stub data are encrypted";
  else if (Described && !Decoded)
    Problem = "the request is not known, and so the operation is not";
  for (const std::string &Each : {Read.Cut, Problem})
    if (!Each.empty())
      Out.problem(Read.Bytes.size(), Each);
  Out.end();

  if (!In || !(Read.Head.has(flag::last) || !Read.Cut.empty()))
    return;
  if (Decoded && Problem.empty())
    printMessage(Read.Head.call_id, *In, IsResponse, Read.Cut);
  if (IsResponse)
    Calls.erase(Read.Head.call_id);
}

/// The call that a fragment belongs to; a new one where a request begins.
Conversation::Call &Conversation::callOf(const Pdu &Read,
                                         const fragment &Part) {
  const std::uint32_t Id = Read.Head.call_id;
  const bool IsRequest = Read.Head.type == packet::request;
  if (IsRequest && Read.Head.has(flag::first))
    Calls.erase(Id);
  auto At = Calls.find(Id);
  if (At == Calls.end()) {
    makeRoom();
    At = Calls.try_emplace(Id).first;
    At->second.Number = ++CallsSeen;
    At->second.Context = Part.context;
    At->second.Opnum = IsRequest ? std::optional(Part.opnum) : Known.Opnum;
  }
  return At->second;
}

/// Forgets the oldest calls if there are too many.
void Conversation::makeRoom() {
  auto Kept = [&] {
    std::size_t Bytes = 0;
    for (const auto &[Id, Each] : Calls)
      Bytes += (Each.Request ? Each.Request->Stub.size() : 0) +
               (Each.Response ? Each.Response->Stub.size() : 0);
    return Bytes;
  };
  while (Calls.size() >= MostCalls || Kept() > MostKept)
    Calls.erase(std::ranges::min_element(
        Calls, {}, [](const auto &Each) { return Each.second.Number; }));
}

/// Adds a fragment to its message; says what prevents it.
std::string Conversation::add(const Pdu &Read, const fragment &Part, Call &To) {
  const bool IsResponse = Read.Head.type == packet::response;
  auto &Half = IsResponse ? To.Response : To.Request;
  const bool First = Read.Head.has(flag::first);
  if (First)
    Half.emplace();
  else if (!Half || Half->Complete)
    return "the first fragment is missing";
  Half->Stream = Read.From.Name;
  Half->Order = Read.Head.order;

  const settings Limits;
  const bool Last = Read.Head.has(flag::last) || !Read.Cut.empty();
  switch (Half->Fragments.add(Half->Stub, Part, Last,
                              IsResponse ? Limits.response : Limits.request)) {
  case reassembler::result::ok:
    return "";
  case reassembler::result::too_large:
    return "the message is larger than a peer accepts";
  case reassembler::result::empty:
    return "a fragment without stub data that is not the last";
  }
  return "";
}

void Conversation::printMessage(std::uint32_t Id, Call &Of, bool IsResponse,
                                const std::string &Cut) {
  const auto What = meaningOf(Of.Context);
  Assembly &Data = IsResponse ? *Of.Response : *Of.Request;
  Data.Complete = true;
  if (!What || !Of.Opnum)
    return;
  std::optional<rpc::ndr::message> Request;
  if (IsResponse && Of.Request && Of.Request->Complete)
    Request = {Of.Request->Order, Of.Request->Stub.bytes()};

  Heading Title;
  addStream(Title, Data.Stream);
  Title.Facts.emplace_back("call", std::to_string(Id));
  printStub({.Interface = What->Interface,
             .Opnum = *Of.Opnum,
             .IsResponse = IsResponse,
             .Syntax = What->Syntax,
             .Message = {Data.Order, Data.Stub.bytes()},
             .Request = Request ? &*Request : nullptr},
            Known, std::move(Title), Cut, Out);
}
