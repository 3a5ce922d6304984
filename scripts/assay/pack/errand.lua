--- One job for one worker: what must not happen in this process, because it reads or runs what strangers wrote.

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

local function lost(process, state, seconds)
	local ending = process:stop()
	if state == "late" then return ("the worker is not ready after %d s"):format(seconds) end
	return state == "ended" and "the worker " .. ending or "the worker's answer is malformed"
end

--- Sends the jobs one after the other and gives the answer to the last. Raises a failure when one is not answered
--- by "D" or "R".
---@param seconds number for each job
---@param jobs string[][] list of { kind, payload }
---@param where string? stands before the messages
---@return string payload
function errand.run(seconds, jobs, where)
	local before = where and where .. ": " or ""
	local process = failure.check(host.spawn())
	local answer
	for _, job in ipairs(jobs) do
		failure.check(process:send(job[1], job[2], seconds * 1000))
		local kind, payload = wait(process)
		if not kind then failure.raise("refused", "%s%s", before, lost(process, payload, seconds)) end
		if kind ~= "D" and kind ~= "R" then
			process:stop()
			local told = json.decode(payload)
			told = type(told) == "table" and told or {}
			local code = failure.exit[told.code] and told.code or "bad_pack"
			failure.raise(code, "%s%s", before, tostring(told.message or told.reason))
		end
		answer = payload
	end
	process:stop()
	return answer
end

return errand
