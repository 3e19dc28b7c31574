export async function main(event) { return event; }
