export async function send(event: any) { return event; }
