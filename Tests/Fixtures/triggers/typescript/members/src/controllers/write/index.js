'use strict';

const Write = module.exports;

Write.admin = require('./admin');
