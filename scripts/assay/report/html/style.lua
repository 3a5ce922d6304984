--- The style sheet of the HTML report. Stances run from orange (opposes) over grey to blue (favours), claims from
--- sand (one article alone) to blue (all alike); both are readable without colour, by glyphs, words and numbers.

return [[
:root{color-scheme:light dark;
--paper:#fbfaf6;--card:#fff;--ink:#1b2127;--soft:#57606a;--line:#dedad0;--accent:#1c5c8c;--target:#ffe9a8;
--s0:#a54a00;--s1:#d98433;--s2:#f2cc9f;--s3:#e3e0da;--s4:#bcd5ea;--s5:#649bcb;--s6:#1d5a94;
--on0:#fff;--on1:#1b1206;--on2:#1b2127;--on3:#1b2127;--on4:#1b2127;--on5:#07131e;--on6:#fff;
--h0:#f4f2ec;--h1:#f6ecd3;--h2:#e7ebe2;--h3:#d3e2e6;--h4:#b9d5e4;--h5:#9bc4df;--hatch:#e6e2d8;
--pro:#3577b0;--con:#c8701d;--other:#8a8f95;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
--serif:Charter,"Iowan Old Style","Source Serif 4","Noto Serif","Liberation Serif",Georgia,serif;
--mono:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--paper:#14171a;--card:#1b1f24;--ink:#e7e4dd;--soft:#a2abb4;--line:#343a41;--accent:#8bbde6;--target:#5d4a10;
--s0:#f0953f;--s1:#b96a22;--s2:#6a4523;--s3:#3d4146;--s4:#284862;--s5:#3b77a9;--s6:#8cc1ee;
--on0:#1c0f00;--on1:#120900;--on2:#f3e7d8;--on3:#eceae6;--on4:#e6f0f8;--on5:#fff;--on6:#04121d;
--h0:#1f2327;--h1:#3a3322;--h2:#2c3533;--h3:#263a42;--h4:#21445a;--h5:#1d5172;--hatch:#2b3036;
--pro:#6fb0e4;--con:#e99a4c;--other:#8a929a}}
*{box-sizing:border-box}
html{scroll-padding-top:20vh;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans);overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:clamp(1rem,3.2vw,2.5rem) clamp(1rem,4vw,2.75rem) 4rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px;
border-radius:3px}
h1{font:600 clamp(1.55rem,3.3vw,2.2rem)/1.18 var(--serif);letter-spacing:-.01em;margin:.3rem 0 .7rem;
text-wrap:balance}
h2{font:600 1.5rem/1.25 var(--serif);margin:0 0 .3rem}
h3{font-size:1rem;line-height:1.3;margin:0}
section{margin-top:3rem;padding-top:1.4rem;border-top:2px solid var(--ink)}
section>h3{margin:2rem 0 .2rem}
section h2:not(:first-child){margin-top:2.4rem}
p{margin:.4rem 0}
ul,ol{margin:.4rem 0;padding-left:1.3rem}
.plain{list-style:none;padding:0}
.plain>li{margin:.55rem 0}
code{font:.86em/1.4 var(--mono)}
.kicker{margin:0;color:var(--soft);font-size:.86rem;letter-spacing:.02em}
.lede{font-size:1.08rem;max-width:44em;margin:0}
.note{color:var(--soft);max-width:48em;margin:.1rem 0 1rem}
.meta{color:var(--soft);font-size:.82rem}
.glyph{font-family:"DejaVu Sans","Segoe UI Symbol",var(--sans)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:1.3rem 0 0;font-size:.9rem}
.badge{display:inline-block;min-width:1.5em;padding:0 .32em;border-radius:.3em;background:var(--ink);
color:var(--paper);
font:600 .78rem/1.5em var(--sans);text-align:center;text-decoration:none}
.num{display:inline-block;min-width:1.45em;padding:0 .3em;border:1px solid var(--line);border-radius:.8em;
background:var(--card);
font:500 .72rem/1.45em var(--sans);text-align:center;text-decoration:none;vertical-align:.08em}
.key{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.35rem 1.6rem;
margin:1.1rem 0 0;padding:0;list-style:none}
.key li{display:flex;gap:.55rem;align-items:baseline;min-width:0;font-size:.92rem}
.key .badge{flex:none}
.key a:not(.badge){color:inherit;text-decoration:none;font-weight:600}
.key a:not(.badge):hover{text-decoration:underline}
.glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem;align-items:start;
margin:1.5rem 0 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.15rem 1.1rem}
.card h2{font:600 .95rem/1.3 var(--sans);margin:0 0 .65rem}
.card dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem .9rem;margin:0}
.card dt{font-size:.9rem;white-space:nowrap}
.card dd{margin:0;font-size:.92rem;display:flex;flex-wrap:wrap;gap:.3rem .9rem;min-width:0}
.score{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.stance{white-space:nowrap}
.strip{display:flex;height:.8rem;gap:2px;margin:0 0 .8rem;border-radius:.25rem;overflow:hidden}
.strip i{display:block;min-width:4px}
.strip .t-single-source{background:var(--line)}
.card .mini{grid-template-columns:fit-content(12rem) max-content minmax(6rem,1fr);gap:.5rem 1rem;align-items:center}
.card .mini dt{color:var(--ink);font-weight:600;white-space:normal}
.card .mini dd{gap:.8rem;font-size:.9rem;justify-content:space-between;flex-wrap:nowrap}
.mini svg{flex:1}
.chip{display:inline-block;padding:.02rem .5rem;border-radius:1rem;font-size:.8rem;line-height:1.5;
white-space:nowrap;font-weight:500;color:var(--ink);border:1px solid transparent}
.t-agree{background:var(--h5)}.t-compatible{background:var(--h4)}.t-changed{background:var(--h3)}
.t-single-source{background:transparent;border-color:var(--soft)}
.t-labelled-differently{background:var(--s2);color:var(--on2)}
.t-reported-dispute{background:var(--s1);color:var(--on1)}
.t-contradict{background:var(--s0);color:var(--on0)}.t-other{background:var(--h0)}
.wide{position:relative;overflow-x:auto;margin:.6rem 0}
table{border-collapse:separate;border-spacing:3px;width:100%;font-size:.9rem;line-height:1.38}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-radius:.35rem}
thead th{padding:.2rem .6rem .45rem;font-weight:600;vertical-align:bottom}
tbody th{font-weight:600}
tr>:first-child{padding-left:0}
.even{table-layout:fixed}
.even tr>:first-child{position:sticky;left:0;z-index:1;background:var(--paper)}
.even thead th:first-child{width:12.5rem}
.map{border-spacing:2px;font-size:.8rem;line-height:1.3}
.map td{padding:.32rem .45rem;border-radius:.25rem;vertical-align:middle}
.map thead th{padding:.2rem .3rem .35rem;font-size:.78rem;line-height:1.25;font-weight:500}
.map tbody th{padding:.32rem .5rem .32rem 0;vertical-align:middle}
.map td a{color:inherit;text-decoration:none;font-weight:600}
.map td a:hover,.name:hover{text-decoration:underline}
.map i{font-style:normal;font-variant-numeric:tabular-nums;font-size:.92em;white-space:nowrap}
.map td.silent{color:var(--soft);font-size:.72rem}
.map th .meta{display:block;font-weight:400;font-size:.72rem;white-space:nowrap}
.map th.band{padding:.9rem 0 .3rem;font-weight:400;color:var(--soft);position:static}
.odd{outline:2px solid var(--s0);outline-offset:-2px}
.name{color:inherit;text-decoration:none;font-weight:600}
.name::first-letter{text-transform:uppercase}
.claimhead .name,.times .name{display:block}
.claimhead:target .name{background:var(--target)}
.values td:last-child{width:6rem}
.dist{display:inline-block;padding:.1rem .5rem;margin:.1rem .3rem .1rem 0;border-radius:.25rem}
.leaf{margin:0;border-top:1px solid var(--line)}
.leaf:target::details-content{content-visibility:visible;display:block;height:auto}
.leaf>summary{display:list-item}
.leaf>a{display:block}
.leaf>summary,.leaf>a{padding:.4rem 0;width:auto;color:inherit;font-size:.92rem}
.leaf>summary:hover b,.leaf>a:hover{text-decoration:underline}
.leaf>summary b::first-letter{text-transform:uppercase}
.actor .leaf{border:0}
.actor .leaf>summary,.actor .leaf>a{color:var(--accent);padding:.2rem 0;width:fit-content}
.sides{list-style:none;margin:.3rem 0 1.2rem;padding:0;display:grid;gap:.8rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
.side{padding:.6rem .8rem;background:var(--card);border:1px solid var(--line);border-radius:.4rem}
.side p{margin:0 0 .2rem}
.side blockquote{font-size:.95rem;margin:.4rem 0 .15rem}
.data{margin:.9rem 0 0}
.h0{background:var(--h0)}.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}
.h4{background:var(--h4)}.h5{background:var(--h5)}
.silent{background:repeating-linear-gradient(45deg,transparent 0 5px,var(--hatch) 5px 6.5px)}
.nothing{color:var(--soft)}
td.s0,td.s1,td.s2,td.s3,td.s4,td.s5,td.s6{white-space:normal}
td[class^="s"]:not(.silent) a{color:inherit}
.s0{background:var(--s0);color:var(--on0)}.s1{background:var(--s1);color:var(--on1)}
.s2{background:var(--s2);color:var(--on2)}
.s3{background:var(--s3);color:var(--on3)}.s4{background:var(--s4);color:var(--on4)}
.s5{background:var(--s5);color:var(--on5)}
.s6{background:var(--s6);color:var(--on6)}.sn{background:var(--h0)}
td.on-condition{background:var(--card);box-shadow:inset 0 0 0 2px var(--s5)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;align-items:center;font-size:.84rem;color:var(--soft)}
.legend .swatch{padding:.02rem .5rem;border-radius:.25rem;color:var(--ink);font-size:.78rem}
.actors{display:grid;grid-template-columns:minmax(12rem,17.5rem) 1fr;gap:0 1.4rem}
.actor{display:grid;grid-column:1/-1;grid-template-columns:subgrid;border-top:1px solid var(--line);
padding:.55rem 0 .5rem}
.actor .evidence{grid-column:1/-1}
.who{min-width:0}
.verdict .meta{white-space:nowrap}
.dots{min-width:0}
.axis{display:flex;justify-content:space-between;padding:0 1% .2rem;font-size:.82rem;color:var(--soft)}
svg{display:block;font:600 12px var(--sans)}
svg svg{background:none}
.plot line.end{stroke:var(--line);stroke-width:1}
.plot line.middle{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}
.plot circle,.plot rect{stroke:var(--card);stroke-width:1.5}
.key-mark{display:inline-block;vertical-align:middle}
.plot .s0 circle,.plot .s0 rect{fill:var(--s0)}.plot .s1 circle,.plot .s1 rect{fill:var(--s1)}.plot .s2 circle,
.plot .s2 rect{fill:var(--s2)}
.plot .s3 circle,.plot .s3 rect{fill:var(--s3)}
.plot .s4 circle,.plot .s4 rect{fill:var(--s4)}.plot .s5 circle,.plot .s5 rect{fill:var(--s5)}.plot .s6 circle,
.plot .s6 rect{fill:var(--s6)}
.plot .s0 text{fill:var(--on0)}.plot .s1 text{fill:var(--on1)}.plot .s2 text{fill:var(--on2)}
.plot .s3 text{fill:var(--on3)}
.plot .s4 text{fill:var(--on4)}.plot .s5 text{fill:var(--on5)}.plot .s6 text{fill:var(--on6)}
.plot .on-condition path,.plot .on-condition rect{fill:var(--card);stroke:var(--s5);stroke-width:2}
.plot .on-condition text{fill:var(--ink)}
.plot .s2 circle,.plot .s3 circle,.plot .s4 circle,.plot .s2 rect,.plot .s3 rect,.plot .s4 rect{stroke:var(--soft);
stroke-width:1}
.interval{stroke:var(--soft);stroke-width:5;stroke-linecap:round;opacity:.5}
.corpus path{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
details{margin:.3rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.88rem;width:fit-content;max-width:100%}
blockquote{margin:.25rem 0;padding-left:.8rem;border-left:3px solid var(--line);font:1rem/1.5 var(--serif)}
.evidence li{max-width:48em}
.mentioned{border-top:1px solid var(--line);padding:.6rem 0;font-size:.88rem;color:var(--soft)}
.mentioned ul{display:inline;padding:0;list-style:none}
.mentioned li{display:inline;margin:0 0 0 .7rem}
.columns{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:.15rem 1.6rem}
.pair details{margin:0}
.pair .badge{margin-right:.2rem}
.bar{display:inline-block;width:5.5rem;height:.5rem;margin:0 .5rem;border-radius:.25rem;background:var(--hatch);
overflow:hidden}
.bar i{display:block;height:100%;background:var(--pro)}
.pair ul{font-size:.88rem}
.graph{font:500 11px var(--sans)}
.graph text{fill:var(--ink)}
.graph .day{fill:var(--soft)}
.graph .lane{stroke:var(--line)}
.edge{fill:none;stroke:var(--s5);opacity:.75}
.edge.l1{stroke-dasharray:4 4}
.node rect{fill:var(--ink)}
.node text{fill:var(--paper);font-weight:600}
.tag circle{fill:var(--card);stroke:var(--s5)}
.tagno{display:inline-block;min-width:1.5em;padding:0 .25em;border:1px solid var(--s5);border-radius:.8em;
text-align:center;
font-size:.78rem}
.links{columns:2 26rem;column-gap:2rem}
.links .linkrow{break-inside:avoid;margin:0 0 .7rem;font-size:.92rem}
.linkrow p{margin:0}
.linkrow:target .tagno{background:var(--target)}
.times{border-spacing:0;font-size:.84rem}
.times th,.times td{padding:.28rem .5rem;border-radius:0;border-top:1px solid var(--line);vertical-align:middle}
.times thead th{border:0;font-weight:500;font-size:.78rem;font-variant-numeric:tabular-nums}
.times tbody th{padding-left:0;width:15rem}
.times th .meta{font-weight:400;font-size:.74rem}
.times .n{white-space:nowrap;font-variant-numeric:tabular-nums}
.times thead th{white-space:nowrap}
.times td+td{border-left:1px solid var(--line)}
.times td a:not(.at){color:inherit}
.ats{display:flex;flex-wrap:wrap;gap:3px}
.at{display:inline-block;min-width:1.6em;padding:0 .3em;border-radius:.8em;background:var(--s5);color:var(--on5);
font:600 .74rem/1.55em var(--sans);text-align:center;text-decoration:none}
.at.other{background:var(--card);color:var(--ink);box-shadow:inset 0 0 0 2px var(--s1);border-radius:.25em}
.voices{max-width:54rem;table-layout:fixed}
.voices td,.voices th{padding:.22rem .5rem;vertical-align:middle}
.voice{display:inline-block;height:.85rem;margin-right:.4rem;border-radius:.15rem;vertical-align:-.1em;
background:var(--s5)}
.v-attributed{background:repeating-linear-gradient(90deg,var(--s5) 0 4px,var(--s4) 4px 6px)}
.v-quoted{background:var(--s4);box-shadow:inset 0 0 0 1px var(--s5)}
.group>summary{font-size:1rem;margin:.5rem 0}
.kwic{table-layout:fixed;border-spacing:0;font-size:.86rem;margin-bottom:.8rem}
.kwic td,.kwic th{padding:.16rem .4rem}
.kwic th{font-weight:400;color:var(--soft);font-size:.74rem;text-align:left}
.kwic tr>:first-child{width:2.6rem;padding-left:0}
.kwic tr>:nth-child(2){text-align:right;width:38%}
.kwic tr>:nth-child(3){width:24%}
.kwic.short tr>:nth-child(3){width:12%}
.kwic.short tr>:nth-child(2){width:43%}
.kwic td:nth-child(2),.kwic td:nth-child(4){color:var(--soft)}
.keys{display:none}
.js .keys{display:block}
kbd{font:.86em var(--mono);padding:0 .35em;border:1px solid var(--line);border-radius:.25em}
pre{white-space:pre-wrap;margin:.1rem 0;overflow-wrap:anywhere}
article{margin-top:2.2rem;scroll-margin-top:-15vh}
article header{border-bottom:1px solid var(--line);margin-bottom:.8rem;padding-bottom:.3rem}
article h3{font:600 1.2rem/1.3 var(--serif)}
article h3 .badge{vertical-align:.15em}
.row{display:grid;grid-template-columns:minmax(0,34rem) minmax(0,1fr);gap:0 2rem}
.text{font:1.06rem/1.68 var(--serif);margin:0 0 1rem}
.notes{list-style:none;margin:0 0 1rem;padding:0;font-size:.84rem;line-height:1.42}
.notes li{position:relative;padding-left:2.2rem;margin:.15rem 0 .55rem;border-radius:.3rem}
.notes p{margin:0 0 .15rem}
.rec{display:block;color:var(--soft);font-size:.93em}
.rec b{color:var(--ink);font-variant-numeric:tabular-nums}
.others{white-space:nowrap}
.beside{grid-column:1/-1;margin:0 0 1.2rem;padding:.7rem 0 0;border-top:2px solid var(--accent)}
.beside .sides{margin-bottom:0}
.notes li:target{background:var(--target)}
.notes .num{position:absolute;left:0;top:.1rem}
.notes .meta{font-size:.78rem}
mark{color:inherit;background:none;padding-bottom:1px;border-bottom:2px solid var(--other);
-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.pro{border-color:var(--pro)}mark.con{border-color:var(--con)}
mark.for-link{border-bottom-style:dotted}
mark.deep{border-bottom-width:4px;border-bottom-style:double}
.ref{text-decoration:none}
.ref::before{content:attr(data-n);margin-right:.25em;padding:.1em .45em;border-radius:.8em;background:var(--h3);
color:var(--ink);font:600 .66rem/1 var(--sans);vertical-align:.22em}
.ref:target::before{background:var(--ink);color:var(--paper)}
.k-furniture{color:var(--soft);font:.8rem/1.5 var(--sans)}
.k-headline{font-weight:700}
.k-heading{font-weight:600}
.k-caption{font-style:italic}
.ctl{unicode-bidi:isolate}
.ctl::before{content:attr(data-u);padding:0 .25em;border:1px solid var(--con);border-radius:.25em;
font:.7em var(--mono);direction:ltr}
dl{margin:.6rem 0}
#methods dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.45rem 1.4rem}
dt{color:var(--soft)}dd{margin:0}dd ul{margin:0}
.hash{overflow-wrap:anywhere}
.caveats{max-width:50em}
.caveats li{margin:.35rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}
@media (max-width:52rem){
.row{grid-template-columns:minmax(0,1fr)}
.notes{margin-top:-.5rem;padding-left:.8rem;border-left:3px solid var(--line)}
.actors{grid-template-columns:minmax(0,1fr)}
.actors>.who{display:none}
.actor .dots{margin-top:.3rem}
}
@media (max-width:44rem){
.cards,.cards tbody,.cards tr,.cards td,.cards tbody th{display:block;width:auto;max-width:none;min-width:0!important}
.cards thead,.map thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{margin-bottom:.8rem;border-top:1px solid var(--line)}
.cards td{padding:.15rem 0}
.cards td::before{content:attr(data-label);display:inline-block;width:10rem;font-size:.78rem;color:var(--soft)}
.cards tbody th{padding-left:0}
.voice{max-width:6rem}
.map,.map tbody{display:block;min-width:0!important}
.map tr{display:flex;flex-wrap:wrap;gap:3px;margin-bottom:.7rem}
.map tbody th{flex:0 0 100%;position:static!important;width:auto;padding:.2rem 0 .1rem}
.map td{padding:.2rem .45rem}
.map td::before{content:attr(data-label) " ";font-weight:600}
.map td.silent{font-size:0;padding:.2rem .4rem}
.map td.silent::before,.map td.nothing::before{font-size:.72rem}
.map .values td:last-child{width:auto}
.times tbody th{width:9rem}
.kwic{font-size:.8rem}
.kwic tr>:nth-child(2),.kwic tr>:nth-child(3){width:33%}
.card dl,#methods dl{grid-template-columns:minmax(0,1fr);gap:.1rem}
.card dd,#methods dd{margin-bottom:.5rem}
.card .mini{grid-template-columns:minmax(0,1fr) max-content}
.card .mini dd{margin:0}
.card .mini .axis-cell{grid-column:1/-1;margin-bottom:.5rem}
}
@media print{
:root{--paper:#fff;--card:#fff}
body{font-size:10.5pt}
nav,.keys,.data{display:none!important}
main{max-width:none;padding:0}
section{margin-top:1.5rem}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.wide{overflow:visible}
.even,.times{min-width:0!important}
.map td{padding:.2rem .25rem;font-size:.64rem}
.map td.silent{font-size:.58rem}
details::details-content{content-visibility:visible;display:block;height:auto}
tr,.actor,.linkrow,.card,.side{break-inside:avoid}
a{color:inherit}
}
]]
