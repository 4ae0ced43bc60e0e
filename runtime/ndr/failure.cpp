#include <rpc/error.h>
#include <rpc/ndr/failure.h>

namespace rpc::ndr {

void word::append_to(std::string& sentence) const {
  if (text_ != nullptr) {
    sentence += text_;
  } else if (negative_) {
    sentence += std::to_string(static_cast<std::int64_t>(number_));
  } else {
    sentence += std::to_string(number_);
  }
}

void failure::set(status code, std::initializer_list<word> sentence) {
  if (*this) return;
  words_ = std::make_unique<words>();
  code_ = code;
  for (const word& w : sentence) w.append_to(words_->text);
}

void failure::at(std::string_view name) {
  std::string& path = words_->path;
  if (!path.empty()) path.insert(path.begin(), '.');
  path.insert(0, name);
}

std::string failure::sentence() const {
  const auto& [said, path, byte] = *words_;
  std::string text;
  if (!path.empty()) {
    text += '\'';
    text += path;
    text += '\'';
    if (!said.empty()) text += ": ";
  }
  text += said;
  if (byte) text += " (at byte " + std::to_string(*byte) + ')';
  return text;
}

void raise(std::string operation, const failure& f) {
  throw error(f.code(), operation.append(": ").append(f.sentence()));
}

}  // namespace rpc::ndr
