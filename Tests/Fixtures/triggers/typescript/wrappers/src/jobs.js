'use strict';

const cron = require('./cron');

function sweep() {}
function report() {}

exports.start = async function () {
  // want: schedule -> sweep period=86400 name=sweep
  await cron.addJob({
    name: 'sweep',
    cronTime: '0 0 * * *',
    onTick: sweep,
  });
  // want: schedule -> start.schedule 0 * * * * period=3600
  await cron.addJob({
    name: 'hourly',
    cronTime: '0 * * * *',
    onTick: async () => { await report(); },
  });
  // want: schedule -> report period=300
  cron.every('*/5 * * * *', report);
  // A function that hands on no time.
  // want: total 3
  cron.say('0 1 * * *');
};
