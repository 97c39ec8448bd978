import type { Handlers } from '#main/handlers.ts';
import type { diaryCalls } from '#shared/contract/diary.ts';

export const diaryHandlers: Handlers<keyof typeof diaryCalls> = {};
