import { calls } from './call.ts';

export const diaryCalls = calls({});
