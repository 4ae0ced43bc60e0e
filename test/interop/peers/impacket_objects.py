"""impacket_objects.py SERVER: calls the object interfaces of SERVER with impacket's own classes of them."""

import subprocess
import sys

from impacket.dcerpc.v5 import dcomrt, transport
from impacket.uuid import string_to_bin

from impacket_client import SYNTAXES, expect

OBJECT = string_to_bin("00000007-4455-6677-8899-aabbccddeeff")


def connect(port, interface):
    dce = transport.DCERPCTransportFactory(f"ncacn_ip_tcp:127.0.0.1[{port}]").get_dce_rpc()
    dce.connect()
    dce.bind(interface, transfer_syntax=SYNTAXES["ndr20"])
    return dce


def request(kind):
    made = kind()
    made["ORPCthis"]["version"]["MajorVersion"] = 5
    made["ORPCthis"]["version"]["MinorVersion"] = 7
    made["ORPCthis"]["cid"] = OBJECT
    made["ORPCthis"]["extensions"] = dcomrt.NULL
    return made


def reference(public, private):
    made = dcomrt.REMINTERFACEREF()
    made["ipid"] = OBJECT
    made["cPublicRefs"] = public
    made["cPrivateRefs"] = private
    return made


def run(port):
    dce = connect(port, dcomrt.IID_IRemUnknown)
    added = request(dcomrt.RemAddRef)
    added["cInterfaceRefs"] = 2
    added["InterfaceRefs"] = [reference(1, 2), reference(10, 20)]
    answer = dce.request(added, OBJECT, checkError=False)
    expect("RemAddRef", (answer["ErrorCode"], [each["Data"] for each in answer["pResults"]]), (0, [8, 17]))
    released = request(dcomrt.RemRelease)
    released["cInterfaceRefs"] = 1
    released["InterfaceRefs"] = [reference(1, 3)]
    expect("RemRelease", dce.request(released, OBJECT, checkError=False)["ErrorCode"], 0)
    dce.disconnect()

    dce = connect(port, dcomrt.IID_IRemoteSCMActivator)
    created = request(dcomrt.RemoteCreateInstance)
    created["pUnkOuter"] = dcomrt.NULL
    data = bytes(range(1, 8))
    created["pActProperties"] = dcomrt.PMInterfacePointer()
    created["pActProperties"]["ulCntData"] = len(data)
    created["pActProperties"]["abData"] = [bytes([value]) for value in data]
    answer = dce.request(created, OBJECT, checkError=False)
    expect("RemoteCreateInstance", b"".join(answer["ppActProperties"]["abData"]), data[::-1])
    dce.disconnect()


# The server ends when its standard input does.
with subprocess.Popen([sys.argv[1], "ncacn_ip_tcp:127.0.0.1[0]"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                      text=True) as server:
    listening = server.stdout.readline()
    run(int(listening[listening.index("[") + 1:listening.index("]")]))
    server.stdin.close()
    sys.exit(server.wait(60))
