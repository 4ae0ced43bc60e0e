// objects_server BINDING: serves the object interfaces of objects.idl until its standard input ends.
#include <algorithm>
#include <iostream>
#include <limits>

#include "objects.h"

namespace {

using rpc::ms::HRESULT;
using rpc::ms::MInterfacePointer;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;

bool is_version_5_7(const ORPCTHIS& with) {
  return with.version.MajorVersion == 5 && with.version.MinorVersion == 7 && !with.extensions;
}

class unknown : public IRemUnknown::service {
 public:
  HRESULT RemAddRef(ORPCTHIS* with, ORPCTHAT* that, std::uint16_t count,
                    objects::REMINTERFACEREF* references, HRESULT* results) override {
    *that = {};
    for (std::uint16_t i = 0; i < count; ++i)
      results[i] = static_cast<HRESULT>(references[i].cPublicRefs + references[i].ipid.Data1);
    return is_version_5_7(*with) ? 0 : 1;
  }

  HRESULT RemRelease(ORPCTHIS*, ORPCTHAT* that, std::uint16_t count,
                     objects::REMINTERFACEREF* references) override {
    *that = {};
    return count == 1 && references->cPrivateRefs == 3 ? 0 : 1;
  }
};

// Returns the second one in reverse.
class activator : public IActivator::service {
 public:
  HRESULT RemoteCreateInstance(ORPCTHIS*, ORPCTHAT* that, MInterfacePointer* outer,
                               MInterfacePointer* properties, MInterfacePointer** made) override {
    *that = {};
    *made = nullptr;
    if (outer || !properties) return 1;
    const std::uint32_t size = properties->ulCntData;
    *made = static_cast<MInterfacePointer*>(rpc::allocate(sizeof(MInterfacePointer) + size));
    (*made)->ulCntData = size;
    std::reverse_copy(properties->abData, properties->abData + size, (*made)->abData);
    return 0;
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: objects_server BINDING\n";
    return 2;
  }
  unknown counts;
  activator makes;
  rpc::server server;
  server.add<IRemUnknown::service>(counts);
  server.add<IActivator::service>(makes);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
}
