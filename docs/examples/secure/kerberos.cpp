// kerberos KEYTAB: a server with the keys of host/localhost, and a client with the caller's ticket.
#include "my_vault.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: kerberos KEYTAB\n";
    return 2;
  }
  try {
    const rpc::acceptor_credentials who(
        {.keytab = argv[1], .mechanisms = {rpc::mechanism::spnego, rpc::mechanism::kerberos}});
    rpc::connection_options options;
    options.security = rpc::client_security{.mutual = true};  // negotiated, with privacy
    serve_and_call(who, options);
  } catch (const rpc::error& problem) {
    std::cerr << "kerberos: " << problem.what() << '\n';
    return 1;
  }
}
