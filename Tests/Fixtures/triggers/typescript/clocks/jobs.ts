import cron from 'node-cron'
import { CronJob } from 'cron'
import { Worker, Queue } from 'bullmq'

// want: schedule -> report period=86400
// want: schedule -> schedule 0 * * * * period=3600
// want: queue -> work source=mails concurrency=5
// want: implied schedule -> beat period=10
// want: total 4
cron.schedule('0 3 * * *', report)
new CronJob('0 * * * *', () => { work() }).start()
new Worker('mails', work, { concurrency: 5 })
setInterval(beat, 10 * 1000)

function report() {}
function work() {}
function beat() {}
