import path from 'node:path';
import { expect, test } from 'vitest';
import { compilePacks } from '#main/packs/compiled.ts';
import { readPack } from '#shared/packs/read.ts';
import { textsOf } from './mutate.ts';

test('what the build puts beside the program says what the files of the packs say', () => {
  const root = path.join(import.meta.dirname, '../../../resources/packs');
  const { sum, packs } = JSON.parse(compilePacks(root)) as { sum: string; packs: { file: string; value: unknown }[][] };
  expect(sum).toMatch(/^[0-9a-f]{64}$/);
  const punjab = packs.find((files) =>
    files.some(({ value }) => (value as { pack?: { id: string } }).pack?.id === 'pk-punjab'),
  );
  const { source } = readPack(textsOf('pk-punjab'));
  expect(punjab).toEqual(JSON.parse(JSON.stringify(source!.files.map(({ file, value }) => ({ file, value })))));
});
