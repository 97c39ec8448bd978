/** Entries that say what a node is or point at another, and are no words that anybody reads. */
const NO_WORDS = new Set(['kind', 'id', 'target', 'href', 'list', 'lang', 'look', 'align', 'numbers', 'font', 'size']);

/**
 * The same tree with other words: `read` says for each of its texts what stands in its place. Of a document that is its
 * running text, its tables, titles, head and foot.
 */
export function retold<T>(tree: T, read: (text: string) => string): T {
  return told(tree, read) as T;
}

function told(value: unknown, read: (text: string) => string): unknown {
  if (typeof value === 'string') return read(value);
  if (Array.isArray(value)) return value.map((each) => told(each, read));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      NO_WORDS.has(key) || key.endsWith('Id') ? each : told(each, read),
    ]),
  );
}
