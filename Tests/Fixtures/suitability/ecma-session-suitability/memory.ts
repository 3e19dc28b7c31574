import session from "express-session";

// want: B2 -> login
export function login(req: any) {
  return req.session.user;
}

// want: !B2 -> plain
export function plain(store: any) {
  return store.session;
}
