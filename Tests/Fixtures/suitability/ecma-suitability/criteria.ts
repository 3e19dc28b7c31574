import Redis from "ioredis"; // want: B25 -> file
import sharp from "sharp"; // want: B11 -> file
import { writeFileSync, readFileSync } from "node:fs";

// want: B2 -> login
export function login(req: any) {
  return req.session.user;
}

// want: B6 -> save
export function save(text: string) {
  writeFileSync("/srv/x", text);
}

// want: B20 -> page
export function page(req: any, res: any) {
  res.render("index");
}

// want: B17 -> ask
export function ask(axios: any) {
  return axios.get("http://stock");
}

// want: !B2 -> plain
// want: !B6 -> plain
// want: !B20 -> plain
export function plain(store: any) {
  const session = store.session;
  return readFileSync("/srv/x") + "writeFileSync res.render" + session;
}

// want: B25 -> sweep
export function sweep() {
  return db.sortedSetRemove("orders", 1);
}

// want: !B25 -> dbless
export function dbless(dbs: any) {
  return dbs.list("db");
}
