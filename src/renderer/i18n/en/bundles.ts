export const bundles = {};
