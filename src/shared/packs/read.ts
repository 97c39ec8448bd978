import type { z } from 'zod';
import { checkRows } from './check-rows.ts';
import { PACK_SCHEMA, packFile } from './schema.ts';
import type { PackSource, SourceFile } from './source.ts';
import { type PackError, type PackText, type ParsedText, type Path, parseText } from './yaml.ts';

/** Reads the files of one pack. With errors there is no source. */
export function readPack(texts: readonly PackText[]): { source?: PackSource; errors: PackError[] } {
  const errors: PackError[] = [];
  const files: SourceFile[] = [];
  for (const text of [...texts].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const { parsed, errors: faults } = parseText(text);
    errors.push(...faults);
    if (!parsed) continue;
    const later = laterSchema(parsed);
    if (later) {
      errors.push(later);
      continue;
    }
    const result = packFile.safeParse(parsed.value);
    if (result.success) files.push({ value: result.data, errorAt: parsed.errorAt, file: parsed.file });
    else errors.push(...result.error.issues.flatMap((issue) => explain(parsed, issue)));
  }
  const homes = files.filter((file) => file.value.pack);
  const [home, second] = homes;
  if (second) errors.push(second.errorAt(['pack'], `the pack is already described in ${home?.file}`));
  if (!home && errors.length === 0) {
    const file = texts[0]?.file ?? 'pack.yaml';
    errors.push({ file, line: 1, column: 1, path: 'pack', message: 'no file of this pack has a part “pack”' });
  }
  if (errors.length === 0) errors.push(...checkRows(files));
  const described = home?.value.pack;
  if (errors.length > 0 || !home || !described) return { errors };
  return { source: { manifest: described, files, home }, errors };
}

function laterSchema(parsed: ParsedText): PackError | undefined {
  const pack = (parsed.value as { pack?: { schema?: unknown } } | null)?.pack;
  if (typeof pack?.schema === 'number' && pack.schema > PACK_SCHEMA) {
    return parsed.errorAt(['pack', 'schema'], `made for a later version of Misl (schema ${pack.schema})`);
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

function explain(parsed: ParsedText, issue: Issue, base: Path = []): PackError[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => parsed.errorAt(path, `there is no field “${key}” here`, key));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that got furthest is the one that was meant.
    const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((one) => one.path.length));
    const best = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
    return best.flatMap((inner) => explain(parsed, inner, path));
  }
  return [parsed.errorAt(path, message(issue))];
}

function message(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'this field is missing';
  if (issue.code === 'invalid_value') return `expected one of: ${issue.values.map(String).join(', ')}`;
  return issue.message.replace(/^Invalid (?:input|option): /, '');
}
