import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Programs that are not ours, to open what is: poppler, qpdf, LibreOffice. */

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'misl-documents-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a person reads on the pages, by poppler, with white space made single. */
export function pdfText(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-nopgbrk', file, '-'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return text.toString('utf8').replace(/\s+/g, ' ');
  });
}

/** The pages as lines, columns side by side. */
export function pdfRows(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8');
  });
}

export function pdfInfo(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdfinfo', [file], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8');
  });
}

/** What qpdf finds wrong: empty where nothing is. */
export function qpdfFindings(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const run = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return run.status === 0 ? '' : run.stdout + run.stderr;
  });
}

/** The words of the first page with their place, as poppler sees them. */
export function pdfWords(pdf: Uint8Array): { text: string; x: number; y: number }[] {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const html = execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString('utf8');
    return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)<\/word>/g)].map(([, x, y, text]) => ({
      x: Number(x),
      y: Number(y),
      text: text!.replace(/[\u200E\u200F\u202A-\u202E]/g, ''),
    }));
  });
}

/** Opens Word files in LibreOffice without a window and gives them back as PDF: all in one start of it. */
export function throughLibreOffice(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  return inFolder((folder) => {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name]!);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...names.map((name) => join(folder, `${name}.docx`)),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, `${name}.pdf`))]));
  });
}
