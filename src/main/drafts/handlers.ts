import type { draftCalls } from '#shared/contract/drafts.ts';
import type { Handlers } from '#main/handlers.ts';

export const draftHandlers: Handlers<keyof typeof draftCalls> = {};
