"""secure.py SERVER smbtorture MECHANISM LEVEL | impacket LEVEL | anonymous LEVEL

Starts SERVER with a file of NTLM users and the keytab of a Kerberos realm, both made on the spot, and lets the peer
authenticate: in NDR20, NDR64 and big-endian.
"""

import subprocess
import sys
import tempfile

import impacket_client
import realm
import recorder
import smbtorture
import tshark

DOMAIN = "EXAMPLE"
LEVELS = {"connect": 2, "integrity": 5, "privacy": 6}


def torture(port, folder, kerberos, mechanism, level):
    who = ["-U", f"alice@{realm.REALM}%{realm.PASSWORD}", "--use-kerberos=required"] if "krb5" in mechanism else \
          ["-U", f"{DOMAIN}\\alice%{realm.PASSWORD}", "--use-kerberos=disabled"]
    options = [f"--option=realm={realm.REALM}", *who]
    for syntax, more in (("", []), (",ndr64", [smbtorture.QUICK]), (",bigendian", [smbtorture.QUICK])):
        smbtorture.run(port, folder, f"{mechanism},{level},target_hostname=localhost{syntax}", [*options, *more],
                       kerberos.environment)


def impacket(port, folder, _kerberos, level, user="alice", password=realm.PASSWORD):
    for syntax in ("ndr20", "ndr64"):
        for fragments in ("whole", "fragments"):
            impacket_client.run(port, folder, syntax, fragments, (DOMAIN, user, password, LEVELS[level]))


def anonymous(port, folder, kerberos, level):
    impacket(port, folder, kerberos, level, "", "")


def main(server, peer, *arguments):
    with tempfile.TemporaryDirectory() as folder, realm.Realm(folder) as kerberos:
        users = f"{folder}/users"
        with open(users, "w") as file:
            file.write(f"{DOMAIN}:alice:{realm.PASSWORD}\n")
        capture = f"{folder}/capture.pcap"
        accepts = "anonymous" if peer == "anonymous" else kerberos.keytab
        with subprocess.Popen([server, "ncacn_ip_tcp:127.0.0.1[0]", users, accepts], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True, env=kerberos.environment) as process:
            listening = process.stdout.readline()
            port = int(listening[listening.index("[") + 1:listening.index("]")])
            with recorder.Recorder(port, capture) as recorded:
                peers = {"smbtorture": torture, "impacket": impacket, "anonymous": anonymous}
                peers[peer](recorded.port, folder, kerberos, *arguments)
            process.stdin.close()
            if process.wait(60) != 0:
                sys.exit(f"the server ended with status {process.returncode}")
        tshark.check(capture, recorded.port)
        if peer == "anonymous":
            tshark.check_anonymous(capture, recorded.port)
        elif arguments == ("ntlm", "seal"):
            tshark.check_decryption(capture, recorded.port, realm.PASSWORD)


main(*sys.argv[1:])
