import type { Handlers } from '#main/handlers.ts';
import type { proceedingCalls } from '#shared/contract/proceedings.ts';

export const proceedingHandlers: Handlers<keyof typeof proceedingCalls> = {};
