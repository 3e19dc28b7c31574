export const main = async (event: unknown) => ({ statusCode: 201, body: event });
