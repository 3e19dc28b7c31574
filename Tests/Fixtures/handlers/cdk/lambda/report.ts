export async function nightly(event: any) { return event; }
