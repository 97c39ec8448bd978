import type { evidenceCalls } from '#shared/contract/evidence.ts';
import type { Handlers } from '#main/handlers.ts';

export const evidenceHandlers: Handlers<keyof typeof evidenceCalls> = {};
