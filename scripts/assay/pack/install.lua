--- Installing: read, verify, put aside, try, switch. Until the switch nothing that anybody uses has changed, so
--- whatever goes wrong, and whenever the process ends, the version before goes on working.

local failure = require "assay.failure"
local find = require "assay.pack.find"
local keys = require "assay.pack.keys"
local lock = require "assay.pack.lock"
local manifest = require "assay.pack.manifest"
local proof = require "assay.pack.proof"
local sorted_keys = require "assay.sorted"
local source = require "assay.pack.source"
local store = require "assay.pack.store"
local tree = require "assay.pack.tree"
local version = require "assay.pack.version"

local install = {}

--- What is wrong with the files themselves. Raises a failure.
local function check_sum(files, where)
	local differences = tree.differences(files)
	if differences and #differences > 0 then
		failure.raise("bad_pack", "%s is not what its %s says: %s%s", where, tree.SUM, differences[1],
			#differences > 1 and (" and %d more"):format(#differences - 1) or "")
	end
end

local function check_needed(read)
	local problem = manifest.engine_problem(read)
	if problem then failure.raise("bad_pack", "%s", problem) end
	for _, name in ipairs(sorted_keys(read.requires or {})) do
		local range = read.requires[name]
		local folder = find.named(name)
		if not folder then
			failure.raise("bad_pack", "%s needs the pack %s %s: install that first", read.name, name, range)
		end
		local used = find.manifest(folder)
		if not version.within(version.range(range), version.read(used.version)) then
			failure.raise("bad_pack", "%s needs %s %s, and here is %s", read.name, name, range, used.version)
		end
	end
end

local function check_lock(read, hash, update)
	local pinned = lock.read()[read.name]
	if not pinned or pinned.sha256 == hash or update then return end
	failure.raise("bad_pack", "%s pins %s %s (%s), and this is %s (%s); --update changes the lock", lock.FILE, read.name,
		pinned.version, pinned.sha256:sub(1, 12), read.version, hash:sub(1, 12))
end

--- Who signed the files; nobody only where that is allowed, and another than before only when the key is given.
local function check_signer(files, settings, before, where)
	local signer = keys.signer(files, settings.key, where)
	if signer and before and before.key and before.key ~= signer and not settings.key then
		failure.raise("bad_pack", "%s is signed by key %s, and what is installed by %s (--key takes the new one)", where,
			signer, before.key)
	end
	if not signer and not settings.allow_unsigned then
		failure.raise("bad_pack", "%s is not signed (--allow-unsigned installs it all the same)", where)
	end
	return signer
end

--- Runs what the pack shows of itself, where it lies in the store. Raises a failure with what failed first.
local function try(read, hash, files, where)
	local folder = store.folder(hash)
	local told = proof.run({ pack = folder, where = find.needed(folder) }, files, where)
	local failures = proof.failures(told, read.gates or {})
	if #failures > 0 then
		failure.raise("check_failed", "%s does not hold what it promises: %s%s", where, failures[1],
			#failures > 1 and (" (and %d more)"):format(#failures - 1) or "")
	end
end

--- A failure with the files' place as it was given: the store's means nothing to who reads the message.
local function as_given(problem, hash, where)
	if not failure.is(problem) then return problem end
	local folder, message = store.folder(hash), problem.message
	if message:sub(1, #folder) == folder then problem.message = where .. message:sub(#folder + 1) end
	return problem
end

local function put(read, files, record, settings, where)
	local _ <close> = store.lock()
	local hash, is_new = store.add(tree.with_sum(files, tree.file(files, tree.SIGNATURE)))
	local fine, problem = pcall(try, read, hash, files, where)
	if not fine then
		if is_new then store.drop(hash) end
		error(as_given(problem, hash, where), 0)
	end
	if settings.key then keys.trust(settings.key) end
	store.point(record)
end

--- Installs a pack. Raises a failure; then the version before is still there.
---@param given string folder, .tar.gz or git URL
---@param settings { key: table?, allow_unsigned: boolean?, update: boolean? } key: of signature.public, trusted then
---@return table record { name, version, sha256, source, commit?, key? }
---@return string? before the version that was installed
function install.run(given, settings)
	local files, origin = source.read(given)
	local read = source.manifest(files, given)
	local hash = tree.hash(files)
	check_sum(files, given)
	check_needed(read)
	check_lock(read, hash, settings.update)
	local before = store.record(read.name)
	local record = {
		name = read.name, version = read.version, sha256 = hash, source = origin.source, commit = origin.commit,
		key = check_signer(files, settings, before, given),
	}
	put(read, files, record, settings, given)
	if settings.update and lock.read()[read.name] then
		local records = lock.read()
		records[read.name] = record
		lock.write(records)
	end
	return record, before and before.version
end

local function source_of(record)
	return record.commit and record.source .. "#" .. record.commit or record.source
end

--- Installs a pinned pack after those that it needs.
local function put_locked(name, settings, done, seen)
	local record = lock.read()[name]
	if seen[name] or not record then return end
	seen[name] = true
	for _, needed in ipairs(record.needs or {}) do put_locked(needed, settings, done, seen) end
	local here = store.record(name)
	if record.source == "library" or here and here.sha256 == record.sha256 then return end
	local own = { key = settings.key, allow_unsigned = record.key == nil }
	done[#done + 1] = install.run(source_of(record), own)
end

--- Installs what assay.lock pins and is not here: exactly that content, so what was not signed then need not be now.
--- Raises a failure when a source has something else.
---@param settings table of install.run
---@return table[] records
function install.locked(settings)
	local done, seen = {}, {}
	for _, name in ipairs(sorted_keys(lock.read())) do put_locked(name, settings, done, seen) end
	return done
end

return install
