export type Shape = { corners: number };
// want: declare alias Shape definition
