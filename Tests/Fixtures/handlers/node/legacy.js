exports.handle = function (event, context, done) { done(null, event); };
