import fastify, { FastifyInstance } from 'fastify'

// want: http -> list method=GET path=/orders rule=ecma.express.route
// want: http -> create method=POST path=/orders rule=ecma.fastify.route
// want: !http -> plain
// want: total 2
export async function routes(server: FastifyInstance) {
  server.get('/orders', list)
  server.route({ method: 'POST', url: '/orders', handler: create })
  cache.get('/orders', plain)
}

async function list() {}
async function create() {}
async function plain() {}
