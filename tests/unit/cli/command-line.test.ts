// The program as a script calls it: one document or one line, the right status, and nothing lost on the way out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '#main/vault/vault.ts';
import { root } from '../../../scripts/find.mjs';

const PASSPHRASE = 'seven lamps under the river';
const folder = mkdtempSync(path.join(tmpdir(), 'misl-cli-'));
const vault = path.join(folder, 'Chamber.misl');
const env = { ...process.env, MISL_PASSPHRASE: PASSPHRASE };

function misl(args: string[], stdout: 'pipe' | number = 'pipe') {
  const done = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'src/main/cli/index.ts'), ...args],
    { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', stdout, 'pipe'], timeout: 60_000 },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}

beforeAll(() => {
  expect(misl(['vault', 'create', vault]).status).toBe(0);
  expect(misl(['vault', 'seed', vault, '--matters', '1']).status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is written wrong', () => {
  const wrong: [string, string[], RegExp][] = [
    ['a day of no calendar', ['--today', '2026-02-30', 'packs', 'list'], /--today takes a date/],
    ['a day that is left out', ['packs', 'list', '--today'], /--today takes a date/],
    ['a word that every object knows', ['constructor'], /no command constructor/],
    ['an unknown option', ['vault', 'info', vault, '--bogus'], /no option --bogus/],
    ['an option without its value', ['diary', vault, '--from'], /option --from takes a value/],
    ['a value that looks like an option', ['vault', 'seed', vault, '--matters', '-3'], /--matters takes a value/],
    ['a value for a switch', ['vault', 'db-key', vault, '--yes=please'], /option --yes takes no value/],
    ['29 February of a common year', ['diary', vault, '--from', '2026-02-29'], /--from: “2026-02-29” is no date/],
    [
      'a span that ends before it begins',
      ['diary', vault, '--from', '2026-12-31', '--to', '2026-01-01'],
      /before --from/,
    ],
    ['JSON that is a calendar', ['diary', vault, '--format', 'ics'], /--format ics does not/],
    ['a month of no year', ['status', vault, 'M-1', '--as-of', '2026-13-01'], /--as-of: “2026-13-01” is no date/],
    [
      'an order of dates that is none',
      ['matter', 'import-csv', vault, 'x.csv', '--date-order', 'year'],
      /--date-order/,
    ],
    ['a Word file called PDF', ['status', vault, 'M-1', '--out', 'x.pdf'], /x\.pdf is no name for one/],
    [
      'a bundle called Word file',
      ['bundle', '--files', 'a.pdf', '--title', 'T', '--out', 'x.docx'],
      /x\.docx is no name/,
    ],
    ['a bundle of the vault called text', ['bundle', vault, 'B', '--out', 'x.txt'], /x\.txt is no name for one/],
    [
      'a report called picture',
      ['bundle', vault, 'B', '--out', 'x.pdf', '--report', 'r.png'],
      /--report: what is written is a PDF/,
    ],
    ['a redacted copy called ODT', ['redact', 'a.pdf', '--terms', 't.txt', '--out', 'x.odt'], /x\.odt is no name/],
    [
      'time left out that ends before it begins',
      ['deadline', 'sc.leave', '--pack', 'pk', '--trigger', '2026-01-05', '--exclude', 'copy:2026-02-02..2026-02-01'],
      /--exclude: “copy:2026-02-02\.\.2026-02-01” ends before/,
    ],
    ['a Word file called ODT', ['draft', vault, 'P', '--template', 'affidavit', '--out', 'x.odt'], /no name for one/],
  ];
  for (const [what, args, why] of wrong) {
    it(`${what} is told in one line, and as one document`, () => {
      const { status, out, err } = misl(['--json', ...args]);
      expect(status).toBe(2);
      expect(err).toMatch(why);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'wrong-use' } });
    }, 30_000);
  }
});

it('refuses a deadline in a year that cannot be written, and says so', () => {
  const args = ['deadline', 'frcp.period', '--pack', 'us-federal', '--trigger', '9999-12-31', '--fact', 'days=5'];
  const { status, out, err } = misl(['--json', ...args]);
  expect(status).toBe(1);
  expect(err).toMatch(/beyond the year 9999/);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'beyond-reach' } });
}, 30_000);

it('says of a folder in the way that it is one', () => {
  const { reference } = (JSON.parse(misl(['matter', 'list', vault, '--json']).out) as { reference: string }[])[0]!;
  const { status, err } = misl(['status', vault, reference, '--out', '.']);
  expect(status).toBe(1);
  expect(err).toMatch(/is a folder/);
}, 30_000);

it('explains itself as one document too', () => {
  const { status, out } = misl(['help', '--json']);
  expect(status).toBe(0);
  const words = JSON.parse(out) as { name: string; usage: string; summary: string; example: string }[];
  expect(words.map(({ name }) => name)).toContain('bundle');
  expect(words.every(({ usage, summary, example }) => usage && summary && example)).toBe(true);
  expect(JSON.parse(misl(['help', 'diary', '--json']).out)).toHaveLength(1);
}, 60_000);

it('reads beside a program that has the vault open for writing', async () => {
  const writer = await openVault(vault, { passphrase: PASSPHRASE });
  try {
    const { reference } = (JSON.parse(misl(['matter', 'list', vault, '--json']).out) as { reference: string }[])[0]!;
    expect(misl(['status', vault, reference]).status).toBe(0);
    const refused = misl(['status', vault, reference, '--out', 'status.docx']);
    expect(refused.status).toBe(1);
    expect(refused.err).toMatch(/open for writing already/);
    expect(existsSync(path.join(folder, 'status.docx'))).toBe(false);
  } finally {
    await writer.close();
  }
}, 60_000);

it('never writes over the vault itself, even when it may replace what is there', () => {
  const header = readFileSync(path.join(vault, 'vault.json'));
  const { reference } = (JSON.parse(misl(['matter', 'list', vault, '--json']).out) as { reference: string }[])[0]!;
  for (const target of ['db/main', 'vault.json.bak.docx']) {
    const done = misl(['status', vault, reference, '--out', path.join(vault, target), '--force']);
    expect(done.status).toBe(1);
    expect(done.err).toMatch(/inside the vault/);
  }
  expect(readFileSync(path.join(vault, 'vault.json'))).toEqual(header);
}, 60_000);

it('says which heading of a map is said to hold what there is not', () => {
  writeFileSync(path.join(folder, 'map.json'), '{"Case No": "nope"}');
  writeFileSync(path.join(folder, 'register.csv'), 'Case No\nW.P. 1/2026\n');
  const done = misl(['matter', 'import-csv', vault, 'register.csv', '--map', 'map.json', '--json']);
  expect(done.status).toBe(1);
  expect(JSON.parse(done.out)).toMatchObject({ error: { code: 'bad-map', hint: expect.stringContaining('nextOn') } });
  expect(done.err).toContain('“Case No”');
}, 30_000);

it('tells of a cell that is longer than can be kept', () => {
  writeFileSync(path.join(folder, 'long.csv'), `Title,File No,Court\nA v. B,${'7'.repeat(300)},Civil Court\n`);
  const done = misl(['matter', 'import-csv', vault, 'long.csv', '--dry-run', '--json']);
  expect(done.status).toBe(0);
  expect((JSON.parse(done.out) as { rows: { problems: string[] }[] }).rows[0]?.problems).toEqual([
    'The column read as reference has 300 characters here, and is cut after 60',
  ]);
}, 30_000);

// A device that is always full is to be had on Linux only.
it.runIf(existsSync('/dev/full'))(
  'says that an answer got lost, and exits with 1',
  () => {
    const done = misl(['packs', 'list', '--json'], openSync('/dev/full', 'w'));
    expect(done.status).toBe(1);
    expect(done.err).toMatch(/could not be written/);
  },
  30_000,
);

it('lets a reader leave before the end', () => {
  const program = `"${process.execPath}" --disable-warning=ExperimentalWarning "${path.join(root, 'src/main/cli/index.ts')}"`;
  for (const args of ['packs list --json', `diary "${vault}" --from 2020-01-01 --to 2029-12-31 --format csv`]) {
    const { stderr, stdout } = spawnSync('sh', ['-c', `(${program} ${args}; echo "status $?" >&2) | true`], {
      env,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(stderr).toBe('status 0\n');
  }
}, 60_000);
