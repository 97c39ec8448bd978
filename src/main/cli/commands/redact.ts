import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { pdfPasswords } from '#main/cli/pdf-passwords.ts';
import { readTarget } from '#main/cli/read.ts';
import { readArgs } from '#main/cli/usage.ts';
import { intoPlace, readable } from '#main/output.ts';
import type { RedactionOutput } from '#main/redaction/make.ts';
import { redactInWorker } from '#main/redaction/make-in-worker.ts';
import { uuidv7 } from '#main/store/ids.ts';
import { problem } from '#shared/problem.ts';

const OPTIONS = {
  terms: { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
  force: { type: 'boolean' },
} as const;

export const redactCommand: Command = {
  name: 'redact',
  usage: 'FILE.pdf --terms FILE --out FILE.pdf [--reason TEXT] [--force]',
  summary:
    'Removes every occurrence of the terms (one a line, # begins a comment) with what lies under it, and proves that they are gone. A locked PDF is opened by its password: asked for, or out of MISL_PDF_PASSWORDS, JSON of file names and passwords. One that can’t be taken apart becomes pictures of its pages, and this is said.',
  example: 'redact order.pdf --terms names.txt --out order-redacted.pdf --reason "name withheld"',
  async run(context) {
    const { values, positionals } = readArgs(context.args, OPTIONS, { min: 1, max: 1 });
    const [file] = positionals as [string];
    const { terms, out, reason, force } = values;
    if (terms === undefined || out === undefined)
      throw problem('wrong-use', 'redact takes --terms FILE and --out FILE.pdf.', { hint: 'See: misl help redact' });
    const target = readTarget(out, 'pdf');
    for (const given of [file, terms]) {
      if (!isSame(given, target)) continue;
      throw problem('output-is-source', `The copy would overwrite ${path.basename(given)}. Nothing was written.`, {
        hint: 'Give --out another name.',
      });
    }
    if (!force && existsSync(target))
      throw problem('file-exists', `There is a file ${path.basename(target)} already. It was left as it is.`, {
        hint: 'Choose another name, or allow it to be replaced (--force).',
      });
    const handle = { kind: 'path' as const, file: sourceOf(file) };
    const password = await pdfPasswords(context)(path.basename(file), handle);
    const list = listOf(terms);
    const scratch = `${path.dirname(target)}${path.sep}.${path.basename(target).slice(0, 80)}.${uuidv7().slice(-8)}.part`;
    let made: RedactionOutput;
    try {
      await mkdir(scratch, { mode: 0o700 });
      made = await redactInWorker(
        { handle, password, scratch, seal: null, terms: list, marks: [], reason: reason ?? null },
        { signal: context.signal, onProgress: context.interactive ? progressTo(context) : () => {} },
      );
      context.signal.throwIfAborted();
      await intoPlace(target, { overwrite: force ?? false }, (partial) => rename(made.file, partial));
    } catch (error) {
      throw readable(error, target);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    const { size, pages, redactions, removed, sha256, problems, unsearched } = made;
    // What could not be searched may still say a name: the copy is written, and is not called done.
    const status = unsearched.length > 0 ? EXIT.refused : EXIT.done;
    for (const each of context.json && status === EXIT.done ? [] : problems) context.err(`misl: ${each}`);
    if (context.json) {
      context.out(JSON.stringify({ pages, redactions, removed, sha256, bytes: size, problems, unsearched }));
      return status;
    }
    const count = redactions.reduce((sum, each) => sum + each.count, 0);
    context.out(
      count > 0
        ? `${target}: ${count} ${count === 1 ? 'place' : 'places'} removed on ${pages} ${pages === 1 ? 'page' : 'pages'}, and proven gone`
        : `${target}: none of the terms occurs; the copy is the file without its metadata and hidden content`,
    );
    return status;
  },
};

const progressTo =
  ({ err }: CliContext) =>
  ({ done, total }: { done: number; total: number | null }) =>
    err(`${done}${total === null ? '' : ` of ${total}`} pages`);

function sourceOf(file: string): string {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info) throw problem('no-such-file', `There is no file ${path.basename(file)}.`);
  if (!info.isFile()) throw problem('folder-given', `${path.basename(file)} is not a file.`);
  return path.resolve(file);
}

/** The list of terms, in UTF-8 or, as some editors write it, in UTF-16. */
function listOf(file: string): string {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info?.isFile()) throw problem('no-such-file', `There is no list of terms ${path.basename(file)}.`);
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8');
}

/** Whether two paths lead to one file, by whatever name or link. */
function isSame(file: string, out: string): boolean {
  if (path.resolve(file) === out) return true;
  const [a, b] = [file, out].map((each) => statSync(each, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
