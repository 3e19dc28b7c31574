module.exports = function (Posts) {
  Posts.limit = 3;

  Posts.remove = async function (id) {
    Posts.exists(); // want: call Posts.remove -> exists @src/posts/index.js
    await drop(id);
    const local = (Posts) => Posts.exists();
  };

  async function drop(id) {
    return Posts.limit; // want: field module.exports -> Posts.limit
  }
};
