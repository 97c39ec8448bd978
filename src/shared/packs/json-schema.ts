import { z } from 'zod';
import { packFile } from './schema.ts';

/** The JSON Schema (draft 2020-12) of one file of a pack, for editors that check while one types. */
export function packSchema(): object {
  return { title: 'A file of a Misl pack', ...z.toJSONSchema(packFile, { io: 'input', unrepresentable: 'any' }) };
}
