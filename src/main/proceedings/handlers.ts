import type { proceedingCalls } from '#shared/contract/proceedings.ts';
import type { Handlers } from '#main/handlers.ts';

export const proceedingHandlers: Handlers<keyof typeof proceedingCalls> = {};
