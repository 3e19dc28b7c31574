// want: none
export function login(req: any, res: any) {}
export function list(req: any, res: any) {}
export function show(req: any, res: any) {}
