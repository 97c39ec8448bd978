import { calls } from './call.ts';

export const draftCalls = calls({});
