import type { diaryCalls } from '#shared/contract/diary.ts';
import type { Handlers } from '#main/handlers.ts';

export const diaryHandlers: Handlers<keyof typeof diaryCalls> = {};
