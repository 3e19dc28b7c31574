export default {
  async fetch(request: Request) { return new Response("shop"); },
  async scheduled(controller: unknown) { return 1; },
};
