import { readZip, writeZip, type ZipEntry } from '../zip.ts';

/** A Word file of our own making is far under this; the limit is the reader's. */
const OWN = { total: 512 * 1024 * 1024, entries: 2000 };

/**
 * Makes the bytes of a Word file depend on its content alone: the library writes the hour into the properties and
 * random ids into the relations, and the ZIP holds the clock of the machine.
 */
export function sealed(file: Uint8Array, title: string): Uint8Array {
  const entries = readZip(file, OWN).map((entry) => ({ ...entry }));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  for (const entry of entries) if (entry.name.endsWith('.rels')) nameRelations(entry, byName);
  countBookmarks(byName.get('word/document.xml'));
  keyFonts(entries, byName.get('word/fontTable.xml'));
  set(byName, 'docProps/core.xml', coreProperties(title));
  set(byName, 'docProps/app.xml', APP);
  return writeZip(entries.sort(order));
}

/** The content types come first, as readers that stream expect; the rest by name. */
function order(a: ZipEntry, b: ZipEntry): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}

/** Gives random relation ids numbers in the order in which they stand. */
function nameRelations(rels: ZipEntry, byName: Map<string, ZipEntry>): void {
  const text = Buffer.from(rels.bytes).toString('utf8');
  const part = byName.get(rels.name.replace('_rels/', '').replace(/\.rels$/, ''));
  const random = [...text.matchAll(/ Id="(rId(?!\d+")[^"]+)"/g)].map((found) => found[1]!);
  if (!part || random.length === 0) return;
  const taken = [...text.matchAll(/ Id="rId(\d+)"/g)].map((found) => Number(found[1]));
  const names = new Map(random.map((id, i) => [id, `rId${Math.max(0, ...taken) + 1 + i}`]));
  const renamed = (xml: string) =>
    xml.replace(/"(rId[^"]+)"/g, (whole, id: string) => (names.has(id) ? `"${names.get(id)}"` : whole));
  rels.bytes = Buffer.from(renamed(text));
  part.bytes = Buffer.from(renamed(Buffer.from(part.bytes).toString('utf8')));
}

/** The library counts bookmarks through the life of the program, not of the file. */
function countBookmarks(part: ZipEntry | undefined): void {
  if (!part) return;
  const ids = new Map<string, number>();
  const text = Buffer.from(part.bytes).toString('utf8');
  part.bytes = Buffer.from(
    text.replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/w:id="([^"]+)"/, (_, id: string) => {
        if (!ids.has(id)) ids.set(id, ids.size + 1);
        return `w:id="${ids.get(id)}"`;
      }),
    ),
  );
}

/** Bytes at the head of an embedded font that its key hides (ECMA-376 part 4, 17.8.1). */
const HIDDEN = 32;
const FONT_KEY = '4D69736C-0000-4000-8000-4E6173746171';

/** Embedded fonts are hidden under a random key; here under one that is always the same. */
function keyFonts(entries: readonly ZipEntry[], table: ZipEntry | undefined): void {
  const text = table && Buffer.from(table.bytes).toString('utf8');
  const key = text && /w:fontKey="\{([^}]+)\}"/.exec(text)?.[1];
  if (!table || !text || !key) return;
  const bytesOf = (guid: string) => Buffer.from(guid.replace(/-/g, ''), 'hex').reverse();
  const [was, is] = [bytesOf(key), bytesOf(FONT_KEY)];
  for (const font of entries.filter(({ name }) => name.endsWith('.odttf'))) {
    font.bytes = Uint8Array.from(font.bytes);
    for (let at = 0; at < HIDDEN; at++) font.bytes[at]! ^= was[at % 16]! ^ is[at % 16]!;
  }
  table.bytes = Buffer.from(text.replaceAll(key, FONT_KEY));
}

function set(byName: Map<string, ZipEntry>, name: string, xml: string): void {
  const entry = byName.get(name);
  if (entry) entry.bytes = Buffer.from(xml);
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

function coreProperties(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;
}

const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>';
