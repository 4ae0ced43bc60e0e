"""impacket_pac.py PAC: impacket reads the PAC_DEVICE_INFO that PAC, the program of that name, writes; and PAC reads the one
that impacket writes."""

import subprocess
import sys
import tempfile

from impacket.dcerpc.v5.dtypes import NULL
from impacket.dcerpc.v5.ndr import NDRPOINTER
from impacket.dcerpc.v5.nrpc import GROUP_MEMBERSHIP
from impacket.dcerpc.v5.rpcrt import TypeSerialization1
from impacket.krb5 import pac

USER, PRIMARY_GROUP = 1103, 515
ACCOUNT_DOMAIN, EXTRA = "S-1-5-21-1000", "S-1-5-21-2000"
GROUPS = [(513, 7), (515, 7), (518, 3)]


class DeviceInfoPointer(NDRPOINTER):
    referent = (("Data", pac.PAC_DEVICE_INFO),)


class DeviceInfo(TypeSerialization1):
    structure = (("Data", DeviceInfoPointer),)


def write():
    info = DeviceInfo()
    data = info["Data"]
    data["UserId"], data["PrimaryGroupId"] = USER, PRIMARY_GROUP
    data["AccountDomainId"].fromCanonical(ACCOUNT_DOMAIN)
    for number, attributes in GROUPS:
        group = GROUP_MEMBERSHIP()
        group["RelativeId"], group["Attributes"] = number, attributes
        data["AccountGroupIds"].append(group)
    data["AccountGroupCount"] = len(GROUPS)
    extra = pac.KERB_SID_AND_ATTRIBUTES()
    extra["Sid"].fromCanonical(EXTRA)
    extra["Attributes"] = 7
    none = pac.KERB_SID_AND_ATTRIBUTES()
    none["Sid"] = NULL
    none["Attributes"] = 0
    data["ExtraSids"].append(extra)
    data["ExtraSids"].append(none)
    data["SidCount"] = 2
    data["DomainGroup"] = NULL
    return info.getData() + info.getDataReferents()


def check(data):
    info = DeviceInfo(data)
    header, length = info["CommonHeader"], info["PrivateHeader"]["ObjectBufferLength"]
    assert (header["Version"], header["Endianness"], header["CommonHeaderLength"]) == (1, 0x10, 8)
    assert length == len(data) - 16 and length % 8 == 0
    rest = data[len(info.getData()):]
    info.fromStringReferents(rest)
    info = info["Data"]
    print(info.dump())
    assert (info["UserId"], info["PrimaryGroupId"]) == (USER, PRIMARY_GROUP)
    assert info["AccountDomainId"].formatCanonical() == ACCOUNT_DOMAIN
    assert [(g["RelativeId"], g["Attributes"]) for g in info["AccountGroupIds"]] == GROUPS
    assert info["ExtraSids"][0]["Sid"].formatCanonical() == EXTRA
    assert [s["Attributes"] for s in info["ExtraSids"]] == [7, 0]
    assert info["DomainGroupCount"] == 0


def main(program):
    ours = subprocess.run([program], check=True, stdout=subprocess.PIPE).stdout
    check(ours)
    with tempfile.NamedTemporaryFile() as file:
        file.write(write())
        file.flush()
        again = subprocess.run([program, file.name], check=True, stdout=subprocess.PIPE).stdout
    assert again == ours, f"{again.hex()}\n{ours.hex()}"


main(*sys.argv[1:])
