import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';

/** One file of a pack as it lies on disk. */
export interface PackText {
  /** Its name inside the pack's folder, for messages. */
  file: string;
  text: string;
}

/** What is wrong with a pack, and where. Lines and columns count from 1. */
export interface PackError {
  file: string;
  line: number;
  column: number;
  /** `rules.3.period.amount`; empty for the file as a whole. */
  path: string;
  message: string;
}

export type Path = readonly PropertyKey[];

/** A file as values, with the way back from a value to its place. */
export interface ParsedText {
  file: string;
  value: unknown;
  /** The error at a path; a key that is missing is reported where its parent begins. */
  errorAt(path: Path, message: string, onKey?: string): PackError;
}

const LONGEST = 2_000_000;

/** Reads YAML 1.2 (of which JSON is a part), without tags and aliases. */
export function parseText({ file, text }: PackText): { parsed?: ParsedText; errors: PackError[] } {
  const fail = (message: string, line = 1, column = 1) => ({ errors: [{ file, line, column, path: '', message }] });
  if (text.length > LONGEST) return fail(`the file is longer than ${LONGEST} characters`);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { errors: faults.map(({ message, pos }) => ({ file, ...place(pos[0]), path: '', message })) };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return fail('aliases are not read in packs; write the value out');
  }
  const errorAt = (path: Path, message: string, onKey?: string): PackError => {
    const whole = onKey === undefined ? path : [...path, onKey];
    return { file, ...place(offsetOf(document.contents, whole)), path: whole.map(String).join('.'), message };
  };
  return { parsed: { file, value, errorAt }, errors: [] };
}

/** Where the node at a path begins, or its nearest parent that is there; for a map entry, where its key begins. */
function offsetOf(root: unknown, path: Path): number {
  let node: unknown = root;
  let offset = rangeStart(root) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (!pair) return offset;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else {
      const next: unknown = isNode(node) && 'get' in node ? node.get(Number(key), true) : undefined;
      const start = rangeStart(next);
      if (start === undefined) return offset;
      offset = start;
      node = next;
    }
  }
  return offset;
}

const rangeStart = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);
