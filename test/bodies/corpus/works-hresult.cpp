// Windows style with HRESULT and helpers: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_hresult {
using namespace works;
using HRESULT = int;
using ULONG = unsigned;
using LPSTR = char *;
using LPCSTR = const char *;
constexpr HRESULT S_OK = 0, E_FAIL = -1, E_OUTOFMEMORY = -2, E_INVALIDARG = -3;
#define SUCCEEDED(hr) ((hr) >= 0)
#define FAILED(hr) ((hr) < 0)
#define IfFailGo(e)                                                                                                                                  \
  do {                                                                                                                                               \
    hr = (e);                                                                                                                                        \
    if (FAILED(hr))                                                                                                                                  \
      goto Error;                                                                                                                                    \
  } while (0)
#define IfNullGo(e)                                                                                                                                  \
  do {                                                                                                                                               \
    if ((e) == NULL) {                                                                                                                               \
      hr = E_OUTOFMEMORY;                                                                                                                            \
      goto Error;                                                                                                                                    \
    }                                                                                                                                                \
  } while (0)
#define ZeroMemory(p, n) memset((p), 0, (n))
#define CopyMemory memcpy
static void *CoTaskMemAlloc(size_t cb) {
  return rpc::allocate(cb);
}
static void CoTaskMemFree(void *p) {
  rpc::free(p);
}
static HRESULT AllocString(LPCSTR src, LPSTR *out) {
  *out = (LPSTR)CoTaskMemAlloc(strlen(src) + 1);
  if (!*out)
    return E_OUTOFMEMORY;
  CopyMemory(*out, src, strlen(src) + 1);
  return S_OK;
}
static ULONG g_rgColours[32];
static LPCSTR g_pszNote;
struct a1 : service {
  HRESULT get_event(cal h, ULONG id, event **ppEvent) override {
    HRESULT hr = S_OK;
    event *pEvent = NULL;
    IfNullGo(pEvent = (event *)CoTaskMemAlloc(sizeof(event)));
    IfFailGo(AllocString(h->owner.c_str(), &pEvent->title));
    pEvent->count = 0;
    pEvent->rooms = NULL;
    pEvent->people = NULL;
    pEvent->at = (when *)CoTaskMemAlloc(sizeof(when));
    pEvent->at->start = id;
  Error:
    *ppEvent = pEvent;
    return hr; // expected-warning {{[failure-inconsistent]}}
  }
};
struct a2 : service {
  HRESULT caption(ULONG index, LPSTR *ppsz) override {
    HRESULT hr = S_OK;
  CHAR_BUF:
    char sz[40];
    (void)index;
    snprintf(sz, sizeof(sz), "%u", index);
    *ppsz = sz; // expected-warning {{[return-stack]}}
    return hr;
  }
};
struct a3 : service {
  HRESULT note(cal, LPCSTR psz) override {
    g_pszNote = psz; // expected-warning {{[retain-pointer]}}
    return S_OK;
  }
};
struct a4 : service {
  HRESULT palette(ULONG index, ULONG *pColour) override {
    HRESULT hr = S_OK;
    if (index > 0)
      hr = S_OK;
    if (pColour == NULL)
      return E_INVALIDARG;
    *pColour = g_rgColours[index * 2 + 1]; // missed: [client-size-trust], 'index > 0' is a comparison
    return hr;
  }
};
struct a5 : service {
  HRESULT invite(cal h, const attendee *pFirst) override {
    HRESULT hr = S_OK;
    if (strlen(pFirst->name) > 40) // expected-warning {{[unchecked-null]}} expected-warning {{[unchecked-null]}}
      hr = E_INVALIDARG;
    h->touch();
    return hr;
  }
};
struct a6 : service {
  HRESULT close_calendar(cal *ph) override {
    HRESULT hr = E_INVALIDARG;
    if (ph != NULL && *ph != NULL) {
      calendar *p = *ph;
      if (p->dirty)
        p->touch();
      delete p; // expected-warning {{[ctx-not-nulled]}}
      hr = S_OK;
    }
    return hr;
  }
};
struct a7 : service {
  HRESULT forget(cal h) override {
    std::unique_ptr<calendar> p(h); // expected-warning {{[ctx-free-in-only]}}
    return S_OK;
  }
};
struct a8 : service {
  HRESULT read_tile(ULONG w, ULONG h, tile **ppTile) override {
    HRESULT hr = S_OK;
    tile *p = NULL;
    IfNullGo(p = (tile *)CoTaskMemAlloc(sizeof(tile)));
    ZeroMemory(p, sizeof(*p));
    p->pixels = (unsigned char *)CoTaskMemAlloc(w * h * 4); // expected-warning {{[client-size-trust]}}
    IfNullGo(p->pixels);
    p->size = w * h * 4;
  Error:
    *ppTile = p;
    return hr;
  }
};
struct a9 : service {
  HRESULT write_tile(const tile *pTile) override {
    tile *p = const_cast<tile *>(pTile);
    if (p->pixels != NULL)
      CoTaskMemFree(p->pixels); // expected-warning {{[free-embedded]}}
    return S_OK;
  }
};
struct b1 : service {
  HRESULT rename_event(ULONG id, LPSTR title) override {
    size_t cch = strlen(title);
    title[cch] = '!';      // expected-warning {{[inout-string-grow]}}
    title[cch + 1] = '\0'; // expected-warning {{[inout-string-grow]}}
    return id ? S_OK : E_FAIL;
  }
};
struct b2 : service {
  HRESULT bins(ULONG n, ULONG **ppCounts) override {
    ULONG *p = new (std::nothrow) ULONG[16];
    (void)n;
    if (!p) {
      *ppCounts = NULL;
      return E_OUTOFMEMORY;
    }
    ZeroMemory(p, 16 * sizeof(ULONG));
    *ppCounts = p; // expected-warning {{[foreign-allocator]}}
    return S_OK;
  }
};
struct b3 : service {
  HRESULT tree(ULONG depth, folder **ppRoot) override {
    folder *p = (folder *)CoTaskMemAlloc(sizeof(folder));
    if (!p)
      return E_OUTOFMEMORY;
    p->id = depth;
    p->first = NULL;
    p->next = NULL;
    *ppRoot = p;
    return S_OK; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct b4 : service {
  HRESULT slots(ULONG n, ULONG *pGot, ULONG *rgSlots) override {
    ULONG i;
    for (i = 0; i < n; i++)
      rgSlots[i] = i;
    *pGot = i + n; // missed: [length-exceeds-size], how far a loop has counted is not known
    return S_OK;
  }
};
struct b5 : service {
  HRESULT attendees(cal, ULONG, attendee **ppFirst) override {
    attendee *p = (attendee *)CoTaskMemAlloc(sizeof(attendee));
    if (!p)
      return E_OUTOFMEMORY;
    ZeroMemory(p, sizeof(*p));
    AllocString("all", &p->name);
    p->next = p; // missed: [alias-unique], the reason is to be found out
    *ppFirst = p;
    return S_OK;
  }
};
struct b6 : service {
  HRESULT describe(ULONG id, shape *pShape) override {
    std::string text = "shape " + std::to_string(id);
    pShape->kind = 2;
    pShape->u.text = text.data(); // expected-warning {{[return-stack]}}
    return S_OK;
  }
};
struct b7 : service {
  HRESULT answer(ULONG id, ULONG *pYes) override {
    if (!known(id))
      return E_FAIL;
    *pYes = 1; // expected-warning {{[lost-result]}}
    return S_OK;
  }
};
HRESULT Use1(const client &c, cal h) {
  event *p = NULL;
  HRESULT hr = c.get_event(h, 7, &p);
  if (FAILED(hr))
    return hr;
  hr = (p != NULL && p->count > 0) ? S_OK : E_FAIL;
  if (FAILED(hr))
    return hr; // missed: [orphan-client], whether there is memory is kept in a status
  CoTaskMemFree(p);
  return hr;
}
HRESULT Use2(const client &c) {
  tile *p = NULL;
  HRESULT hr = c.read_tile(2, 2, &p);
  if (SUCCEEDED(hr) && p) {
    rpc::free(p);
    if (p->size) // expected-warning {{[dangling-client]}}
      trace("x");
  }
  return hr;
}
HRESULT Use3(const client &c) {
  LPSTR psz = NULL;
  HRESULT hr = c.caption(2, &psz);
  if (SUCCEEDED(hr))
    delete[] psz; // expected-warning {{[deallocator-client]}}
  return hr;
}
HRESULT Use4(const client &c) {
  folder *p = c.home(1);
  p = c.home(2); // expected-warning {{[orphan-client]}}
  rpc::free(p);
  return S_OK;
}
}
