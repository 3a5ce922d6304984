--- Packs from git repositories. The program git fetches one commit into a bare repository that is thrown away; what
--- stands in the commit comes as an archive through the same reader as any other. No file is checked out, so no hook,
--- filter, link or submodule of the repository does anything, and no configuration but what is given here is read.

local archive = require "assay.pack.archive"
local disk = require "assay.pack.disk"
local failure = require "assay.failure"
local host = require "assay.host"
local policy = require "assay.pack.policy"

local git = {}

local MILLISECONDS = 300000

local OPTIONS = {
	"core.hooksPath=/dev/null", "core.fsmonitor=false", "core.askPass=", "credential.helper=", "submodule.recurse=false",
	"fetch.fsckObjects=true", "transfer.fsckObjects=true", "gc.auto=0", "init.defaultBranch=pack",
	"protocol.allow=never", "protocol.https.allow=always", "protocol.ssh.allow=always", "protocol.file.allow=always",
	"http.followRedirects=initial", "tar.umask=0022",
}

local KEPT = { "PATH", "HOME", "SSH_AUTH_SOCK", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE" }

local function environment()
	local list = {
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_SSH_COMMAND=ssh -oBatchMode=yes", "GIT_HTTP_LOW_SPEED_LIMIT=1000",
		"GIT_HTTP_LOW_SPEED_TIME=60", "LC_ALL=C",
	}
	for _, name in ipairs(KEPT) do
		local value = os.getenv(name)
		if value then list[#list + 1] = name .. "=" .. value end
	end
	return list
end

local function last_line(text) return text:match "([^\n]+)\n*$" or "it says nothing" end

local function call(folder, limit, ...)
	local arguments = { "git", "-C", folder }
	for _, option in ipairs(OPTIONS) do table.move({ "-c", option }, 1, 2, #arguments + 1, arguments) end
	table.move({ ... }, 1, select("#", ...), #arguments + 1, arguments)
	local status, output, told = host.call(arguments, environment(), limit, MILLISECONDS)
	if not status then failure.raise("io", "%s", output) end
	if status ~= 0 then failure.raise("io", "git: %s", last_line(told)) end
	return output
end

--- Whether a source is fetched by git: https://, ssh:// or file://, in the end perhaps #COMMIT.
---@return string? url
---@return string? commit
function git.parts(source)
	local url, commit = source:match "^([^#]+)#?(.*)$"
	if not url or not (url:find "^https://." or url:find "^ssh://[^-]" or url:find "^file:///") or url:find "[%c ]" then
		return nil
	end
	return url, commit ~= "" and commit or nil
end

local function fetch(folder, url, commit)
	call(folder, 65536, "init", "--quiet", "--bare", "--template=", ".")
	call(folder, 65536, "fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-commit-graph",
		"--", url, commit or "HEAD")
	local head = call(folder, 4096, "rev-parse", "--verify", "FETCH_HEAD^{commit}"):match "^(%x+)\n$"
	if not head or commit and head ~= commit then failure.raise("io", "git: %s has no commit %s", url, commit or "") end
	return call(folder, policy.ARCHIVE, "archive", "--format=tar", head), head
end

--- Fetches the files of a commit. Raises a failure.
---@param url string
---@param commit string? the whole hexadecimal name; without it, what HEAD is there
---@return table files
---@return string commit
function git.read(url, commit)
	if commit and not (commit:find "^%x+$" and (#commit == 40 or #commit == 64)) then
		failure.raise("usage", "%s: a commit is given by its whole hexadecimal name", url)
	end
	local folder = failure.check(host.make_folder_beside((os.getenv "TMPDIR" or "/tmp") .. "/assay-git"))
	local fine, bytes, head = pcall(fetch, folder, url, commit)
	disk.remove(folder)
	if not fine then error(bytes, 0) end
	return archive.read(bytes, url), head
end

return git
