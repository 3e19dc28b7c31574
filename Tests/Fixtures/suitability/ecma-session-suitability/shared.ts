import session from "express-session";
import { RedisStore } from "connect-redis";

// Any instance can go on with a session that lies in a store of its own.
// want: !B2 -> login
export function login(req: any) {
  return req.session.user;
}

// want: !B2 -> plain
export function plain(store: any) {
  return store.session;
}
