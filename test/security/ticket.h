#ifndef TEST_SECURITY_TICKET_H
#define TEST_SECURITY_TICKET_H

#include "realm.h"

#include <krb5/krb5.h>

#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Of libkrb5, for its KDC: not in its headers.
extern "C" {
krb5_error_code krb5_encrypt_tkt_part(krb5_context, const krb5_keyblock*, krb5_ticket*);
krb5_error_code encode_krb5_ticket(const krb5_ticket*, krb5_data**);
}

namespace rpc::test {

/// Tickets as the KDC of a domain issues them, which MIT's does not without a database of one: for
/// host/localhost, with a KERB_VALIDATION_INFO. All who have the server's keys can make them.
class domain_ticket {
 public:
  /// What is wrong with it.
  struct faults {
    bool signature = false;        ///< of the account
    krb5_deltat begins = 0;        ///< from now on, in seconds
    krb5_deltat ends = 3600;       ///< the same; the client takes it for an hour
    krb5_deltat client_clock = 0;  ///< what the client's clock is ahead
  };

  /// In a credential cache of its own.
  domain_ticket(const realm& in, std::span<const std::byte> account)
      : domain_ticket(in, account, faults()) {}
  domain_ticket(const realm& in, std::span<const std::byte> account, const faults& wrong)
      : cache_("FILE:" + in.path("domain")) {
    check(krb5_init_context(&library_));
    // Which caches keep, for clients whose clocks are not those of their KDC.
    check(krb5_set_real_time(library_, now() + wrong.client_clock, 0));
    krb5_principal alice, server;
    check(krb5_parse_name(library_, "alice@EXAMPLE.TEST", &alice));
    check(krb5_parse_name(library_, "host/localhost@EXAMPLE.TEST", &server));
    krb5_keytab keytab;
    check(krb5_kt_resolve(library_, in.keytab().c_str(), &keytab));
    krb5_keytab_entry entry;
    check(krb5_kt_get_entry(library_, keytab, server, 0, ENCTYPE_AES256_CTS_HMAC_SHA1_96, &entry));

    krb5_keyblock session;
    check(krb5_c_make_random_key(library_, ENCTYPE_AES256_CTS_HMAC_SHA1_96, &session));
    krb5_enc_tkt_part inner{};
    inner.session = &session;
    inner.client = alice;
    inner.times = {now() + wrong.begins, now() + wrong.begins, now() + wrong.ends, 0};
    inner.authorization_data =
        authorization(account, wrong.signature, inner.times.authtime, alice, entry.key);
    krb5_ticket ticket{};
    ticket.server = server;
    ticket.enc_part2 = &inner;
    check(krb5_encrypt_tkt_part(library_, &entry.key, &ticket));
    ticket.enc_part.kvno = entry.vno;
    krb5_data* encoded = nullptr;
    check(encode_krb5_ticket(&ticket, &encoded));

    krb5_creds credential{};
    credential.client = alice;
    credential.server = server;
    credential.keyblock = session;
    credential.times = {now() - 3600, now() - 3600, now() + 7200, 0};
    credential.ticket = *encoded;
    krb5_ccache cache;
    check(krb5_cc_resolve(library_, cache_.c_str(), &cache));
    check(krb5_cc_initialize(library_, cache, alice));
    check(krb5_cc_store_cred(library_, cache, &credential));
    check(krb5_cc_close(library_, cache));

    krb5_free_data(library_, encoded);
    krb5_free_data_contents(library_, &ticket.enc_part.ciphertext);
    krb5_free_authdata(library_, inner.authorization_data);
    krb5_free_keyblock_contents(library_, &session);
    krb5_free_keytab_entry_contents(library_, &entry);
    krb5_kt_close(library_, keytab);
    krb5_free_principal(library_, alice);
    krb5_free_principal(library_, server);
  }
  domain_ticket(const domain_ticket&) = delete;
  domain_ticket& operator=(const domain_ticket&) = delete;
  ~domain_ticket() { krb5_free_context(library_); }

  /// For KRB5CCNAME.
  [[nodiscard]] const std::string& cache() const noexcept { return cache_; }

 private:
  static void check(krb5_error_code code) {
    if (code != 0) throw std::runtime_error("libkrb5: " + std::to_string(code));
  }
  static krb5_timestamp now() { return static_cast<krb5_timestamp>(std::time(nullptr)); }

  krb5_authdata** authorization(std::span<const std::byte> account, bool wrong, krb5_timestamp at,
                                krb5_principal client, const krb5_keyblock& key) {
    krb5_pac pac;
    check(krb5_pac_init(library_, &pac));
    std::string info(reinterpret_cast<const char*>(account.data()), account.size());
    const krb5_data data{0, static_cast<unsigned>(info.size()), info.data()};
    check(krb5_pac_add_buffer(library_, pac, KRB5_PAC_LOGON_INFO, &data));
    krb5_data encoded;
    check(krb5_pac_sign(library_, pac, at, client, &key, &key, &encoded));
    // The first buffer is that of the account; its header says where it is.
    if (wrong) encoded.data[static_cast<unsigned char>(encoded.data[16])] ^= 1;
    krb5_authdata element{0, KRB5_AUTHDATA_WIN2K_PAC, encoded.length,
                          reinterpret_cast<krb5_octet*>(encoded.data)};
    krb5_authdata* list[] = {&element, nullptr};
    krb5_authdata** container = nullptr;
    check(krb5_encode_authdata_container(library_, KRB5_AUTHDATA_IF_RELEVANT, list, &container));
    krb5_free_data_contents(library_, &encoded);
    krb5_pac_free(library_, pac);
    return container;
  }

  const std::string cache_;
  krb5_context library_ = nullptr;
};

}  // namespace rpc::test

#endif  // TEST_SECURITY_TICKET_H
