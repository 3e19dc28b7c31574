const Posts = module.exports;

require('./remove')(Posts); // want: import ./remove -> src/posts/remove.js
require('./shared')(Posts); // want: import ./shared -> src/posts/shared.js
require('./other')({}); // want: import ./other -> src/posts/other.js

Posts.exists = function () {
  return Posts.remove(1); // want: call exists -> Posts.remove @src/posts/remove.js
};
