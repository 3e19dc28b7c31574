define('forum/twice', [], function () { return { run() {} }; });
