export const timeouts = { usual: 20 };
