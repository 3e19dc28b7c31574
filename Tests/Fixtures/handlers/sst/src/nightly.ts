export async function handler() {
  return 1;
}
