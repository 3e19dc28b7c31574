module.exports = function run() {}; // want: declare function run definition
