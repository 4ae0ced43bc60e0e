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

void raise(const char* operation, const failure& f) {
  std::string text = operation;
  text += ": ";
  text += f.sentence();
  throw error(f.code(), text);
}

}  // namespace rpc::ndr
