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
/** No honest row nests deeper; the parser goes down by calling itself. */
const DEEPEST = 60;
/** Values of one file, so that reading it takes no time that anyone would notice. */
const MOST_VALUES = 100_000;

/** Reads YAML 1.2 (of which JSON is a part), without tags and aliases. */
export function parseText({ file, text }: PackText): { parsed?: ParsedText; errors: PackError[] } {
  const fail = (message: string, line = 1, column = 1) => ({ errors: [{ file, line, column, path: '', message }] });
  if (text.length > LONGEST) return fail(`the file is longer than ${LONGEST} characters`);
  const deep = tooDeep(text);
  if (deep !== undefined) return fail(`it is nested more than ${DEEPEST} deep here`, deep);
  const counter = new LineCounter();
  const options = { lineCounter: counter, schema: 'core', prettyErrors: false, uniqueKeys: true } as const;
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, options);
  } catch {
    return fail('this cannot be read as YAML');
  }
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
  if (countValues(value) > MOST_VALUES) return fail(`the file holds more than ${MOST_VALUES} values`);
  const errorAt = (path: Path, message: string, onKey?: string): PackError => {
    const whole = onKey === undefined ? path : [...path, onKey];
    return { file, ...place(offsetOf(document.contents, whole)), path: whole.map(String).join('.'), message };
  };
  return { parsed: { file, value, errorAt }, errors: [] };
}

/**
 * The line at which a text may nest too deeply, by its brackets, by the hyphens of lists in lists and by its indent, and
 * without parsing: the parser itself would run out of stack. Brackets in quoted text are counted too, which only errs on
 * the side of refusing.
 */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  let line = 1;
  let hyphens = 0;
  let indent = 0;
  let atStart = true;
  for (const sign of text) {
    if (sign === '\n') {
      line++;
      hyphens = 0;
      indent = 0;
      atStart = true;
      continue;
    }
    if (atStart && sign === ' ') indent++;
    else if (atStart && (sign === '-' || sign === '?')) hyphens++;
    else atStart = false;
    if (sign === '[' || sign === '{') brackets++;
    else if ((sign === ']' || sign === '}') && brackets > 0) brackets--;
    if (brackets > DEEPEST || hyphens > DEEPEST || (!atStart && indent > DEEPEST * 4)) return line;
  }
  return undefined;
}

function countValues(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  let count = 1;
  for (const each of Object.values(value)) {
    count += countValues(each);
    if (count > MOST_VALUES) break;
  }
  return count;
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
