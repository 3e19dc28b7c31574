import Agenda from 'agenda'
import Bull from 'bull'
import { Kafka, Consumer } from 'kafkajs'
import { api } from 'encore.dev/api'
import { CronJob } from 'encore.dev/cron'

// want: queue -> send name=mail rule=ecma.agenda.define
// want: schedule -> send period=300 rule=ecma.agenda.every
// want: queue -> work rule=ecma.bull.process
// want: stream -> read rule=ecma.kafka.run
// want: http -> GET /hello method=GET path=/hello
// want: !queue -> plain
const agenda = new Agenda()
agenda.define('mail', send)
agenda.every('5 minutes', 'mail')
const queue = new Bull('images')
queue.process(work)

export async function start(consumer: Consumer) {
  await consumer.run({ eachMessage: read })
}

export const hello = api({ method: 'GET', path: '/hello' }, async () => {})

image.process(plain)

function send() {}
function work() {}
function plain() {}
async function read() {}
