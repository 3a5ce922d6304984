-- What pages put around an article.
local starts = {
	"first published", "last updated", "last update", "last modified", "updated :", "updated on", "updated at",
	"updated #", "published :", "published on", "published at", "published #",
	"posted on", "posted :", "publish date", "date :", "share this", "share on",
	"photo by", "photo :", "photos :", "photograph :", "picture :", "image :", "image by", "image credit", "image source",
	"photo credit", "file photo :", "video :", "credit :", "caption :", "source :", "copyright", "© #", "©",
	"all rights reserved", "reporting by", "additional reporting by", "editing by", "writing by", "compiled by",
	"translated by", "by ~staff", "by ap", "by afp", "by reuters", "by our correspondent", "by news agencies",
	"by agencies", "read more :", "read also :", "read next :", "see also :", "related :", "watch :", "also read",
	"listen to this", "sign up for", "sign up to", "subscribe to", "follow us", "join our", "download our",
	"get the latest", "click here", "tags :", "topics :", "keywords :", "contact us", "this article was originally",
	"this article first appeared", "this article originally appeared", "this story has been updated",
	"this article has been updated", "this story was originally", "this article contains affiliate",
	"want to read more", "already a subscriber", "have a news tip", "enjoying this article", "more on this",
	"the views expressed", "the opinions expressed", "opinions expressed", "view original", "story continues below",
	"article continues below", "you may also like", "estimated reading time", "reading time", "advertisement",
}

-- "Updated Monday …", "Published Nov. 10 …".
for date in ([[
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. today yesterday
]]):gmatch("%S+") do
	starts[#starts + 1] = "updated " .. date
	starts[#starts + 1] = "published " .. date
end

return {
	classes = {
		["furniture.line"] = {
			"editor", "share", "share this", "share this article", "share this story", "share article", "share on facebook",
			"share on twitter", "share on x", "share on whatsapp", "share via email", "copy link", "copy url", "save",
			"save article", "# min read", "# minute read", "# mins read", "# minutes read", "min read", "advertisement",
			"advertisements", "ad", "sponsored", "sponsored content", "promoted content", "paid content", "read more",
			"read also", "read next", "see also", "more on this", "more on this story", "more on this topic",
			"more from this section", "more stories", "more news", "top stories", "latest news", "related", "related articles",
			"related stories", "related news", "related topics", "related content", "recommended", "recommended stories",
			"recommended for you", "you may also like", "you might also like", "most read", "most popular", "most viewed",
			"trending", "trending now", "listen", "listen to this article", "listen to article", "watch", "watch now",
			"watch video", "watch live", "sign up", "sign in", "log in", "login", "register", "subscribe", "subscribe now",
			"subscribe to our newsletter", "sign up for our newsletter", "newsletter", "newsletters", "get our newsletter",
			"follow us", "follow us on facebook", "follow us on twitter", "follow us on x", "follow us on google news",
			"contact us", "about us", "photo", "photos", "image", "images", "video", "videos", "gallery", "print",
			"print article", "print this article", "email", "email this article", "comments", "comment", "leave a comment",
			"add a comment", "post a comment", "view comments", "show comments", "no comments", "# comments", "# comment",
			"staff writer", "staff", "staff reporter", "correspondent", "news agencies", "agencies", "home", "menu", "search",
			"skip to content", "skip to main content", "skip to navigation", "skip links", "back to top", "facebook",
			"twitter", "whatsapp", "telegram", "linkedin", "reddit", "tags", "topics", "keywords", "loading",
			"accept cookies", "cookie policy", "privacy policy", "terms of use", "terms of service",
			"terms and conditions", "all rights reserved", "click here", "click here to read more", "continue reading",
			"continue reading below", "story continues below advertisement", "article continues below advertisement",
			"article continues after ad", "donate", "support us", "support our journalism", "enlarge image",
			"enlarge this image", "toggle caption", "hide caption", "view image", "play video", "play", "close", "next",
			"previous", "next article", "previous article", "breaking news", "live updates", "exclusive", "getty images",
			"file photo",
		},
		["furniture.start"] = starts,
		["furniture.lead"] = {"date #", "date : #", "published #", "published : #"},
	},
}
