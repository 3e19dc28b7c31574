const { WebSocketServer } = require('ws')
const helpers = require('./helpers')
const express = require('express')

// want: duplex -> connected
// want: http -> page method=GET path=/login rule=ecma.nodebb.page
// want: !duplex -> closed
// want: total 2
const wss = new WebSocketServer({ port: 80 })
wss.on('connection', connected)
wss.on('close', closed)
helpers.setupPageRoute(app, '/login', [], page)
helpers.setupOther(app, '/x', [], closed)

function connected(socket) {}
function closed() {}
function page() {}
