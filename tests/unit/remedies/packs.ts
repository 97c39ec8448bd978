import path from 'node:path';
import { loadPacks } from '#main/packs/service.ts';
import { getPack } from '#shared/packs/library.ts';

const { library } = loadPacks([path.join(import.meta.dirname, '../../../resources/packs')]);

export const packIds = [...library.packs.keys()];
export const pack = (id: string) => getPack(library, id);
