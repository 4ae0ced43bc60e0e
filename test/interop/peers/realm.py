"""A Kerberos realm of MIT's programs on the loopback, in a folder of its own: EXAMPLE.TEST, with the user alice and the
server host/localhost."""

import os
import socket
import subprocess
import sys
import tempfile
import time

REALM = "EXAMPLE.TEST"
PASSWORD = "Secret-1"


class Realm:
    def __init__(self, folder):
        self.folder = folder
        self.keytab = f"{folder}/keytab"
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.write("krb5.conf", f"""[libdefaults]
default_realm = {REALM}
dns_lookup_kdc = false
dns_canonicalize_hostname = false
rdns = false
[realms]
{REALM} = {{
  kdc = 127.0.0.1:{port}
}}
[domain_realm]
localhost = {REALM}
""")
        self.write("kdc.conf", f"""[kdcdefaults]
kdc_listen = 127.0.0.1:{port}
kdc_tcp_listen = 127.0.0.1:{port}
[realms]
{REALM} = {{
  database_name = {folder}/principal
  key_stash_file = {folder}/stash
}}
[logging]
kdc = FILE:{folder}/kdc.log
""")
        self.environment = os.environ | {
            "KRB5_CONFIG": f"{folder}/krb5.conf", "KRB5_KDC_PROFILE": f"{folder}/kdc.conf",
            "KRB5CCNAME": f"FILE:{folder}/cache", "KRB5RCACHENAME": "none:"}

    def __enter__(self):
        self.run("/usr/sbin/kdb5_util", "create", "-s", "-r", REALM, "-P", "master")
        self.administer(f"addprinc -pw {PASSWORD} alice")
        self.add_server("localhost")
        self.kdc = subprocess.Popen(["/usr/sbin/krb5kdc", "-n", "-r", REALM], env=self.environment,
                                    stdout=subprocess.DEVNULL)
        for attempt in range(100):
            try:
                self.run("kinit", "alice", text=PASSWORD)
                return self
            except subprocess.CalledProcessError:
                time.sleep(0.1)
        raise RuntimeError("the KDC does not answer")

    def __exit__(self, *_):
        self.kdc.terminate()
        self.kdc.wait()

    def add_server(self, name):
        """A server's principal, whose keys are in the keytab."""
        self.administer(f"addprinc -randkey host/{name}")
        self.administer(f"ktadd -k {self.keytab} host/{name}")

    def administer(self, query):
        self.run("/usr/sbin/kadmin.local", "-r", REALM, "-q", query)

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w") as file:
            file.write(text)

    def run(self, *command, text=None):
        subprocess.run(command, env=self.environment, input=text, text=True, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.STDOUT)


if __name__ == "__main__":  # realm.py COMMAND...: in a realm, with its keytab where KEYTAB is said
    with tempfile.TemporaryDirectory() as place, Realm(place) as running:
        command = [running.keytab if word == "KEYTAB" else word for word in sys.argv[1:]]
        sys.exit(subprocess.run(command, env=running.environment).returncode)
