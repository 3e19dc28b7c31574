'use strict';

const modsController = module.exports;

modsController.flags = {};
modsController.flags.detail = async function (req, res) { res.json({}); };
