import { app } from '@azure/functions'
import * as functions from '@google-cloud/functions-framework'
import { onSchedule } from 'firebase-functions/v2/scheduler'
import { onDocumentCreated } from 'firebase-functions/v2/firestore'

// want: http -> hello path=/greet method=GET rule=ecma.azure.http
// want: schedule -> clean cron=0_*/5_*_*_*_* period=300
// want: http -> front rule=ecma.gcp.http
// want: schedule -> schedule 86400s period=86400
// want: dbchange -> created source=orders/{id}
// want: !http -> plain
app.http('hello', { methods: ['GET'], route: 'greet', handler: hello })
app.timer('clean', { schedule: '0 */5 * * * *', handler: clean })
functions.http('front', front)
export const daily = onSchedule('every day 00:00', async () => {})
export const order = onDocumentCreated('orders/{id}', created)
client.http('x', plain)

async function hello() {}
async function clean() {}
function front() {}
function plain() {}
function created() {}
