'use strict';

const helpers = module.exports;

helpers.tryRoute = function (controller) {
  return async (req, res, next) => controller(req, res).catch(next);
};
