import { assemble } from '#main/bundles/assembler/assemble.ts';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import type { AssemblyItem, AssemblyPlan, AssemblyReport } from '#main/bundles/assembler/types.ts';

/** A source that is in memory, as an item of a plan. */
export function itemOf(id: string, bytes: Uint8Array, more: Partial<AssemblyItem> = {}): AssemblyItem {
  return { id, kind: 'document', open: () => bytesSource(bytes), ...more };
}

/** The number printed at the foot of every page, and nothing else. */
export const numbered: NonNullable<AssemblyPlan['stamps']> = (index) => [
  { text: String(index + 1), position: 'bottom-centre', size: 11 },
];

/** Assembles in memory. */
export function assembled(
  items: readonly AssemblyItem[],
  plan: Partial<AssemblyPlan> = {},
): { pdf: Buffer; report: AssemblyReport } {
  const parts: Buffer[] = [];
  const sink = { write: (bytes: Uint8Array) => void parts.push(Buffer.from(bytes)) };
  const report = assemble({ items, ...plan }, sink);
  return { pdf: Buffer.concat(parts), report };
}
