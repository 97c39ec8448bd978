import type { bundleCalls } from '#shared/contract/bundles.ts';
import type { Handlers } from '#main/handlers.ts';

export const bundleHandlers: Handlers<keyof typeof bundleCalls> = {};
