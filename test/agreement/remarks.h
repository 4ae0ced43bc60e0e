#ifndef TEST_AGREEMENT_REMARKS_H
#define TEST_AGREEMENT_REMARKS_H

#include <rpc/call_memory.h>
#include <rpc/ndr/syntax.h>

#include <fstream>
#include <map>
#include <ostream>
#include <regex>
#include <stdexcept>
#include <string>
#include <tuple>

namespace rpc::test {

/// What the plugin says that a server does with the memory of one parameter.
struct remark {
  enum class verdict { needs_no_memory, reuses, allocates, allocates_in_part };
  verdict says = verdict::needs_no_memory;
  bool unless = false;  ///< an array at the end of a structure is too short

  /// Whether it can be true of a call in which memory was used like that. Arrays without elements
  /// may have blocks of no size.
  [[nodiscard]] bool allows(const call_memory::parameter& seen) const {
    const bool reused = seen.reused.blocks > 0;
    const bool allocated = seen.allocated.bytes > 0;
    switch (says) {
      case verdict::needs_no_memory: return !reused && !allocated;
      case verdict::reuses: return !allocated || unless;
      case verdict::allocates: return !reused;
      case verdict::allocates_in_part: break;
    }
    return true;
  }
  /// Whether a call shows what it promises: nothing but blocks in the message, or others, or both.
  [[nodiscard]] bool is_shown_by(const call_memory::parameter& seen) const {
    const bool reused = seen.reused.blocks > 0;
    const bool allocated = seen.allocated.bytes > 0;
    switch (says) {
      case verdict::needs_no_memory: return true;
      case verdict::reuses: return reused && !allocated;
      case verdict::allocates: return allocated;
      case verdict::allocates_in_part: break;
    }
    return reused && allocated;
  }

  friend std::ostream& operator<<(std::ostream& out, const remark& r) {
    constexpr const char* names[] = {"needs no memory", "reuses", "allocates", "allocates in part"};
    return out << names[static_cast<int>(r.says)] << (r.unless ? ", unless ..." : "");
  }
};

/// The remarks on all interfaces of test/e2e, as the compiler has printed them.
class remarks {
 public:
  /// Of "reuse::list", "pIn". Throws std::out_of_range if there is none.
  static const remark& on(const std::string& operation, const std::string& parameter,
                          ndr::syntax in) {
    static const remarks all;
    return all.by_place_.at({operation, parameter, in == ndr::syntax::ndr64});
  }

 private:
  remarks() {
    const std::regex form(
        "remark: '([^']*)' of '([^']*)' (needs no memory|reuses the received message|"
        "allocates in part|allocates) on (NDR20 and NDR64|NDR20|NDR64)(, unless |: | \\[)");
    std::ifstream file(RPC_TEST_REMARKS);
    for (std::string line; std::getline(file, line);) {
      std::smatch found;
      if (line.find(" remark: ") == std::string::npos) continue;
      if (!std::regex_search(line, found, form))
        throw std::runtime_error("a remark of another form: " + line);
      const remark said{verdict_of(found[3]), found[5] == ", unless "};
      for (const char* name : {"NDR20", "NDR64"})
        if (found[4].str().find(name) != std::string::npos)
          by_place_[{found[2], found[1], name == std::string("NDR64")}] = said;
    }
  }

  static remark::verdict verdict_of(const std::string& words) {
    return words == "needs no memory"     ? remark::verdict::needs_no_memory
           : words == "allocates"         ? remark::verdict::allocates
           : words == "allocates in part" ? remark::verdict::allocates_in_part
                                          : remark::verdict::reuses;
  }

  std::map<std::tuple<std::string, std::string, bool>, remark> by_place_;
};

}  // namespace rpc::test

#endif  // TEST_AGREEMENT_REMARKS_H
