import { calls } from './call.ts';

export const bundleCalls = calls({});
