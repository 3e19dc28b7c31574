'use strict';

const Controllers = module.exports;

Controllers.write = require('./write');
Controllers.globalMods = require('./globalmods');
