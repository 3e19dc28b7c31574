import { app } from '@azure/functions'
import * as functions from '@google-cloud/functions-framework'
import { onSchedule } from 'firebase-functions/v2/scheduler'
import { onDocumentCreated } from 'firebase-functions/v2/firestore'
import { onObjectFinalized } from 'firebase-functions/v2/storage'

// want: http -> hello path=/greet method=GET rule=ecma.azure.http
// want: schedule -> clean cron=0_*/5_*_*_*_* period=300
// want: http -> front rule=ecma.gcp.http
// want: schedule -> daily period=86400
// want: storage -> resize
// want: dbchange -> created source=orders/{id}
// want: !http -> plain
app.http('hello', { methods: ['GET'], route: 'greet', handler: hello })
app.timer('clean', { schedule: '0 */5 * * * *', handler: clean })
functions.http('front', front)
export const daily = onSchedule('every day 00:00', async () => {})
exports.resize = onObjectFinalized({ bucket: 'pictures' }, (event) => {})
export const order = onDocumentCreated('orders/{id}', created)
client.http('x', plain)

async function hello() {}
async function clean() {}
function front() {}
function plain() {}
function created() {}
