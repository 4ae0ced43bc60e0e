//===- Json.cpp -----------------------------------------------------------===//

#include "model/Json.h"
#include "model/AttributeTable.h"
#include "model/Calls.h"
#include "model/Members.h"
#include "model/Sound.h"
#include "model/Uuid.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <stdexcept>
#include <type_traits>
#include <utility>

using namespace rpcgen;
using Json = nlohmann::ordered_json;

namespace {

template <class T> constexpr bool IsVector = false;
template <class T> constexpr bool IsVector<std::vector<T>> = true;
template <class T> constexpr bool IsOptional = false;
template <class T> constexpr bool IsOptional<std::optional<T>> = true;
template <class T>
concept Described = requires(T *V) { describe([](auto, auto) {}, V); };
template <class T>
concept Decisive = requires(T *V) { decisionsIn(V); };
template <Decisive T>
using DecisionsOf =
    std::remove_pointer_t<decltype(decisionsIn(static_cast<T *>(nullptr)))>;

constexpr const char *DecidedName = "decided";

template <class T> Json write(const T &V) {
  if constexpr (Described<T>) {
    static const T Default{};
    Json Out = Json::object();
    auto Member = [&](const char *Name, auto Pointer) {
      if (!(V.*Pointer == Default.*Pointer))
        Out[Name] = write(V.*Pointer);
    };
    describe(Member, static_cast<T *>(nullptr));
    if constexpr (Decisive<T>)
      if (Json Decided = write<DecisionsOf<T>>(V); !Decided.empty())
        Out[DecidedName] = std::move(Decided);
    return Out;
  } else if constexpr (IsVector<T>) {
    Json Out = Json::array();
    for (const auto &Item : V)
      Out.push_back(write(Item));
    return Out;
  } else if constexpr (IsOptional<T>) {
    return V ? write(*V) : Json();
  } else if constexpr (std::is_same_v<T, UuidBytes>) {
    return formatUuid(V);
  } else if constexpr (std::is_same_v<T, Attribute::Kind>) {
    return nameOf(V);
  } else if constexpr (std::is_enum_v<T>) {
    return textsOf(V, static_cast<std::size_t>(V));
  } else {
    return V;
  }
}

/// What is wrong, and where: ".interfaces[0].name".
struct Fault {
  std::string Place, What;
};

[[noreturn]] void fail(std::string What) { throw Fault{"", std::move(What)}; }

/// What Read does, with Step before the place of its fault.
template <class Function> void within(const std::string &Step, Function Read) {
  try {
    Read();
  } catch (const Fault &F) {
    throw Fault{Step + F.Place, F.What};
  }
}

void require(std::string Wrong) {
  if (!Wrong.empty())
    fail(std::move(Wrong));
}

class Reader {
public:
  explicit Reader(std::uint32_t Format) : IsFlat(Format < 3) {}

  Model read(const Json &Root) {
    Defined = {count(Root, "enumerations"), count(Root, "structures"),
               count(Root, "unions")};
    Model M;
    read(Root, M);
    require(faultOf(M));
    return M;
  }

private:
  static std::size_t count(const Json &Root, const char *Name) {
    auto Found = Root.find(Name);
    return Found == Root.end() ? 0 : Found->size();
  }

  template <class T>
    requires Described<T>
  void read(const Json &From, T &V) {
    if (!From.is_object())
      fail("expected an object");
    auto Member = [&](const char *Name, auto Pointer) {
      auto Found = From.find(Name);
      if (Found != From.end())
        within("." + std::string(Name), [&] { read(*Found, V.*Pointer); });
    };
    describe(Member, static_cast<T *>(nullptr));
    if constexpr (Decisive<T>) {
      DecisionsOf<T> &Decided = V;
      if (IsFlat)
        read(From, Decided);
      else if (auto Found = From.find(DecidedName); Found != From.end())
        within("." + std::string(DecidedName), [&] { read(*Found, Decided); });
    }
    if constexpr (std::is_same_v<T, Interface>)
      if (IsFlat)
        decideCalls(V);
    if constexpr (std::is_same_v<T, Type>)
      require(faultOf(V, Defined));
    if constexpr (std::is_same_v<T, Expression>)
      require(faultOf(V));
  }

  template <class T> void read(const Json &From, std::vector<T> &V) {
    if (!From.is_array())
      fail("expected an array");
    for (std::size_t I = 0; I != From.size(); ++I)
      within("[" + std::to_string(I) + "]",
             [&] { read(From[I], V.emplace_back()); });
  }

  template <class T> void read(const Json &From, std::optional<T> &V) {
    if (!From.is_null())
      read(From, V.emplace());
  }

  void read(const Json &From, UuidBytes &V) {
    if (From.is_array() && From.size() == V.size()) { // format 1
      for (std::size_t I = 0; I != V.size(); ++I)
        read(From[I], V[I]);
      return;
    }
    std::string Text;
    read(From, Text);
    auto Parsed = parseUuid(Text);
    if (!Parsed)
      fail("'" + Text + "' is not a valid UUID");
    V = *Parsed;
  }

  template <class T>
    requires std::is_enum_v<T>
  void read(const Json &From, T &V) {
    std::string Text;
    read(From, Text);
    for (std::size_t I = 0; const char *Known = textsOf(T{}, I); ++I)
      if (Text == Known) {
        V = static_cast<T>(I);
        return;
      }
    fail("unknown word '" + Text + "'");
  }

  /// One that a newer rpcgen has added says nothing that this one reads.
  static void read(const Json &From, Attribute::Kind &V) {
    std::string Name;
    read(From, Name);
    const AttributeRow *Row = findAttribute(Name);
    V = Row ? Row->Kind : Attribute::None;
  }

  static void read(const Json &From, std::string &V) {
    if (!From.is_string())
      fail("expected a text");
    V = From.get<std::string>();
  }

  static void read(const Json &From, bool &V) {
    if (!From.is_boolean())
      fail("expected true or false");
    V = From.get<bool>();
  }

  template <std::integral T> static void read(const Json &From, T &V) {
    bool Fits = From.is_number_unsigned()
                    ? std::in_range<T>(From.get<std::uint64_t>())
                    : From.is_number_integer() &&
                          std::in_range<T>(From.get<std::int64_t>());
    if (!From.is_number())
      fail("expected a number");
    if (!Fits)
      fail("the number is out of range: " + From.dump());
    V = From.get<T>();
  }

  const bool IsFlat; ///< a format that has decisions among what is written
  DefinitionCounts Defined{};
};

/// Deeper than any declaration; what reads recursively has stack for it.
constexpr int MaxDepth = 1000;

Json parse(std::string_view Text) {
  try {
    return Json::parse(Text, [](int Depth, Json::parse_event_t, Json &) {
      if (Depth > MaxDepth)
        fail("it is nested more than " + std::to_string(MaxDepth) + " deep");
      return true;
    });
  } catch (const Json::exception &E) {
    std::string What = E.what(); // "[...] parse error at line 1, column 2: ..."
    What.erase(0, What.find("] ") + 2);
    if (constexpr std::string_view Title = "parse error at ";
        What.starts_with(Title))
      What.erase(0, Title.size());
    fail(What);
  }
}

std::uint32_t number(const Json &Root, const char *Name) {
  auto Found = Root.find(Name);
  if (Found == Root.end())
    return 1;
  if (!Found->is_number_unsigned())
    fail("'" + std::string(Name) + "' is not a number");
  auto Value = Found->get<std::uint64_t>();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(Value, UINT32_MAX));
}

/// Format 1 has no sign of what it is but its members.
void requireFormat1(const Json &Root) {
  for (const auto &[Name, Value] : Root.items()) {
    bool Known = false;
    describe([&](const char *Each, auto) { Known |= Name == Each; },
             static_cast<Model *>(nullptr));
    if (!Known)
      fail("it has no 'format', but a member '" + Name + "'");
  }
}

constexpr const char *Advice =
    ": use a newer rpcgen, or let this one describe the header as it was";

} // namespace

std::string rpcgen::toJson(const Model &M) {
  Json Out = {{"format", DescriptionFormat},
              {"needs_format", DescriptionNeedsFormat}};
  Out.update(write(M));
  // Attribute texts are the user's bytes and need not be UTF-8.
  return Out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Model rpcgen::fromJson(std::string_view Text) {
  std::uint32_t Format = 0;
  try {
    const Json Root = parse(Text);
    if (!Root.is_object())
      fail("expected an object");
    if (number(Root, "needs_format") > DescriptionFormat)
      throw std::runtime_error(
          "a description of a newer rpcgen, which needs a reader of format " +
          std::to_string(number(Root, "needs_format")) +
          ", and this is one of " + std::to_string(DescriptionFormat) + Advice);
    Format = number(Root, "format");
    if (!Root.contains("format"))
      requireFormat1(Root);
    return Reader(Format).read(Root);
  } catch (const Fault &F) {
    std::string Place = F.Place.empty() ? "" : F.Place.substr(1) + ": ";
    throw std::runtime_error("not a description of interfaces: " + Place +
                             F.What +
                             (Format > DescriptionFormat ? Advice : ""));
  }
}
