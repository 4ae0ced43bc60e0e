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

void failure::set(status code, std::initializer_list<word> words) {
  if (*this) return;
  code_ = code;
  for (const word& w : words) w.append_to(text_);
}

void failure::at(std::string_view name) {
  if (!path_.empty()) path_.insert(path_.begin(), '.');
  path_.insert(0, name);
}

std::string failure::sentence() const {
  std::string text;
  if (!path_.empty()) {
    text += '\'';
    text += path_;
    text += '\'';
    if (!text_.empty()) text += ": ";
  }
  text += text_;
  if (byte_) text += " (at byte " + std::to_string(*byte_) + ')';
  return text;
}

void raise(std::string operation, const failure& f) {
  throw error(f.code(), operation.append(": ").append(f.sentence()));
}

}  // namespace rpc::ndr
