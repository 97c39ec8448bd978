import path from 'node:path';
import { loadPacks } from '#main/packs/service.ts';
import { type ComputeInput, computeDeadline } from '#shared/domain/deadlines/compute.ts';
import { getPack } from '#shared/packs/library.ts';

const PACKS = path.join(import.meta.dirname, '../../../resources/packs');
export const { library, errors } = loadPacks([PACKS]);

export type Asked = Omit<ComputeInput, 'pack' | 'today'> & { pack: string };

/** Computes by the installed packs, as on 23 November 2026, with the trace. */
export const count = ({ pack, ...input }: Asked) =>
  computeDeadline({ today: '2026-11-23', trace: true, ...input, pack: getPack(library, pack) });
