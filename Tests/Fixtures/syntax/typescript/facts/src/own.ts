export function Injectable(options?: object) { return (target: any) => target; }
