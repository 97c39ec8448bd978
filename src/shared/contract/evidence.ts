import { calls } from './call.ts';

export const evidenceCalls = calls({});
