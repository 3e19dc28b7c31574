export async function resize(context: unknown, blob: Uint8Array) { return blob; }
