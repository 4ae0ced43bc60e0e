#ifndef TEST_SECURITY_REALM_H
#define TEST_SECURITY_REALM_H

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

namespace rpc::test {

/// A Kerberos realm of MIT's programs, EXAMPLE.TEST, on the loopback: its KDC runs as long as the
/// object lives, all its files are in a folder of its own. The environment of this process is set
/// to it: KRB5_CONFIG, KRB5CCNAME. The user is alice, with the password Secret-1 and a ticket that
/// can be forwarded; the server is host/localhost, whose keys are in keytab(), and which the KDC
/// trusts with tickets of its clients.
class realm {
 public:
  realm()
      : folder_(std::filesystem::temp_directory_path() / ("realm." + std::to_string(getpid()))) {
    std::filesystem::create_directory(folder_);
    const std::string port = std::to_string(free_port());
    write("krb5.conf",
          "[libdefaults]\ndefault_realm = EXAMPLE.TEST\ndns_lookup_kdc = false\nrdns = false\n"
          "dns_canonicalize_hostname = false\nallow_weak_crypto = true\n"
          "permitted_enctypes = aes256-cts aes128-cts rc4-hmac\n"
          "default_tkt_enctypes = aes256-cts aes128-cts rc4-hmac\nforwardable = true\n"
          "[realms]\nEXAMPLE.TEST = {\n kdc = 127.0.0.1:" +
              port +
              "\n}\n[domain_realm]\n"
              "localhost = EXAMPLE.TEST\n");
    write("kdc.conf", "[kdcdefaults]\nkdc_listen = 127.0.0.1:" + port +
                          "\nkdc_tcp_listen = 127.0.0.1:" + port +
                          "\n[realms]\nEXAMPLE.TEST = {\n database_name = " + path("principal") +
                          "\n key_stash_file = " + path("stash") +
                          "\n supported_enctypes = aes256-cts:normal "
                          "aes128-cts:normal rc4-hmac:normal\n}\n[logging]\nkdc = FILE:" +
                          path("log") + "\n");
    set("KRB5_CONFIG", path("krb5.conf"));
    set("KRB5_KDC_PROFILE", path("kdc.conf"));
    set("KRB5CCNAME", "FILE:" + path("cache"));
    set("KRB5RCACHENAME", "none:");
    run("/usr/sbin/kdb5_util create -s -r EXAMPLE.TEST -P master");
    local("addprinc -pw Secret-1 alice");
    local("addprinc -randkey +ok_as_delegate host/localhost");
    local("addprinc -e rc4-hmac:normal -randkey old/localhost");
    local("ktadd -k " + keytab() + " host/localhost old/localhost");
    kdc_ = fork();
    if (kdc_ == 0) {
      execl("/usr/sbin/krb5kdc", "krb5kdc", "-n", "-r", "EXAMPLE.TEST", nullptr);
      _exit(127);
    }
    for (int i = 0; i < 100; ++i, usleep(50'000))
      if (system(("echo Secret-1 | kinit alice >> " + path("output") + " 2>&1").c_str()) == 0)
        return;
    throw std::runtime_error("the KDC does not answer");
  }
  realm(const realm&) = delete;
  realm& operator=(const realm&) = delete;
  ~realm() {
    kill(kdc_, SIGTERM);
    waitpid(kdc_, nullptr, 0);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string keytab() const { return path("keytab"); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  void run(const std::string& command) const {
    if (system((command + " >> " + path("output") + " 2>&1").c_str()) != 0)
      throw std::runtime_error(command);
  }
  void local(const std::string& query) const {
    run("/usr/sbin/kadmin.local -r EXAMPLE.TEST -q '" + query + "'");
  }

 private:
  static void set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name)) << text;
  }
  static int free_port() {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    bind(fd, reinterpret_cast<sockaddr*>(&at), size);
    getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size);
    close(fd);
    return ntohs(at.sin_port);
  }

  std::filesystem::path folder_;
  pid_t kdc_ = -1;
};

}  // namespace rpc::test

#endif  // TEST_SECURITY_REALM_H
