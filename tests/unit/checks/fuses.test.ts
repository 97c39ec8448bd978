import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { afterAll, expect, it } from 'vitest';
import afterPack, { fuses } from '../../../scripts/fuses.mjs';

// The fuses lie in Electron's program behind a fixed mark: version, length, and one character for each.
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const folder = mkdtempSync(join(tmpdir(), 'misl-fuses-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with a fuse wire, as electron-builder leaves one for Linux. */
function packed(wire: string): AfterPackContext {
  const bytes = [Buffer.alloc(900, 7), Buffer.from(MARK), Buffer.from([1, wire.length]), Buffer.from(wire)];
  writeFileSync(join(folder, 'misl'), Buffer.concat([...bytes, Buffer.alloc(900, 7)]));
  const packager = { appInfo: { productFilename: 'Misl' }, platformSpecificBuildOptions: { executableName: 'misl' } };
  return { appOutDir: folder, electronPlatformName: 'linux', packager } as unknown as AfterPackContext;
}

it('sets every fuse of the packaged program', async () => {
  await afterPack(packed('101100111'));
  const { version: _version, ...wire } = await getCurrentFuseWire(join(folder, 'misl'));
  const set = Object.fromEntries(Object.entries(wire).map(([fuse, state]) => [FuseV1Options[Number(fuse)], state]));
  const { ENABLE, DISABLE } = FuseState;
  expect(set).toEqual({
    RunAsNode: DISABLE,
    EnableCookieEncryption: ENABLE,
    EnableNodeOptionsEnvironmentVariable: DISABLE,
    EnableNodeCliInspectArguments: DISABLE,
    EnableEmbeddedAsarIntegrityValidation: ENABLE,
    OnlyLoadAppFromAsar: ENABLE,
    LoadBrowserProcessSpecificV8Snapshot: DISABLE,
    GrantFileProtocolExtraPrivileges: DISABLE,
    WasmTrapHandlers: ENABLE,
  });
});

it('refuses a program with a fuse that nobody decided on, or with none', async () => {
  expect(fuses.strictlyRequireAllFuses).toBe(true);
  await expect(afterPack(packed('1011001110'))).rejects.toThrow(/fuse/i);
  const context = packed('101100111');
  writeFileSync(join(folder, 'misl'), 'no fuses here');
  await expect(afterPack(context)).rejects.toThrow(/sentinel/i);
});
