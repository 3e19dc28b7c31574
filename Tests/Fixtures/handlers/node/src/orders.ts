export const list = async (event: unknown) => ({ statusCode: 200 });
