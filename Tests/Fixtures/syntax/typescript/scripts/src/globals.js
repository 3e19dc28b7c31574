var registry = {}; // want: declare constant registry definition mutableState
function register(name) { registry[name] = true; } // want: global-read register -> registry
function Old() { this.x = 1; }
Old.prototype.total = function () { return register('a'); }; // want: call Old.total -> register
namespaced.deep.call = function () { register('b'); }; // want: call namespaced.deep.call -> register
