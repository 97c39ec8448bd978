import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// Each part of the check is seen to refuse what it is there to refuse: a small project is made with this one's
// settings, once as it should be and once with one thing planted for each rule.

const root = resolve(import.meta.dirname, '../../..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with our settings and these sources. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'misl-check-'));
  folders.push(folder);
  for (const name of ['biome.json', 'knip.json', '.gitignore']) cpSync(join(root, name), join(folder, name));
  // node_modules is only linked: what tsc remembers must not lie there.
  const tsconfig = readFileSync(join(root, 'tsconfig.json'), 'utf8').replace('./node_modules/.cache/tsc', '.');
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = { name: 'planted', private: true, type: 'module', imports };
  const settings = { 'tsconfig.json': tsconfig, 'package.json': `${JSON.stringify(packages, null, 2)}\n` };
  for (const [name, text] of Object.entries({ ...settings, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

function run(script: string, folder: string): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts', script), folder]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((done) => child.on('close', (status) => done({ status, output })));
}

const SOUND = {
  'src/main/index.ts': "import { double } from '#shared/domain/double.ts';\n\nconsole.warn(double(2));\n",
  'src/shared/domain/double.ts': 'export const double = (n: number): number => 2 * n;\n',
};

describe('check', () => {
  it('passes a project that is as it should be', async () => {
    const { status, output } = await run('check.mjs', project(SOUND));
    expect(output).not.toContain('FAILED');
    expect(output.match(/^ {2}ok /gm)).toHaveLength(4);
    expect(status).toBe(0);
  });

  it('finds a wrong type, a forbidden import, an unused file and bad style, each by its own part', async () => {
    const folder = project({
      ...SOUND,
      'src/shared/domain/double.ts':
        "import { sep } from 'node:path';\n\nexport const double = (n: string): number => 2 * n;\nexport const unused = sep;\n",
      'src/main/orphan.ts': 'export var x: any = 1\n',
    });
    const { status, output } = await run('check.mjs', folder);
    const parts = Object.fromEntries(
      output
        .split(/^ {2}FAILED {2}/m)
        .slice(1)
        .map((part) => [part.slice(0, part.indexOf(' (')), part]),
    );
    expect(Object.keys(parts).sort()).toEqual(['boundaries', 'lint and format', 'types', 'unused code']);
    expect(parts.types).toContain('src/shared/domain/double.ts(3,50): error TS2363');
    expect(parts.boundaries).toContain('shared-has-no-io: src/shared/domain/double.ts → path');
    expect(parts['unused code']).toMatch(/Unused files \(1\)\s+src\/main\/orphan\.ts/);
    expect(parts['unused code']).toMatch(/Unused exports \(1\)\s+unused/);
    expect(parts['lint and format']).toContain('noExplicitAny');
    expect(status).toBe(1);
  });
});

describe('boundaries', () => {
  const empty = 'export const x = 1;\n';
  const PLANTED: Record<string, [file: string, text: string]> = {
    'shared-is-below-all': ['src/shared/a.ts', "import '#main/store/x.ts';\n"],
    'shared-has-no-io': ['src/shared/b.ts', "import 'node:fs';\n"],
    'domain-is-pure': ['src/shared/domain/c.ts', "import '#shared/contract/x.ts';\n"],
    'domain-reads-no-packs': ['src/shared/domain/d.ts', "import { x } from '#shared/packs/read.ts';\nx;\n"],
    'renderer-knows-only-shared': ['src/renderer/e.tsx', "import type { X } from '#main/store/x.ts';\nlet x: X;\n"],
    'renderer-has-no-node': ['src/renderer/f.tsx', "import 'node:fs';\n"],
    'main-knows-no-window': ['src/main/store/g.ts', "import '#renderer/x.tsx';\n"],
    'only-shell-imports-electron': ['src/main/store/h.ts', "import { app } from 'electron';\napp;\n"],
    'cli-needs-no-shell': ['src/main/cli/i.ts', "import '../shell/x.ts';\n"],
    'rooms-only-through-service': ['src/main/diary/j.ts', "import '#main/matters/x.ts';\n"],
    'widgets-are-wrapped': ['src/renderer/rooms/k.tsx', "import { Button } from 'react-aria-components';\nButton;\n"],
    'no-cycles': ['src/main/store/l.ts', "import './m.ts';\n"],
    'all-imports-exist': ['src/main/store/n.ts', "import './nowhere.ts';\n"],
  };
  const GROUND = {
    'src/main/store/x.ts': 'export type X = 1;\n',
    'src/main/store/m.ts': "import './l.ts';\n",
    'src/main/shell/x.ts': "import { app } from 'electron';\napp;\n",
    'src/main/matters/x.ts': empty,
    'src/main/matters/service.ts': empty,
    'src/main/diary/allowed.ts': "import '#main/matters/service.ts';\n",
    'src/shared/contract/x.ts': empty,
    'src/shared/packs/read.ts': empty,
    'src/shared/domain/allowed.ts': "import { z } from 'zod';\nimport type { x } from '#shared/packs/read.ts';\nz;\n",
    'src/renderer/x.tsx': empty,
    'src/renderer/ui/allowed.tsx': "import { Button } from 'react-aria-components';\nButton;\n",
  };

  it('refuses one planted import for each rule, and nothing else', async () => {
    const { status, output } = await run(
      'boundaries.mjs',
      project({ ...GROUND, ...Object.fromEntries(Object.values(PLANTED)) }),
    );
    const found = output.match(/^[a-z-]+: src\S+/gm)!;
    expect(found.sort()).toEqual(
      Object.entries(PLANTED)
        .map(([rule, [file]]) => `${rule}: ${file}`)
        .sort(),
    );
    expect(status).toBe(1);
  });

  it('has a planted import for every rule of the project', () => {
    const rules = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8').match(/(?<=name: ')[a-z-]+/g)!;
    expect(rules.sort()).toEqual(Object.keys(PLANTED).sort());
  });

  it('fails when it could not read a source', async () => {
    const { status, output } = await run('boundaries.mjs', project({ 'src/a.ts': "import {{ from './b.ts';\n" }));
    expect(output).toContain('src/a.ts');
    expect(status).toBe(1);
  });

  it('fails where there are no sources', async () => {
    const { status } = await run('boundaries.mjs', project({ 'src/readme.txt': '' }));
    expect(status).toBe(1);
  });
});
