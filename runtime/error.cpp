#include <rpc/error.h>

#include <cstdio>

namespace rpc {
namespace {

std::string sentence(status code, const std::string& what) {
  char number[16];
  std::snprintf(number, sizeof number, "0x%X", static_cast<unsigned>(code));
  std::string text = what;
  if (!text.empty()) text += ": ";
  text += describe(code);
  text += " (";
  text += name(code);
  text += ", ";
  text += number;
  text += ')';
  return text;
}

}  // namespace

error::error(status code, const std::string& what)
    : std::runtime_error(sentence(code, what)),
      code_(code),
      did_not_execute_(code == status::call_failed_dne) {}

error error::of_unexecuted(status code, const std::string& what) {
  error result(code, what);
  result.did_not_execute_ = true;
  return result;
}

error error::of_executed(status code, const std::string& what) {
  error result(code, what);
  result.did_not_execute_ = false;
  return result;
}

}  // namespace rpc
