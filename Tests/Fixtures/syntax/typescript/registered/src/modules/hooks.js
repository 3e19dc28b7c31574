define('hooks', [], function () {
  const Hooks = {};
  Hooks.fire = function () {};
  return Hooks;
});
