//===- Tcp.cpp ------------------------------------------------------------===//
#include "Tcp.h"

using namespace dump;

void TcpStream::add(const Segment &Next, const Sink &To) {
  // A SYN takes a number of its own.
  const std::uint32_t First = Next.Sequence + (Next.Begins ? 1 : 0);
  if (!Started) {
    // Far from zero, so that what came before may be seen later.
    Position = (std::uint64_t{1} << 32) + First;
    Started = true;
  }
  if (Next.Payload.empty())
    return;
  const auto Distance =
      static_cast<std::int32_t>(First - static_cast<std::uint32_t>(Position));
  const std::uint64_t At = Position + static_cast<std::int64_t>(Distance);
  if (At <= Position) {
    deliver(Next.Payload, At, To);
    return deliverWaiting(To);
  }
  std::vector<std::byte> &Slot = Waiting[At];
  if (Slot.size() >= Next.Payload.size())
    return;
  WaitingBytes += Next.Payload.size() - Slot.size();
  Slot.assign(Next.Payload.begin(), Next.Payload.end());
  while (WaitingBytes > MostWaiting)
    giveUp(To);
}

void TcpStream::finish(const Sink &To) {
  while (!Waiting.empty())
    giveUp(To);
}

/// Hands on what is new of the bytes at `At`, which is not after Position.
void TcpStream::deliver(std::span<const std::byte> Bytes, std::uint64_t At,
                        const Sink &To) {
  const std::uint64_t Known = Position - At;
  if (Known >= Bytes.size())
    return; // Sent again.
  Position += Bytes.size() - Known;
  To.Data(Bytes.subspan(Known));
}

void TcpStream::deliverWaiting(const Sink &To) {
  while (!Waiting.empty() && Waiting.begin()->first <= Position) {
    const auto Next = Waiting.extract(Waiting.begin());
    WaitingBytes -= Next.mapped().size();
    deliver(Next.mapped(), Next.key(), To);
  }
}

/// Goes on after the bytes that are missing.
void TcpStream::giveUp(const Sink &To) {
  const std::uint64_t Next = Waiting.begin()->first;
  To.Gap(Next - Position);
  Position = Next;
  deliverWaiting(To);
}
