define('forum/late', function () {
  return {
    open: function () {},
  };
});
