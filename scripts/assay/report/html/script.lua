--- The only script of the HTML report, and its digest for the page's policy. Without it everything can be reached
--- still; with it, j and k walk through the evidence, n and p through the articles, a fold opens for who is sent into
--- it, and the sentences of other articles on a claim appear below the paragraph that is read.

local core = require "assay.core"

local script = {}

script.source = [[
"use strict";
(function () {
  var steps = {j: [".ref", 1], k: [".ref", -1], n: ["article", 1], p: ["article", -1]};

  function unfold(node) {
    for (var at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  function target() {
    var id = location.hash.slice(1);
    return id ? document.getElementById(id) : null;
  }

  function reveal() {
    var node = target();
    if (!node) return;
    unfold(node);
    node.scrollIntoView();
  }

  // The next element of a kind after the last one stepped to, or after the top of the window.
  var last = null;
  function next(selector, by) {
    var all = Array.prototype.slice.call(document.querySelectorAll(selector));
    if (by < 0) all.reverse();
    var from = last && document.contains(last) ? last : target();
    return all.find(function (node) {
      if (!from) return by > 0 ? node.getBoundingClientRect().top > 0 : node.getBoundingClientRect().top < 0;
      var order = from.compareDocumentPosition(node);
      return order & (by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING) &&
        !(order & Node.DOCUMENT_POSITION_CONTAINS);
    });
  }

  document.addEventListener("keydown", function (event) {
    var step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    var node = next(step[0], step[1]);
    if (!node) return;
    event.preventDefault();
    last = node;
    unfold(node);
    location.replace("#" + node.id);
    node.focus({preventScroll: true});
  });
  // Shows a claim's sentences below the paragraph, or takes them away again.
  function beside(link) {
    var list = document.querySelector("[id='" + decodeURIComponent(link.hash.slice(1)) + "'] .sides");
    var row = link.closest(".row");
    if (!list || !row) return false;
    var shown = row.querySelector(".beside"), same = shown && shown.dataset.claim === link.hash;
    if (shown) shown.remove();
    row.querySelectorAll(".others").forEach(function (other) { other.setAttribute("aria-expanded", "false"); });
    if (same) return true;
    var box = document.createElement("div");
    box.className = "beside";
    box.dataset.claim = link.hash;
    box.appendChild(list.cloneNode(true));
    row.appendChild(box);
    link.setAttribute("aria-expanded", "true");
    return true;
  }

  document.addEventListener("click", function (event) {
    last = null;
    var link = event.target.closest(".others");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && beside(link)) event.preventDefault();
  });
  window.addEventListener("hashchange", reveal);
  reveal();
  document.documentElement.className = "js";
})();
]]

local LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function base64_of_hex(hex)
  local out, bits, size = {}, 0, 0
  for digit in hex:gmatch "%x" do
    bits, size = bits << 4 | tonumber(digit, 16), size + 4
    if size >= 6 then
      size = size - 6
      local index = (bits >> size & 63) + 1
      out[#out + 1] = LETTERS:sub(index, index)
      bits = bits & (1 << size) - 1
    end
  end
  if size > 0 then
    local index = (bits << 6 - size & 63) + 1
    out[#out + 1] = LETTERS:sub(index, index)
  end
  return table.concat(out) .. ("="):rep(-#out % 4)
end

--- The script as a source of a Content-Security-Policy: 'sha256-…'.
---@return string
function script.digest()
  return "'sha256-" .. base64_of_hex(core.sha256(script.source)) .. "'"
end

return script
