// A name is registered for loaders of registered modules, not for `require`.
const hooks = require('hooks'); // want: import-external hooks
hooks.fire();
const chosen = require(process.env.LATE ? './client/late' : './modules/hooks'); // want: import ./client/late -> src/client/late.js
// want: import ./modules/hooks -> src/modules/hooks.js
