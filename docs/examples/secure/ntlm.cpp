// ntlm USERS PASSWORD: a server whose clients prove by NTLM who they are, and a client, EXAMPLE\alice.
// USERS is a file with the line EXAMPLE:alice:PASSWORD.
#include "my_vault.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: ntlm USERS PASSWORD\n";
    return 2;
  }
  try {
    const rpc::acceptor_credentials who(
        {.ntlm_users = argv[1], .mechanisms = {rpc::mechanism::ntlm}});
    rpc::connection_options options;
    options.security = rpc::client_security{.credentials = {"alice", "EXAMPLE", argv[2]},
                                            .mechanism = rpc::mechanism::ntlm};
    serve_and_call(who, options);
  } catch (const rpc::error& problem) {
    std::cerr << "ntlm: " << problem.what() << '\n';
    return 1;
  }
}
