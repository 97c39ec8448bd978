import type { Handlers } from '#main/handlers.ts';
import type { evidenceCalls } from '#shared/contract/evidence.ts';

export const evidenceHandlers: Handlers<keyof typeof evidenceCalls> = {};
