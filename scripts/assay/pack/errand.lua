--- One job for one worker: what must not happen in this process, because it reads what strangers wrote.

local failure = require "assay.failure"
local host = require "assay.host"
local json = require "assay.core".json

local errand = {}

local function wait(process)
	while true do
		local state, kind, payload = process:take()
		if state == "answered" then return kind, payload end
		if state ~= "busy" then return nil, state end
		host.wait({ process }, -1)
		if host.interrupted() then error("interrupted", 0) end
	end
end

local function lost(state, ending, seconds)
	if state == "late" then return ("the worker is not ready after %d s"):format(seconds) end
	return state == "ended" and "the worker " .. ending or "the worker's answer is malformed"
end

--- Sends the job and gives the answer "D". Raises a failure when there is another one or none.
---@param kind string of the frame (assay.worker)
---@param payload string
---@param seconds number
---@param where string stands before the messages
---@return string answer
function errand.run(kind, payload, seconds, where)
	local process = failure.check(host.spawn())
	failure.check(process:send(kind, payload, seconds * 1000))
	local answer, told = wait(process)
	local ending = process:stop()
	if answer == "D" then return told end
	if not answer then failure.raise("refused", "%s: %s", where, lost(told, ending, seconds)) end
	local reason = json.decode(told)
	failure.raise("bad_pack", "%s: %s", where, tostring(type(reason) == "table" and reason.reason))
end

return errand
