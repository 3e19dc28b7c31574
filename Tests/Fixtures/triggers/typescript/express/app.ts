import express from 'express'
import axios from 'axios'
import orders from './orders'
import { login } from './auth'

// want: http -> login method=POST path=/login
// want: http -> GET /health method=GET path=/health
// want: total 2
const app = express()
app.use('/api/orders', orders)
app.post('/login', login)
app.get('/health', (req, res) => {
  res.send('app.get("/text", x)')
})
axios.get('/elsewhere', () => {})
app.get('env')
app.listen(80)
