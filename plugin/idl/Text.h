//===- Text.h - text that knows where it is from --------------------------===//
#ifndef RPCGEN_IDL_TEXT_H
#define RPCGEN_IDL_TEXT_H

#include "model/Location.h"

#include <string>
#include <string_view>
#include <vector>

namespace rpcgen::idl {

class Text {
public:
  struct Mark {
    std::size_t Offset;
    Location From;
  };

  /// What follows was written there.
  Text &at(Location From) {
    if (From)
      Marks.push_back({Written.size(), From});
    return *this;
  }

  Text &operator<<(std::string_view More) {
    Written += More;
    return *this;
  }

  Text &operator<<(const Text &More) {
    for (const Mark &M : More.Marks)
      Marks.push_back({Written.size() + M.Offset, M.From});
    Written += More.Written;
    return *this;
  }

  /// So that the line can go on.
  void dropNewline() {
    if (Written.ends_with('\n'))
      Written.pop_back();
  }

  const std::string &str() const { return Written; }
  std::size_t size() const { return Written.size(); }
  bool isEmpty() const { return Written.empty(); }
  const std::vector<Mark> &marks() const { return Marks; }

private:
  std::string Written;
  std::vector<Mark> Marks;
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_TEXT_H
