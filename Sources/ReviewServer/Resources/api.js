// Talking to the server. The key comes in the part of the address that browsers never send; it is
// kept for this tab and taken out of the address at once.

const kept = "cleave-key";

function key() {
  if (location.hash.length > 1) {
    sessionStorage.setItem(kept, location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(kept) ?? "";
}

const token = key();

/** What the server refused: a sentence, and what others have decided that stands against it. */
export class Refused extends Error {
  constructor(status, message, conflicts) {
    super(message);
    this.status = status;
    this.conflicts = conflicts;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: { ...options.headers, authorization: `Bearer ${token}` },
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    throw new Refused(0, "the server does not answer; is “cleave serve” still running?", []);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, body.error ?? response.statusText, body.conflicts ?? []);
  }
  return body;
}

export const get = (path) => ask(path, {});

export const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
