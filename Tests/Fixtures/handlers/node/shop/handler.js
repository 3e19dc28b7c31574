const express = require('express')
const serverless = require('serverless-http')
const app = express()

app.get('/orders', (request, response) => response.send([]))

async function answer(event) {
  return serverless(app)(event)
}

module.exports = { answer }
