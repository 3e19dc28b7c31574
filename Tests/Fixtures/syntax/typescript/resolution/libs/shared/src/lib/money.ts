export const money = 1, based = 2;
