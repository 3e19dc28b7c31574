register('x'); // want: call - -> register @src/globals.js
function make() { return new Old(); } // want: call make -> Old @src/globals.js
(function () {
  var hoisted;
  if (true) { var inner = 1; }
  inner();
  console.log(document.title, inner);
  for (const i in registry) {} // want: global-read - -> registry
})();
// want: unresolved 0
