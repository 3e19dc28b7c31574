require('./posts/shared')(module.exports); // want: import ./posts/shared -> src/posts/shared.js
