'use strict';
const path = require('path'); // want: import-external path
const { open: unlock, close } = require('./whole'); // want: import ./whole -> src/cjs/whole.js
const Whole = require('./whole');
const api = module.exports;

function helper() { // want: declare function helper definition
  unlock(); // want: call helper -> open @src/cjs/whole.js
  return new Whole(); // want: call helper -> Whole
}

class Counter {
  constructor() { this.whole = new Whole(); this.path = path; }
  count() { this.whole.open(); } // want: call Counter.count -> Whole.open
}

api.later = function () { return helper(); }; // want: call later -> helper
exports.inner = () => api.later(); // want: call inner -> later
module.exports.Counter = Counter;
exports.helper = helper;
function again() { require('./again')(); } // want: import ./again -> src/cjs/again.js
// want: call again -> run @src/cjs/again.js
