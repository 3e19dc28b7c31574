'use strict';

const router = require('express').Router();
const controllers = require('../controllers');
const helpers = require('./helpers');

module.exports = function () {
  // want: http -> update method=PUT path=/settings
  router.put('/settings', controllers.write.admin.update);
  // want: http -> Admin.parts.install method=POST path=/parts
  router.post('/parts', controllers.write.admin.parts.install);
  // What a wrapper is handed is what runs.
  // want: http -> modsController.flags.detail method=GET path=/flags
  router.get('/flags', helpers.tryRoute(controllers.globalMods.flags.detail));
  // Code of the browser answers nothing.
  // want: http -> - method=DELETE path=/parts
  router.delete('/parts', controllers.write.admin.parts.remove);
  // want: !http -> helpers.tryRoute
  // want: !http -> tryRoute
  // want: total 4
  return router;
};
