// The programs of the system that the tests open our files with. Plain JavaScript: runs on the Node of the machine.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './find.mjs';

/** Each with the Debian package that brings it, and what needs it. */
const programs = [
  { name: 'Chromium', debian: 'chromium', found: () => findChromium() !== undefined, for: 'end-to-end tests' },
  { name: 'qpdf', debian: 'qpdf', found: () => hasProgram('qpdf'), for: 'tests of PDF files' },
  {
    name: 'poppler (pdftotext, pdfinfo, pdftoppm)',
    debian: 'poppler-utils',
    found: () => hasProgram('pdftotext') && hasProgram('pdfinfo') && hasProgram('pdftoppm'),
    for: 'tests of PDF files',
  },
  {
    name: 'LibreOffice Writer (soffice)',
    debian: 'libreoffice-writer',
    found: () => hasProgram('soffice'),
    for: 'tests of Word files',
  },
];

/** The programs that are not there. @returns {{ name: string, debian: string, for: string }[]} */
export function missingPrograms() {
  return programs.filter(({ found }) => !found());
}

/** Whether a program is on the path. @param {string} name */
export function hasProgram(name) {
  const ends = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && ends.some((end) => existsSync(path.join(folder, name + end))));
}
