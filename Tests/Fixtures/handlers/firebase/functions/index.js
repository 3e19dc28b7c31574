const { onRequest } = require("firebase-functions/v2/https");

exports.api = onRequest((request, response) => {
  response.send("hello");
});
