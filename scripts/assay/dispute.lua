--- What kind of dispute it is when reports disagree on an actor's position: method F16.
---
---   divided           different persons or bodies of the actor take the two sides
---   changed           one side is reported wholly before the other
---   reports-conflict  the same holder at the same time, by different reports

local dispute = {}

local function side_of(positions, actor, sign)
	local side = { nodes = {}, articles = {}, people_only = true }
	for _, position in ipairs(positions) do
		local record = position.record
		if record.sign * sign > 0 then
			side.nodes[record.person or actor], side.articles[position.article] = true, true
			side.people_only = side.people_only and record.person ~= nil
			local day = position.published
			side.undated = side.undated or not day
			if day and (not side.first or day < side.first) then side.first = day end
			if day and (not side.last or day > side.last) then side.last = day end
		end
	end
	return side
end

local function share_a_key(a, b)
	for key in pairs(a) do
		if b[key] then return true end
	end
	return false
end

local function one_article(a, b)
	local id = next(a.articles)
	return next(a.articles, id) == nil and b.articles[id] and next(b.articles, next(b.articles)) == nil
end

--- The kind of dispute, or nil: one article that reports both sides is ambivalent, not disputed.
---@param positions table list of { record = evidence, article = id, published = ISO date or nil }
---@param actor string
---@return string? kind
function dispute.kind(positions, actor)
	local pro, con = side_of(positions, actor, 1), side_of(positions, actor, -1)
	if not next(pro.nodes) or not next(con.nodes) or one_article(pro, con) then return nil end
	if pro.people_only and con.people_only and not share_a_key(pro.nodes, con.nodes) then return "divided" end
	local dated = not pro.undated and not con.undated
	if dated and (pro.last < con.first or con.last < pro.first) then return "changed" end
	return "reports-conflict"
end

return dispute
