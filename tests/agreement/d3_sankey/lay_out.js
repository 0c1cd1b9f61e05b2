// Lays out each case read from stdin with d3-sankey and writes what it found to stdout, as JSON.
const d3 = require("d3-sankey");

const alignments = { left: d3.sankeyLeft, right: d3.sankeyRight, justify: d3.sankeyJustify, center: d3.sankeyCenter };

function layOut({ nodes, links, align, padding, width, height, rounds }) {
  const sankey = d3.sankey().nodeAlign(alignments[align]).nodePadding(padding).nodeWidth(1).size([width, height]);
  const graph = () => ({
    nodes: Array.from({ length: nodes }, () => ({})),
    links: links.map(([source, target, value]) => ({ source, target, value })),
  });
  const found = sankey(graph());
  const start = process.hrtime.bigint();
  for (let i = 0; i < rounds; ++i) sankey(graph());
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  return {
    nodes: found.nodes.map(({ layer, x0, x1, y0, y1 }) => ({ layer, x0, x1, y0, y1 })),
    links: found.links.map(({ y0, y1, width }) => ({ y0, y1, width })),
    milliseconds: rounds ? spent / rounds : null,
  };
}

const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map(layOut)));
