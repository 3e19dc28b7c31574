const posts = require('./posts'); // want: import ./posts -> src/posts/index.js
const users = require('./users'); // want: import ./users -> src/users.js

function run() {
  posts.remove(2); // want: call run -> Posts.remove @src/posts/remove.js
  posts.name2(); // want: call run -> Host.name2 @src/posts/shared.js
  users.name2(); // want: call run -> Host.name2 @src/posts/shared.js
  posts.hidden();
}
