module.exports = async function (context, request) { context.res = { body: "hello" }; };
