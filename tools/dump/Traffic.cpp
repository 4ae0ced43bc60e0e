//===- Traffic.cpp --------------------------------------------------------===//
#include "Traffic.h"

#include "Pdu.h"

#include <algorithm>

using namespace dump;

void Traffic::add(const Packet &Next) {
  const auto Part = readSegment(Next);
  if (!Part)
    return;
  const bool Swapped = Part->Target < Part->Source;
  const Key Ends = Swapped ? Key(Part->Target, Part->Source)
                           : Key(Part->Source, Part->Target);
  const auto From = Swapped ? Conversation::Second : Conversation::First;
  Connection &To = connectionOf(Ends, *Part, From);
  if (To.What != Connection::Kind::Other)
    To.Directions[From].Stream.add(*Part, To.sink(From));
}

void Traffic::finish() {
  std::vector<Connection *> InOrder;
  for (auto &[Ends, Each] : Connections)
    InOrder.push_back(&Each);
  std::ranges::sort(InOrder, {}, &Connection::Number);
  for (Connection *Each : InOrder)
    Each->finish();
  Connections.clear();
}

/// The connection between these ends, a new one if the segment begins one.
Traffic::Connection &Traffic::connectionOf(const Key &Ends, const Segment &Next,
                                           Conversation::Side From) {
  auto At = Connections.find(Ends);
  if (At != Connections.end() && Next.Begins &&
      At->second.Directions[From].HasData) {
    At->second.finish();
    Connections.erase(At);
    At = Connections.end();
  }
  if (At != Connections.end())
    return At->second;

  if (Connections.size() == MostConnections) {
    auto Oldest = std::ranges::min_element(
        Connections, {}, [](const auto &Each) { return Each.second.Number; });
    Oldest->second.finish();
    Connections.erase(Oldest);
  }
  Connection &New = Connections.try_emplace(Ends, Known, Out).first->second;
  New.Number = ++Seen;
  const std::string First = Ends.first.text(), Second = Ends.second.text();
  New.Directions[Conversation::First].Name = First + ">" + Second;
  New.Directions[Conversation::Second].Name = Second + ">" + First;
  return New;
}

TcpStream::Sink Traffic::Connection::sink(Conversation::Side From) {
  return {
      [this, From](std::span<const std::byte> Bytes) { receive(From, Bytes); },
      [this, From](std::uint64_t Count) { miss(From, Count); }};
}

void Traffic::Connection::receive(Conversation::Side From,
                                  std::span<const std::byte> Bytes) {
  Direction &By = Directions[From];
  By.HasData = true;
  if (What == Kind::Rpc)
    return Talk.feed(From, Bytes, By.Name);
  if (What == Kind::Other)
    return;
  By.Beginning.insert(By.Beginning.end(), Bytes.begin(), Bytes.end());
  if (By.Beginning.size() >= rpc::protocol::header_size)
    decide(By.Beginning);
}

void Traffic::Connection::decide(std::span<const std::byte> Beginning) {
  What = looksLikePdu(Beginning) ? Kind::Rpc : Kind::Other;
  for (auto Each : {Conversation::First, Conversation::Second}) {
    Direction &By = Directions[Each];
    if (What == Kind::Rpc)
      Talk.feed(Each, By.Beginning, By.Name);
    By.Beginning.clear();
  }
}

void Traffic::Connection::miss(Conversation::Side From, std::uint64_t Count) {
  if (What == Kind::Undecided)
    What = Kind::Other;
  if (What == Kind::Rpc)
    Talk.skip(From, Count, Directions[From].Name);
}

void Traffic::Connection::finish() {
  for (auto Each : {Conversation::First, Conversation::Second})
    if (What != Kind::Other)
      Directions[Each].Stream.finish(sink(Each));
  Talk.finish();
}
