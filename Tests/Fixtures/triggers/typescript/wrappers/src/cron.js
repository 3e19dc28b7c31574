'use strict';

const { CronJob } = require('cron');

// Its callers say when, and what.
// want: none
exports.addJob = async function (options) {
  const { name, cronTime, onTick } = options;
  const job = new CronJob(cronTime, async function () {
    console.log(name);
    await onTick();
  });
  return job;
};

exports.every = function (spec, work) {
  return new CronJob(spec, work);
};

exports.say = function (text) { return text; };
