import { calls } from './call.ts';

export const proceedingCalls = calls({});
