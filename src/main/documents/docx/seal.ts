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
