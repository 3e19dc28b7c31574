'use strict';

// The same names elsewhere.
exports.update = async function () { return 1; };
exports.install = async function () { return 2; };
