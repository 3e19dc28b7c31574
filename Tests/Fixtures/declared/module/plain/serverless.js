// A module of this name that configures nothing.
export function functions(handler) {
  return [1, 2].map((x) => handler(x));
}
