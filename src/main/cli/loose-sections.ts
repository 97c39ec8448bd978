import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BindItem, BindReport, BindSection } from '#main/bundles/binding.ts';
import { looseSource } from '#main/bundles/loose.ts';
import { problem } from '#shared/problem.ts';
import type { pdfPasswords } from './pdf-passwords.ts';

/** The parts of a bundle of loose files: which file stands where, and under which words. */
const sectionsFile = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        title: z.string().min(1).max(500),
        items: z.array(
          z.strictObject({
            file: z.string().min(1).describe('the path as it was given after --files, or the name of the file'),
            title: z.string().max(500).optional(),
            date: z.iso.date().nullable().optional(),
            pages: z.string().max(1000).nullable().optional(),
          }),
        ),
      }),
    )
    .min(1),
});

type LooseSection = z.infer<typeof sectionsFile>['sections'][number];

/**
 * All files in one section in their order, or as the file of sections says; what can't be taken is named in `skipped`.
 * @throws ProblemError `not-json`, `bad-sections`, `unknown-file` where the file of sections is wrong
 */
export async function sectionsOf(
  files: string[],
  spec: string | undefined,
  skipped: BindReport['skipped'],
  passwordOf: ReturnType<typeof pdfPasswords>,
): Promise<BindSection[]> {
  const parts: LooseSection[] =
    spec === undefined ? [{ title: 'Documents', items: files.map((file) => ({ file })) }] : readSections(spec, files);
  let serial = 0;
  const sections: BindSection[] = [];
  for (const [i, { title, items }] of parts.entries()) {
    const bound: BindItem[] = [];
    for (const item of items) {
      const file = fileOf(item.file, files);
      const name = path.basename(file);
      try {
        const handle = await looseSource(path.resolve(file));
        const password = await passwordOf(name, handle);
        const shown = item.title || path.parse(name).name;
        const date = item.date ?? null;
        const pages = item.pages ?? null;
        bound.push({
          id: `f${serial++}`,
          title: shown,
          date,
          mark: null,
          pages,
          sources: [{ handle, name, ...(password === undefined ? {} : { password }) }],
        });
      } catch (error) {
        skipped.push({ file: name, reason: messageOf(error) });
      }
    }
    sections.push({ id: `s${i}`, title, items: bound });
  }
  return sections;
}

function fileOf(wanted: string, files: string[]): string {
  const found = files.find((file) => file === wanted) ?? files.find((file) => path.basename(file) === wanted);
  if (found === undefined)
    throw problem(
      'unknown-file',
      `The sections name ${wanted}, which is not among the files given. Nothing was written.`,
    );
  return found;
}

function readSections(spec: string, files: string[]): LooseSection[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(spec, 'utf8'));
  } catch (error) {
    throw problem('not-json', `${path.basename(spec)} could not be read as JSON. Nothing was written.`, {}, error);
  }
  const parsed = sectionsFile.safeParse(value);
  if (!parsed.success) {
    const { path: where, message } = parsed.error.issues[0]!;
    throw problem('bad-sections', `${path.basename(spec)}: ${where.join('.')}: ${message}. Nothing was written.`, {
      field: where.join('.'),
    });
  }
  const named = new Set(parsed.data.sections.flatMap(({ items }) => items.map(({ file }) => fileOf(file, files))));
  const rest = files.filter((file) => !named.has(file)).map((file) => ({ file }));
  return rest.length === 0
    ? parsed.data.sections
    : [...parsed.data.sections, { title: 'Further documents', items: rest }];
}

function messageOf(error: unknown): string {
  if (error !== null && typeof error === 'object' && 'problem' in error)
    return (error.problem as { message: string }).message;
  throw error;
}
