'use strict';

define('forum/topic', [ // want: import hooks -> src/modules/hooks.js
  'hooks', 'jquery', 'exports', 'forum/twice', 'gone',
  // want: import-external jquery
  // want: import-external forum/twice
  // want: import-external gone
], function (hooks, $, exported, twice) {
  const Topic = {};
  let count = 0;

  Topic.init = function () {
    hooks.fire('topic'); // want: call init -> fire @src/modules/hooks.js
    helper(); // want: call init -> helper
    $(document).ready();
    twice.run();
    count += 1; // want: global-write init -> count
  };

  function helper() {
    Topic.init(); // want: call helper -> init
    require(['forum/late'], function (late) { // want: import forum/late -> src/client/late.js
      late.open(); // want: call helper -> open @src/client/late.js
    });
  }

  return Topic;
});
