export function shared(...all: any[]) {}
