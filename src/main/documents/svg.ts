/**
 * Cuts the typesetter's SVG, which has all pages one under another, into one SVG for each page, and makes each safe to
 * put into a page of ours: nothing but shapes; links become plain marks that the window may act on.
 */
export function svgPages(svg: string): string[] {
  const pages: { height: number; width: number; body: string }[] = [];
  const defs = /<defs id="glyph">([\s\S]*?)<\/defs>/.exec(svg)?.[1] ?? '';
  const symbols = new Map<string, string>();
  for (const found of defs.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g)) symbols.set(found[1]!, found[0]);

  // Each page begins with the white sheet as a shape on the first level.
  const starts = [
    ...svg.matchAll(/^ {4}<path class="typst-shape" fill="#ffffff"[^>]*d="M 0 0v ([\d.]+) h ([\d.]+) v [^"]*"\/>/gm),
  ];
  const end = svg.search(/^ {4}<defs /m);
  for (const [i, start] of starts.entries()) {
    const from = start.index;
    const to = starts[i + 1]?.index ?? (end === -1 ? svg.lastIndexOf('</svg>') : end);
    pages.push({ height: Number(start[1]), width: Number(start[2]), body: svg.slice(from, to) });
  }
  let top = 0;
  return pages.map(({ width, height, body }) => {
    const shown = linksAsMarks(body);
    const used = new Set([...shown.matchAll(/xlink:href="#([^"]+)"/g)].map((found) => found[1]!));
    const glyphs = [...used].map((id) => symbols.get(id) ?? '').join('');
    const page = `<svg class="doc-page" viewBox="0 ${top} ${width} ${height}" width="${width}pt" height="${height}pt" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g>${shown}</g><defs>${glyphs}</defs></svg>`;
    top += height;
    return page;
  });
}

function linksAsMarks(body: string): string {
  return body
    .replace(/<a ((?:[^>"]|"[^"]*")*)>/g, (_, attributes: string) => {
      const target = /(?:^|\s)href="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const transform = /transform="([^"]*)"/.exec(attributes)?.[1];
      return `<g class="doc-link"${transform ? ` transform="${transform}"` : ''} data-target="${target.replace(/&(?!amp;)/g, '&amp;')}">`;
    })
    .replaceAll('</a>', '</g>');
}
