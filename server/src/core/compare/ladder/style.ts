/** How the page looks. Every colour comes from the editor's theme; the second value is for a plain browser. */
export const STYLE = `:root{color-scheme:light dark;
--bg:var(--vscode-editor-background,light-dark(#fff,#1f1f1f));
--fg:var(--vscode-editor-foreground,light-dark(#3b3b3b,#ccc));
--dim:color-mix(in srgb,var(--fg) 78%,var(--bg));
--rule:var(--vscode-panel-border,light-dark(#e5e5e5,#2b2b2b));
--link:var(--vscode-textLink-foreground,light-dark(#005fb8,#4daafc));
--focus:var(--vscode-focusBorder,light-dark(#005fb8,#0078d4));
--on:var(--vscode-list-inactiveSelectionBackground,light-dark(#e4e6f1,#37373d));
--hover:var(--vscode-list-hoverBackground,light-dark(#f2f2f2,#2a2d2e));
--edge:var(--vscode-contrastBorder,transparent);
--mono:var(--vscode-editor-font-family,"DejaVu Sans Mono",Menlo,Consolas,monospace);
--mixer:light-dark(#000,var(--fg))}
body{--changed:color-mix(in srgb,rgb(from var(--vscode-charts-orange,#d18616) r g b/1) 74%,var(--mixer));
--withheld:color-mix(in srgb,rgb(from var(--vscode-charts-red,light-dark(#e51400,#f14c4c)) r g b/1) 74%,var(--mixer));
--added:color-mix(in srgb,rgb(from var(--vscode-charts-blue,light-dark(#1a85ff,#3794ff)) r g b/1) 74%,var(--mixer));
--timing:color-mix(in srgb,rgb(from var(--vscode-charts-purple,light-dark(#652d90,#b180d7)) r g b/1) 74%,var(--mixer));
margin:0;padding:0;background:var(--bg);color:var(--fg);font:var(--vscode-font-size,13px)/20px var(--vscode-font-family,"Segoe UI","Open Sans","DejaVu Sans",sans-serif)}
body.vscode-light{--mixer:#000}body.vscode-dark{--mixer:var(--fg)}
body.vscode-dark,body.vscode-high-contrast{color-scheme:dark}body.vscode-light,body.vscode-high-contrast-light{color-scheme:light}
body.vscode-high-contrast,body.vscode-high-contrast-light{--on:transparent;--hover:transparent;--rule:var(--vscode-contrastBorder);--dim:var(--fg);--mixer:var(--fg)}
*{box-sizing:border-box}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
main{max-width:1264px;margin:0 auto;padding:24px}
h1,h2,h3,p,ol,ul,dl,dd{margin:0;padding:0}ol,ul{list-style:none}
h1{font-size:20px;line-height:28px;font-weight:600;max-width:44em;text-wrap:balance}
h2{font-size:13px;line-height:20px;font-weight:600}h3{font-size:12px;line-height:20px;font-weight:400}
code,.ln{font:12px/20px var(--mono)}code{unicode-bidi:isolate;background:none;color:inherit;padding:0}
.dim{color:var(--dim)}
:focus{outline:none}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
.ln{color:var(--dim);font-variant-numeric:tabular-nums;white-space:nowrap;text-decoration:none}
a.ln{text-decoration:underline dotted;text-underline-offset:3px}
a.ln:hover,a.ln:focus-visible{color:var(--link);text-decoration:underline}
button{font:12px/20px var(--vscode-font-family,sans-serif);color:var(--vscode-button-secondaryForeground,var(--fg));background:var(--vscode-button-secondaryBackground,var(--hover));border:1px solid var(--vscode-button-secondaryBorder,var(--edge));border-radius:2px;padding:1px 11px;cursor:pointer}
button:hover{background:var(--vscode-button-secondaryHoverBackground,var(--on))}
.top{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:8px 24px;align-items:start;padding-bottom:16px;border-bottom:1px solid var(--rule)}
.top h1,.verdict{grid-column:1}.acts{grid-column:2;grid-row:1/3;display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end}
.verdict{display:flex;align-items:center;gap:8px;font-size:12px}b{font-weight:600}
.scale{display:inline-flex;gap:2px}.scale i{width:12px;height:8px;border:1px solid var(--dim);border-radius:1px}.meter i{width:4px;height:12px}
.scale i.f{background:var(--fg);border-color:var(--fg)}
.facts{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:0 24px;font-size:12px}.facts dt{display:inline;color:var(--dim)}.facts dt::after{content:": "}.facts dd{display:inline;overflow-wrap:anywhere}
.hop{padding-top:16px;border-bottom:1px solid var(--rule);padding-bottom:16px}.hop>h2 .scale{margin:0 8px}.hop>h2{font-size:16px;line-height:24px}
.cols{display:grid;grid-template-columns:minmax(0,1fr) 344px;gap:0 32px;padding-top:16px}.cols>*{min-width:0}
.bar{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;min-height:24px;margin-bottom:8px}.bar h2{margin-right:auto}
.keys{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12px;color:var(--dim)}
.keys b,.mark b{margin-right:4px}.keys b,.mark b,.ev>b,td b{display:inline-block;width:16px;text-align:center;font-size:15px;line-height:16px;font-weight:700;color:var(--k)}
.changed{--k:var(--changed)}.withheld{--k:var(--withheld)}.added{--k:var(--added)}.timing{--k:var(--timing)}.row,td{--k:var(--dim)}
.row.changed{--k:var(--changed)}.row.withheld{--k:var(--withheld)}.row.added{--k:var(--added)}.row.timing{--k:var(--timing)}
.ladder{--m:118px;--n:56px;--t:0px;position:relative}.ladder.same{--m:0px}.ladder.w1{--n:80px}.ladder.w2{--n:112px}.ladder.w3{--n:144px}.ladder.clock{--t:64px}
.row:not(.grp),.heads{display:grid;grid-template-columns:var(--m) var(--n) minmax(0,1fr) 24px minmax(0,1fr) var(--n) var(--t);position:relative}
.heads{position:sticky;top:0;z-index:3;background:var(--bg);padding-bottom:4px}
.head{grid-column:2/4;font-size:12px;line-height:16px;justify-self:start;border:1px solid var(--dim);border-radius:2px;padding:3px 8px;margin-left:calc(var(--n) - 24px);max-width:100%;min-width:0}
.head.srv{grid-column:5/7;justify-self:end;margin:0 calc(var(--n) - 24px) 0 0;text-align:right}
.head small{display:block;font-size:11px;color:var(--dim);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.tm{grid-column:7;font:11px/16px var(--mono);color:var(--dim);text-align:right;align-self:end;padding-bottom:8px}.heads .tm{align-self:end}
.row{position:relative;min-height:32px;scroll-margin:64px}
.ladder>ol>.row{content-visibility:auto;contain-intrinsic-size:auto 32px}
.row::before,.row::after{content:"";position:absolute;top:0;bottom:0;width:0;border-left:1px solid var(--dim);pointer-events:none}
.row::before{left:calc(var(--m) + var(--n))}.row::after{right:calc(var(--n) + var(--t))}
.row>*{grid-row:1}
.mark{grid-column:1;font-size:12px;line-height:16px;padding-bottom:8px;align-self:end;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.row>.c,.row>.v{grid-column:2;padding:0 8px;margin-bottom:8px;justify-self:end;align-self:end;line-height:16px}.row>.v{grid-column:6;justify-self:start}
.wide{grid-column:3/6}.lh{grid-column:3}.rh{grid-column:5}
.msg{position:relative;min-width:0;padding:4px 8px 8px;display:flex;flex-direction:column;justify-content:flex-end}
.msg code{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;line-height:16px}
.diff .msg code{white-space:normal;overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.row:focus .msg code,.row:focus-within .msg code,.row:target .msg code{white-space:normal;overflow-wrap:anywhere;-webkit-line-clamp:none}
.eq,.quiet code{color:var(--dim)}
.msg::after{content:"";position:absolute;left:0;right:0;bottom:3px;border-bottom:1px solid color-mix(in srgb,var(--dim) 75%,var(--bg))}
.msg::before{content:"";position:absolute;bottom:0;width:7px;height:7px;background:var(--k)}
.to::before{right:0;clip-path:polygon(0 0,100% 50%,0 100%)}.fro::before{left:0;clip-path:polygon(100% 0,0 50%,100% 100%)}
.fro2>:first-child::before{content:"";position:absolute;bottom:0;left:0;width:7px;height:7px;background:var(--k);clip-path:polygon(100% 0,0 50%,100% 100%)}.rh.fro2>:first-child::before{left:-5px}.lh.msg::after{right:-5px}.rh.msg::after{left:-5px}.lh.to::before{right:-5px}.rh.fro::before{left:-5px}
.node{grid-column:4;position:relative;align-self:stretch}
.node::before{content:"";position:absolute;left:8px;width:8px;top:0;bottom:0;border:solid var(--dim);border-width:0 1px;background:repeating-linear-gradient(135deg,color-mix(in srgb,var(--dim) 38%,var(--bg)) 0 1px,var(--bg) 1px 4px)}
.first>.node::before{top:4px;border-top-width:1px;border-radius:4px 4px 0 0}.last>.node::before{border-bottom-width:1px;border-radius:0 0 4px 4px}.first.last>.node::before{border-radius:4px}
.node i{position:absolute;left:2px;bottom:-6px;width:20px;height:20px;border:1px solid var(--k);border-radius:10px;background:var(--bg);color:var(--k);font:700 13px/18px sans-serif;text-align:center;z-index:1}
.ladder>ol>.row.diff,.diff{overflow:visible;content-visibility:visible}.long>ol>.row.diff{content-visibility:auto;contain-intrinsic-size:auto 40px}.long .node i{bottom:0}
.diff .msg::after{border-bottom:2px solid var(--k)}
.timing .msg::after{border-bottom:3px double var(--k);bottom:2px}.withheld .msg::after{border-bottom-style:dashed}
.none{align-self:end;padding:0 12px 8px;font-size:11px;line-height:16px;color:var(--dim);font-style:italic;text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.row.on,.row:target,.ev.on,.ev:target{background:var(--on)}.row.diff:hover,.ev:hover{background:var(--hover)}.on,.row:target,.ev:target{--dim:var(--fg)}.row.on .mark b,.row:target .mark b,.ev.on>b,.ev:target>b{color:var(--fg)}
body[class*=high-contrast] .on{outline:1px dashed var(--vscode-contrastActiveBorder,var(--focus));outline-offset:-1px}
.row:focus-visible{outline-offset:-2px;z-index:2}
.grp::before,.grp::after{border-left-style:dashed}
.grp>.c,.grp>.v{position:absolute;top:8px;margin:0;z-index:1}.grp>.c{right:calc(100% - var(--m) - var(--n))}.grp>.v{left:calc(100% - var(--n) - var(--t))}.grp>.tm,.grp>.mark{position:absolute;top:8px;padding:0;right:0}.grp>.mark{left:0;right:auto}
summary{cursor:pointer;font-size:12px;color:var(--dim);list-style:none;display:flex;gap:8px;align-items:center;border-radius:2px}summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:5px;height:5px;margin:0 4px 2px 2px;border:solid currentColor;border-width:0 1px 1px 0;transform:rotate(-45deg)}details[open]>summary::before{transform:rotate(45deg)}
summary:hover{background:var(--hover);color:var(--fg)}
.grp summary,.plain{display:flex;gap:8px;font-size:12px;color:var(--dim);justify-content:center;margin:0 calc(var(--n) + var(--t) + 12px) 0 calc(var(--m) + var(--n) + 12px);padding:6px 8px;white-space:nowrap;overflow:hidden}.grp summary code,.plain code{font-size:11px;overflow:hidden;text-overflow:ellipsis;line-height:20px}
.gap{min-height:40px}.gap.m{min-height:56px}.gap.l{min-height:72px}.gap::before,.gap::after{border-left:2px dotted var(--dim)}
.gap .none,.gap .tm{align-self:center;padding-top:0;padding-bottom:0}.gap .node::before{background:none;border-style:dotted}
.foot{font-size:12px;color:var(--dim);padding:12px 0 0;max-width:60em}
.w{display:flex;align-items:center;gap:8px;margin:16px 0 4px;color:var(--dim)}.w b{color:var(--fg)}
.ev{display:grid;grid-template-columns:20px minmax(0,1fr);gap:0 4px;padding:4px 8px;margin:0 -8px;border-radius:2px;border-left:2px solid transparent;scroll-margin:64px}.ev.on{border-left-color:var(--k)}
.ev>p{grid-column:2;overflow-wrap:anywhere}.ev>b{line-height:20px}.ev a:not(.ln){color:inherit;text-decoration:none}.ev a:not(.ln):hover{text-decoration:underline}.where{font-size:12px;color:var(--dim);display:flex;flex-wrap:wrap;gap:0 12px}
.side details{margin-top:16px}.side details ul{padding:4px 0 0 20px;font-size:12px;color:var(--dim)}
.say{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 32px;margin-top:24px;padding-top:16px;border-top:1px solid var(--rule)}
.side .say{grid-template-columns:minmax(0,1fr);gap:24px 0;margin:0;padding:0;border:0}.say h2{margin-bottom:4px}.say li{position:relative;padding:2px 0 2px 20px}.say li::before{content:"–";position:absolute;left:4px;color:var(--dim)}.say ol li::before{counter-increment:n;content:counter(n);font-size:12px}.say ol{counter-reset:n}
.sessions>li{border-bottom:1px solid var(--rule)}.sessions>li>details>summary{padding:8px 4px;flex-wrap:wrap;color:var(--fg)}
table{border-collapse:collapse;width:100%;margin-top:24px}th{font-size:12px;font-weight:400;color:var(--dim)}th,td{padding:4px 16px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
@media(max-width:960px){.cols{grid-template-columns:minmax(0,1fr)}.cols>.side{order:-1;padding-bottom:24px}.cols.after>.side{order:1;padding-top:24px}.top{grid-template-columns:minmax(0,1fr)}.acts{grid-column:1;grid-row:auto;justify-content:flex-start}}
@media(max-width:640px){main{padding:12px}h1{font-size:16px;line-height:24px}.say{grid-template-columns:minmax(0,1fr);gap:16px 0}.ladder,.ladder.clock{--m:0px;--t:0px}.row>.c,.row>.v{padding:0 4px}.ladder .tm{display:none}.head{margin-left:4px}.head.srv{margin-right:4px}
.row>.mark{display:none}.row.split>.mark{display:block;font-size:11px;grid-column:3/6;text-align:center;padding:4px 0 0}.row.split:not(.grp)>:not(.mark){grid-row:2}.row .msg code{-webkit-line-clamp:3!important}.grp code{display:none}.none{white-space:normal}}
@media(prefers-reduced-motion:no-preference){.row,.ev{transition:background-color .08s}}
@media(forced-colors:active){.msg::before,.fro2>:first-child::before,.scale i.f{forced-color-adjust:none;background:CanvasText}.ev{border-left-color:Canvas}.on{outline:1px dashed Highlight;outline-offset:-1px}.ev.on{border-left-color:Highlight}}
@page{margin:14mm}
@media print{.acts{display:none}.node i{bottom:0}.heads{position:static}.row,.ev,.say li,tr{break-inside:avoid}h2,h3,.heads{break-after:avoid}.ladder>ol>.row{content-visibility:visible}.scale i,.node::before,.msg::before,.fro2>:first-child::before{print-color-adjust:exact}main{padding:0}}`;
