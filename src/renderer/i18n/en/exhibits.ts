export const exhibits = {};
