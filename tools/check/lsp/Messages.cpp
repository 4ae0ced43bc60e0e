//===- Messages.cpp -------------------------------------------------------===//

#include "lsp/Messages.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <array>

#include <poll.h>
#include <unistd.h>

namespace rpc_check {

using Json = nlohmann::json;

bool Messages::waits(int Milliseconds) const {
  pollfd Input{STDIN_FILENO, POLLIN, 0};
  return !Buffer.empty() || poll(&Input, 1, Milliseconds) != 0;
}

bool Messages::fill() {
  std::array<char, 1 << 16> Part;
  const ssize_t Count = ::read(STDIN_FILENO, Part.data(), Part.size());
  if (Count > 0)
    Buffer.append(Part.data(), static_cast<std::size_t>(Count));
  return Count > 0;
}

std::optional<Json> Messages::read() {
  constexpr llvm::StringLiteral End = "\r\n\r\n";
  std::size_t Head;
  while ((Head = Buffer.find(End.data())) == std::string::npos)
    if (!fill())
      return std::nullopt;
  std::size_t Length = 0;
  llvm::SmallVector<llvm::StringRef> Lines;
  llvm::StringRef(Buffer).take_front(Head).split(Lines, "\r\n");
  for (llvm::StringRef Line : Lines)
    if (Line.consume_front_insensitive("content-length:"))
      (void)Line.trim().getAsInteger(10, Length);
  const std::size_t Begin = Head + End.size();
  while (Buffer.size() < Begin + Length)
    if (!fill())
      return std::nullopt;
  const std::string Text = Buffer.substr(Begin, Length);
  Buffer.erase(0, Begin + Length);
  Json Message = Json::parse(Text, nullptr, /*allow_exceptions=*/false);
  return Message.is_object() ? Message : Json();
}

void Messages::write(Json Message) const {
  Message["jsonrpc"] = "2.0";
  const std::string Text =
      Message.dump(-1, ' ', false, Json::error_handler_t::replace);
  llvm::outs() << "Content-Length: " << Text.size() << "\r\n\r\n" << Text;
  llvm::outs().flush();
}

} // namespace rpc_check
