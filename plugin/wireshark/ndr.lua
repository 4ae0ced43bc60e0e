-- The stub data of DCE/RPC in Wireshark: NDR20 (C706 chapter 14) and NDR64 (MS-RPCE 2.2.5).
--
-- A type is a table: `align`, in NDR20 and in NDR64, and `read(r, tree, at, index)`, where `at` is the
-- member or parameter that it is of, and `index` its number in an array. What holds values that a
-- filter may ask for has them in `leaf`: the constructor of their ProtoField, and names of values.

local function fail(...) error({text = string.format(...)}) end

local function align(r, to) r.at = r.at + (-r.at) % to end

local function take(r, count)
  if r.at + count > r.size then
    fail("the data end too early: %d bytes wanted, %d left", count, math.max(r.size - r.at, 0))
  end
  r.at = r.at + count
  return r.data:range(r.at - count, count)
end

local function number(r, range, signed)
  if range:len() == 8 then
    local value
    if signed then value = r.little and range:le_int64() or range:int64()
    else value = r.little and range:le_uint64() or range:uint64() end
    return value:tonumber()
  end
  if signed then return r.little and range:le_int() or range:int() end
  return r.little and range:le_uint() or range:uint()
end

local function label(at, index) return index and "[" .. index .. "]" or at.name end

local fields = {} -- of the protocol

-- What NDR sends of `name`: a count, or the id of a referent.
local function word(r, tree, name, kind)
  local size = r.syntax == 1 and 4 or 8
  align(r, size)
  local range = take(r, size)
  local item = r.little and tree:add_le(fields[kind], range) or tree:add(fields[kind], range)
  item:prepend_text(name .. " ")
  return number(r, range, kind == "chunk_end"), item
end

local function branch(r, tree, text)
  local begin = r.at
  local item = begin < r.size and tree:add(r.data:range(begin), text) or tree:add(text)
  return item, function() if begin < r.size then item:set_len(math.min(r.at, r.size) - begin) end end
end

-- Reads a construct, and then what its pointers point to; each referent is a construct again.
local function whole(r, read)
  local outer = r.later
  r.later = {}
  r.depth = r.depth + 1
  if r.depth > 100 then fail("pointers are followed to a depth of 100") end
  read()
  for _, referent in ipairs(r.later) do whole(r, referent) end
  r.depth = r.depth - 1
  r.later = outer
end

local function scalar(field, narrow, wide, names, signed)
  local t = {align = {narrow, wide}, leaf = {field = field, names = names}, size = narrow, signed = signed}
  function t.read(r, tree, at, index)
    local size = t.align[r.syntax]
    align(r, size)
    local range = take(r, size)
    local item = r.little and tree:add_le(at.field, range) or tree:add(at.field, range)
    if index then item:prepend_text(label(at, index) .. " ") end
    return number(r, range, signed)
  end
  return t
end

local uint8 = scalar("uint8", 1, 1)
local uint16 = scalar("uint16", 2, 2)
local uint32 = scalar("uint32", 4, 4)
local uint64 = scalar("uint64", 8, 8)
local uint3264 = scalar("uint64", 4, 8)
local int8 = scalar("int8", 1, 1, nil, true)
local int16 = scalar("int16", 2, 2, nil, true)
local int32 = scalar("int32", 4, 4, nil, true)
local int64 = scalar("int64", 8, 8, nil, true)
local int3264 = scalar("int64", 4, 8, nil, true)
local float = scalar("float", 4, 4)
local double = scalar("double", 8, 8)
local boolean = scalar("bool", 1, 1)
local char = scalar("uint8", 1, 1)
local wchar_t = scalar("uint16", 2, 2)
local function enum(names) return scalar("uint32", 2, 4, names) end
local function v1_enum(names) return scalar("int32", 4, 4, names, true) end

local context_handle = {align = {4, 4}, leaf = {field = "bytes"}}
function context_handle.read(r, tree, at)
  align(r, 4)
  tree:add(at.field, take(r, 20))
end

-- Of an arm.
local nothing = {align = {1, 1}, read = function() end}

local function pointer(to, class)
  local t = {align = {4, 8}, leaf = to.leaf}
  function t.read(r, tree, at, index)
    local id, item = word(r, tree, label(at, index), "referent")
    local key = class == "full" and id
    if id == 0 then
      item:append_text(", null")
    elseif not (key and r.known[key]) then
      if key then r.known[key] = true end
      r.later[#r.later + 1] = function() to.read(r, item, at) end
    end
  end
  return t
end

-- Zeros, or what has no meaning.
local ignored = {align = {4, 8}}
function ignored.read(r, tree, at, index) word(r, tree, label(at, index), "ignored") end

local function unique(to) return pointer(to, "unique") end
local function full(to) return pointer(to, "full") end
local function ref(to) return pointer(to, "ref") end

-- An element of an array, which NDR20 has no id of.
local function ref_element(to)
  local t, with_id = {align = {4, 8}, leaf = to.leaf}, ref(to)
  function t.read(r, tree, at, index)
    if r.syntax == 2 then return with_id.read(r, tree, at, index) end
    r.later[#r.later + 1] = function() to.read(r, tree, at, index) end
  end
  return t
end

-- Elements that are one value together: text, or octets.
local function block(of, field)
  return {align = of.align, size = of.size, leaf = {field = field}, is_block = true}
end

local function elements(r, tree, at, index, of, count)
  if count > r.size - r.at then
    fail("'%s': a count of %.0f elements, but %d bytes are left", at.name, count, math.max(r.size - r.at, 0))
  end
  if not of.is_block then
    local item, close = branch(r, tree, string.format("%s: %.0f elements", label(at, index), count))
    for number = 0, count - 1 do of.read(r, item, at, number) end
    return close()
  end
  align(r, of.size)
  local item
  if count == 0 then
    item = tree:add(at.name .. ": (empty)")
  elseif of.leaf.field == "string" then
    local range = take(r, count * of.size)
    local text = of.size == 1 and range:string() or r.little and range:le_ustring() or range:ustring()
    item = tree:add(at.field, range, (text:gsub("%z.*", "")))
  else
    item = tree:add(at.field, take(r, count))
  end
  if index then item:prepend_text(label(at, index) .. " ") end
end

-- `form` says what it has: conformant, varying, text; `extent` elements if it is not conformant.
local function array(of, form, extent)
  if form.text then of = block(of, "string") elseif of == uint8 or of == char then of = block(of, "bytes") end
  local t = {leaf = of.leaf, open = form.conformant}
  local counts = not form.conformant and form.varying
  t.align = {math.max(of.align[1], counts and 4 or 1), math.max(of.align[2], counts and 8 or 1)}
  function t.read(r, tree, at, index)
    local count = extent
    if form.conformant then
      count = r.max_count or word(r, tree, at.name, "max_count")
      r.max_count = nil
    end
    if form.varying then
      word(r, tree, at.name, "offset")
      count = word(r, tree, at.name, "actual_count")
    end
    elements(r, tree, at, index, of, count)
  end
  return t
end

-- The objects of full pointers that the server has released.
local deletions = {align = {4, 8}}
function deletions.read(r, tree, at)
  for number = 0, word(r, tree, at.name, "count") - 1 do word(r, tree, label(at, number), "referent") end
end

local function structure(name, narrow, wide)
  local t = {name = name, align = {narrow, wide}, members = {}}
  function t.read(r, tree, at, index)
    -- The count of an array at its end comes before all.
    if t.open and not r.max_count then r.max_count = word(r, tree, label(at, index), "max_count") end
    align(r, t.align[r.syntax])
    local item, close = branch(r, tree, label(at, index) .. ": " .. name)
    for _, member in ipairs(t.members) do member.type.read(r, item, member) end
    if r.syntax == 2 then align(r, t.align[2]) end
    close()
  end
  return t
end

-- `arms` is what NDR20 aligns arms to in an ms_union. Each arm has its cases, none if it is the default.
local function union(name, narrow, wide, arms)
  local t = {name = name, align = {narrow, wide}, members = {}}
  function t.read(r, tree, at, index)
    if r.syntax == 2 then align(r, t.align[2]) end
    local item, close = branch(r, tree, label(at, index) .. ": " .. name)
    local tag = t.tag.type.read(r, item, t.tag)
    local selected
    for _, member in ipairs(t.members) do
      if not member.cases then selected = selected or member end
      for _, case in ipairs(member.cases or {}) do
        if case == tag then selected = member end
      end
    end
    if not selected then fail("'%s': there is no arm for %d", at.name, tag) end
    if r.syntax == 2 then align(r, t.align[2]) elseif arms then align(r, arms) end
    selected.type.read(r, item, selected)
    close()
  end
  return t
end

local function pipe(of)
  if of == uint8 or of == char then of = block(of, "bytes") end
  local t = {align = {1, 1}, leaf = of.leaf}
  function t.read(r, tree, at)
    repeat
      local count = word(r, tree, at.name, "chunk_count")
      if count > 0 then elements(r, tree, at, nil, of, count) end
      if r.syntax == 2 then word(r, tree, at.name, "chunk_end") end
    until count == 0
  end
  return t
end

-- What a file declares.

local protocol, interfaces = nil, {}

local function dissector(name, description)
  protocol = Proto("dcerpc_" .. name, description)
  local filter = "dcerpc_" .. name .. "."
  fields.operation = ProtoField.string(filter .. "operation", "operation")
  fields.referent = ProtoField.uint64(filter .. "referent", "referent", base.HEX)
  for _, count in ipairs({"max_count", "offset", "actual_count", "chunk_count", "count", "ignored"}) do
    fields[count] = ProtoField.uint64(filter .. count, count)
  end
  fields.chunk_end = ProtoField.int64(filter .. "chunk_end", "chunk_end")
end

-- Gives members their fields: "dcerpc_echo.node.value".
local function members(owner, all)
  for _, member in ipairs(all) do
    member.name, member.type = member[1], member[2]
    local leaf = member.type.leaf
    if leaf then
      local filter = table.concat({protocol.name:lower(), owner, member.name}, "."):gsub("[^%w_.]", "_")
      local make = ProtoField[leaf.field]
      if leaf.names then
        member.field = make(filter, member.name, base.DEC, leaf.names)
      else
        member.field = make(filter, member.name)
      end
      fields[#fields + 1] = member.field
    end
  end
  return all
end

local function fill(t, all)
  t.members = members(t.name, all)
  t.open = #all > 0 and all[#all].type.open
end

local function choose(t, tag, all)
  t.tag = members(t.name, {tag})[1]
  t.members = members(t.name, all)
  return t
end

local function interface(name, uuid, major)
  local all = {}
  interfaces[uuid .. " " .. major] = all
  return function(opnum, operation, request, response)
    all[opnum] = {
      name = name .. "." .. operation,
      request = members(operation, request),
      response = members(operation, response),
    }
  end
end

-- What Wireshark's dissector of DCE/RPC has found in a frame.

local wanted = {
  stream = "tcp.stream", kind = "dcerpc.pkt_type", first = "dcerpc.cn_flags.first_frag", last = "dcerpc.cn_flags.last_frag",
  order = "dcerpc.drep.byteorder", context = "dcerpc.cn_ctx_id", uuid = "dcerpc.cn_bind_to_uuid",
  major = "dcerpc.cn_bind_if_ver", result = "dcerpc.cn_ack_result", syntax = "dcerpc.cn_ack_trans_id",
  opnum = "dcerpc.opnum", joined = "dcerpc.reassembled.length",
  -- Of interfaces that Wireshark does not know, and of those that it does.
  stub = "dcerpc.stub_data", payload = "dcerpc.payload_stub_data",
}
local key_of = {}
for key, name in pairs(wanted) do
  wanted[key] = Field.new(name)
  key_of[name] = key
end

local syntaxes = {
  ["8a885d04-1ceb-11c9-9fe8-08002b104860"] = 1,
  ["71710533-beba-4937-8319-b5dbef9ccc36"] = 2,
}

-- Of each stream: what its last bind offers, and its contexts. They are learnt while frames are read in their order, and not
-- when one of them is shown again.
local offered, bound = {}, {}

local function show(pdu, tree, pinfo, contexts)
  local context = contexts[pdu.context]
  local operations = context and interfaces[context.interface]
  local operation = operations and operations[pdu.opnum]
  if not operation or not context.syntax then return end
  local direction = pdu.kind == 0 and "request" or "response"
  local data = pdu.stub and pdu.stub.range
  local item = data and tree:add(protocol, data) or tree:add(protocol)
  item:append_text(string.format(", %s %s", operation.name, direction))
  item:add(fields.operation, operation.name):set_generated()
  pinfo.cols.info:append(" " .. operation.name)
  local r = {
    data = data, at = 0, size = data and data:len() or 0, little = pdu.order == 1, syntax = context.syntax,
    later = {}, known = {}, depth = 0,
  }
  local ok, wrong = pcall(function()
    for _, member in ipairs(operation[direction]) do
      whole(r, function() member.type.read(r, item, member) end)
    end
  end)
  if not ok then
    item:add_expert_info(PI_MALFORMED, PI_ERROR, type(wrong) == "table" and wrong.text or tostring(wrong))
  end
  if r.at < r.size then item:add(data:range(r.at), string.format("unread: %d bytes", r.size - r.at)) end
end

local function finish()
  protocol.fields = fields
  function protocol.init() offered, bound = {}, {} end

  function protocol.dissector(_, pinfo, tree)
    local stream = wanted.stream()
    if not wanted.kind() or not stream then return end
    stream = stream.value
    bound[stream] = bound[stream] or {}
    local joined, pdu, results = wanted.joined(), nil, 0
    local function finished()
      -- Fragments are shown where the last one completes the message.
      local complete = pdu and pdu.last and (pdu.first or joined)
      if complete and (pdu.kind == 0 or pdu.kind == 2) then show(pdu, tree, pinfo, bound[stream]) end
    end
    for _, info in ipairs({all_field_infos()}) do
      local key = key_of[info.name]
      if key == "kind" then
        finished()
        pdu, results = {kind = info.value}, 0
        if not pinfo.visited and (pdu.kind == 11 or pdu.kind == 14) then offered[stream] = {} end
      elseif pdu and (key == "stub" or key == "payload") then
        pdu.stub = info
      elseif pdu and key then
        -- A uuid has no value in Lua.
        pdu[key] = (key == "uuid" or key == "syntax") and tostring(info):lower() or info.value
        local offers = not pinfo.visited and offered[stream]
        if key == "major" and offers then
          offers[#offers + 1] = {context = pdu.context, interface = pdu.uuid .. " " .. pdu.major}
        elseif key == "syntax" and offers then
          results = results + 1
          local offer = offers[results]
          if offer and pdu.result == 0 then
            bound[stream][offer.context] = {interface = offer.interface, syntax = syntaxes[pdu.syntax]}
          end
        end
      end
    end
    finished()
  end

  register_postdissector(protocol)
end
