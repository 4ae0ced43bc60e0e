#include "ntlm_server.h"

#include "ntlm_messages.h"
#include "ntlm_names.h"

#include <rpc/error.h>

#include <nettle/arcfour.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

namespace rpc::security {
namespace {

using namespace ntlm_message;
using bytes = std::span<const std::byte>;
using digest = std::array<std::uint8_t, 16>;

constexpr std::uint32_t always = flag::ntlm | flag::target_is_server | flag::target_info;
constexpr std::uint32_t if_asked = flag::unicode | flag::request_target | flag::sign | flag::seal |
                                   flag::always_sign | flag::extended_session_security |
                                   flag::version | flag::keys_of_128_bits | flag::key_exchange |
                                   flag::keys_of_56_bits;

constexpr std::size_t negotiate_size = 16;
constexpr std::size_t authenticate_size = 64;

// AV_PAIR (MS-NLMP 2.2.2.1).
enum class pair : std::uint16_t {
  end = 0,
  computer = 1,
  domain = 2,
  dns_computer = 3,
  flags = 6,
  time = 7
};
constexpr std::uint32_t has_mic = 2;

void put_pair(std::string& to, pair name, const std::string& value) {
  put(to, static_cast<std::uint16_t>(name), 2);
  put(to, value.size(), 2);
  to += value;
}

std::string wide(std::string_view text) {
  std::string made;
  put(made, utf16(text).value_or(std::u16string()));
  return made;
}

const std::uint8_t* octets(const void* from) { return static_cast<const std::uint8_t*>(from); }

/// HMAC-MD5 of what parts are made of.
digest hmac(bytes key, std::initializer_list<bytes> parts) {
  hmac_md5_ctx mac;
  hmac_md5_set_key(&mac, key.size(), octets(key.data()));
  for (const bytes part : parts) hmac_md5_update(&mac, part.size(), octets(part.data()));
  digest made;
  hmac_md5_digest(&mac, made.size(), made.data());
  return made;
}

bytes view(const digest& of) { return std::as_bytes(std::span(of)); }
bytes view(std::string_view of) { return std::as_bytes(std::span(of)); }

bool same(bytes a, bytes b) {
  return a.size() == b.size() && memeql_sec(a.data(), b.data(), a.size()) != 0;
}

/// The value of an AV_PAIR of the client, whose response has them after 44 bytes.
bytes client_pair(bytes response, pair wanted) {
  constexpr std::size_t first = 44;
  bytes rest = response.size() < first ? bytes() : response.subspan(first);
  while (rest.size() >= 4) {
    const auto name = static_cast<pair>(number(rest, 0, 2));
    const std::size_t size = number(rest, 2, 2);
    if (name == pair::end || size > rest.size() - 4) break;
    if (name == wanted) return rest.subspan(4, size);
    rest = rest.subspan(4 + size);
  }
  return {};
}

class server_legs final : public legs {
 public:
  server_legs(const ntlm_users& users, bool anonymous) : users_(users), anonymous_(anonymous) {}

  context::progress step(bytes token, buffer& reply) override {
    return challenge_.empty() ? challenge(token, reply) : authenticate(token);
  }
  [[nodiscard]] const std::string& failure() const noexcept override { return failure_; }
  [[nodiscard]] identity peer() const override { return peer_; }

 private:
  context::progress fail(const char* why) {
    failure_ = why;
    return context::progress::failed;
  }

  context::progress challenge(bytes token, buffer& reply) {
    if (!is(token, type::negotiate, negotiate_size))
      return fail("a token that is no NEGOTIATE_MESSAGE");
    const std::uint32_t asked = number(token, at::negotiate_flags, 4);
    if ((asked & flag::unicode) == 0) return fail("the client does not use Unicode");
    negotiate_.assign(reinterpret_cast<const char*>(token.data()), token.size());
    if (getrandom(nonce_.data(), nonce_.size(), 0) != static_cast<ssize_t>(nonce_.size()))
      return fail("there are no random numbers");

    std::array<char, 65> host{};
    gethostname(host.data(), host.size() - 1);
    const std::string domain = wide(users_.domain());
    std::string information;
    put_pair(information, pair::domain, domain);
    put_pair(information, pair::computer, wide(host.data()));
    put_pair(information, pair::dns_computer, wide(host.data()));
    std::string now;  // in units of 100 ns since 1601
    using ticks = std::chrono::duration<std::uint64_t, std::ratio<1, 10'000'000>>;
    constexpr std::uint64_t unix_epoch = 116'444'736'000'000'000;
    put(now,
        unix_epoch +
            std::chrono::duration_cast<ticks>(std::chrono::system_clock::now().time_since_epoch())
                .count(),
        8);
    put_pair(information, pair::time, now);
    put_pair(information, pair::end, {});

    constexpr std::size_t payload = 56;
    challenge_ = begin(type::challenge);
    put_field(challenge_, domain.size(), payload);
    put(challenge_, (asked & if_asked) | always, 4);
    challenge_.append(reinterpret_cast<const char*>(nonce_.data()), nonce_.size());
    put(challenge_, 0, 8);
    put_field(challenge_, information.size(), payload + domain.size());
    put(challenge_, our_version, 8);
    challenge_ += domain;
    challenge_ += information;
    reply.append(view(challenge_));
    return context::progress::goes_on;
  }

  context::progress authenticate(bytes token) {
    if (!is(token, type::authenticate, authenticate_size))
      return fail("a token that is no AUTHENTICATE_MESSAGE");
    const auto response = field(token, at::nt_response);
    const auto domain = text_field(token, at::domain);
    const auto name = text_field(token, at::user);
    const auto exchanged = field(token, at::session_key);
    constexpr std::size_t least_response = 16 + 28;  // proof, and what it is for
    if (!response || !domain || !name || !exchanged) return fail("fields beyond the end");
    if (name->empty() && response->empty()) return take_anonymous(token, *exchanged);
    if (response->size() < least_response) return fail("no response of NTLMv2");
    const auto domain_text = utf8(*domain);
    const auto name_text = utf8(*name);
    const ntlm_users::user* const user =
        domain_text && name_text ? users_.find(*domain_text, *name_text) : nullptr;

    // As long as it takes for a user that there is.
    static const secret unknown(std::string_view("0123456789abcdef"));
    std::string who;
    put(who, upper(*name));
    put(who, *domain);
    const digest owf = hmac(user != nullptr ? user->hash.bytes() : unknown.bytes(), {view(who)});
    const bytes proof = response->first(16);
    const digest right = hmac(view(owf), {std::as_bytes(std::span(nonce_)), response->subspan(16)});
    if (!same(proof, view(right)) || user == nullptr) return fail("a wrong user or password");

    if (!agree_on_key(token, *exchanged, hmac(view(owf), {proof}))) return fail("no session key");
    if ((number(client_pair(*response, pair::flags), 0, 4) & has_mic) != 0 && !check_mic(token))
      return fail("the tokens have been changed on their way");
    peer_.principal = user->domain + "\\" + user->name;
    return context::progress::done;
  }

  /// A client that does not say who it is (MS-NLMP 3.2.5.1.2), and whose key all know.
  context::progress take_anonymous(bytes token, bytes exchanged) {
    if (!anonymous_) return fail("an anonymous client, and acceptor_options::anonymous is false");
    return agree_on_key(token, exchanged, {}) ? context::progress::done : fail("no session key");
  }

  /// Sets the key of the session: `key`, or the client's, which is encrypted by it.
  bool agree_on_key(bytes token, bytes exchanged, digest key) {
    if ((number(token, at::authenticate_flags, 4) & flag::key_exchange) != 0) {
      if (exchanged.size() != key.size()) return false;
      arcfour_ctx cipher;
      arcfour_set_key(&cipher, key.size(), key.data());
      arcfour_crypt(&cipher, key.size(), key.data(), octets(exchanged.data()));
    }
    peer_.session_key = secret(view(key));
    secret::wipe(std::as_writable_bytes(std::span(key)));
    return true;
  }

  /// MIC (MS-NLMP 3.2.5.1.2), of all three tokens.
  [[nodiscard]] bool check_mic(bytes token) const {
    constexpr std::array<std::byte, 16> zeros{};
    if (token.size() < at::mic + zeros.size()) return false;
    const digest right =
        hmac(peer_.session_key.bytes(), {view(negotiate_), view(challenge_), token.first(at::mic),
                                         zeros, token.subspan(at::mic + zeros.size())});
    return same(token.subspan(at::mic, zeros.size()), view(right));
  }

  const ntlm_users& users_;
  const bool anonymous_;
  std::string negotiate_;
  std::string challenge_;
  std::array<std::uint8_t, 8> nonce_{};
  std::string failure_;
  identity peer_;
};

}  // namespace

ntlm_users::ntlm_users(const std::string& path) {
  std::ifstream file(path);
  if (!file)
    throw error(status::sec_pkg_error, "cannot read the users of NTLM in " + path + ": " +
                                           std::generic_category().message(errno));
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);
       secret::wipe(std::as_writable_bytes(std::span(line)))) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto first = line.find(':');
    const auto second = first == line.npos ? first : line.find(':', first + 1);
    if (second == line.npos)
      throw error(status::sec_pkg_error, path + ", line " + std::to_string(number) +
                                             ": a user of NTLM is written DOMAIN:user:password");
    all_.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                    nt_hash(std::string_view(line).substr(second + 1))});
  }
  if (all_.empty())
    throw error(status::sec_pkg_error,
                path + ": no user of NTLM, which is written DOMAIN:user:password");
}

const ntlm_users::user* ntlm_users::find(std::string_view domain, std::string_view name) const {
  const auto key = [](std::string_view text) {
    return upper(utf16(text).value_or(std::u16string()));
  };
  const auto found = std::ranges::find_if(all_, [&](const user& each) {
    return key(each.name) == key(name) && (domain.empty() || key(each.domain) == key(domain));
  });
  return found == all_.end() ? nullptr : &*found;
}

std::string ntlm_users::domain() const {
  return all_.empty() || all_.front().domain.empty() ? "WORKGROUP" : all_.front().domain;
}

std::unique_ptr<legs> ntlm_server_legs(const ntlm_users& users, bool anonymous) {
  return std::make_unique<server_legs>(users, anonymous);
}

}  // namespace rpc::security
