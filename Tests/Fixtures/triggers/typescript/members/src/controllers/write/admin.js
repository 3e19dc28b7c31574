'use strict';

const Admin = module.exports;

Admin.update = async (req, res) => { res.json({}); };

Admin.parts = {};
Admin.parts.install = async (req, res) => { res.json({}); };
