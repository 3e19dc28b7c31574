export const take = async (event: unknown) => event;
